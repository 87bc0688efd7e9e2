SELECT account_id FROM device_token WHERE token_hash = :token_hash
