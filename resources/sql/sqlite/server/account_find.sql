SELECT id, substr(CAST(name AS BLOB), 1, 193), substr(CAST(display_name AS BLOB), 1, 193), password_hash IS NOT NULL,
    substr(created_at, 1, 40), substr(last_seen_at, 1, 40),
    substr(password_hash, 1, 512)
FROM account
-- What was written through the older service's view is in whichever Unicode form that program had.
WHERE name IN (:name, :composed, :decomposed)
ORDER BY name = :exact_name DESC, id
LIMIT 1
