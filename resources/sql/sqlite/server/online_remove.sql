DELETE FROM temp.online WHERE account_id = :account
