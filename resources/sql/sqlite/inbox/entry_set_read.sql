-- Returns those that were otherwise before.
UPDATE notification SET is_read = :is_read
WHERE entry IN (SELECT value FROM json_each(:ids)) AND removal = 0 AND is_read <> :is_read
RETURNING entry
