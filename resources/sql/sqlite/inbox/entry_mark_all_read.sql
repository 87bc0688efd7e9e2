-- Returns those that were unread.
UPDATE notification SET is_read = 1 WHERE is_read = 0 AND removal = 0
RETURNING entry
