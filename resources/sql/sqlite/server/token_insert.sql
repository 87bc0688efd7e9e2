INSERT INTO device_token (token_hash, account_id, device, created_at, last_used_at)
VALUES (:token_hash, :account, :device, :now, :now)
