DELETE FROM device_token WHERE account_id = :account
