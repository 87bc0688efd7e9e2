SELECT id, substr(CAST(name AS BLOB), 1, 193), substr(CAST(display_name AS BLOB), 1, 193), password_hash IS NOT NULL,
    substr(created_at, 1, 40), substr(last_seen_at, 1, 40),
    substr(password_hash, 1, 512)
FROM account
WHERE id = :account
