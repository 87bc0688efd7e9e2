UPDATE device_token SET last_used_at = :now WHERE token_hash = :token_hash
