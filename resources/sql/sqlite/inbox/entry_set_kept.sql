UPDATE notification SET is_kept = :is_kept
WHERE entry IN (SELECT value FROM json_each(:ids)) AND removal = 0
