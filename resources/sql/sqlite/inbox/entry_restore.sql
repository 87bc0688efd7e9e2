UPDATE notification SET removal = 0
WHERE entry IN (SELECT value FROM json_each(:ids)) AND removal = 1
