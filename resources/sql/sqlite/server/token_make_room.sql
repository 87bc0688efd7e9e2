-- Keeps the :keep that were used last.
DELETE FROM device_token
WHERE account_id = :account
    AND token_hash NOT IN (
        SELECT token_hash FROM device_token WHERE account_id = :account ORDER BY last_used_at DESC LIMIT :keep)
