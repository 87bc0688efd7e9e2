UPDATE notification SET is_read = :is_read
WHERE entry IN (SELECT value FROM json_each(:ids)) AND removal = 0
