INSERT OR IGNORE INTO temp.online (account_id) VALUES (:account)
