-- Returns those that were otherwise before.
UPDATE notification SET is_kept = :is_kept
WHERE entry IN (SELECT value FROM json_each(:ids)) AND removal = 0 AND is_kept <> :is_kept
RETURNING entry
