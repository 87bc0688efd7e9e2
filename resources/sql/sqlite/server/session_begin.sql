INSERT OR REPLACE INTO temp.session (id, account_id, password_hash)
SELECT :session, id, password_hash
FROM account
WHERE id = :account AND substr(COALESCE(password_hash, ''), 1, 512) = :password_hash
