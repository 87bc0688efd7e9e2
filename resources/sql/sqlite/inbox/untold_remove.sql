DELETE FROM untold WHERE entry IN (SELECT value FROM json_each(:entries))
