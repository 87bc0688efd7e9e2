UPDATE notification SET removal = 1
WHERE entry IN (SELECT value FROM json_each(:ids)) AND removal = 0
