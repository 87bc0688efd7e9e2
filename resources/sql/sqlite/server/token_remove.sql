DELETE FROM device_token WHERE token_hash = :token_hash
