DELETE FROM temp.session
WHERE NOT EXISTS (
    SELECT 1 FROM account WHERE account.id = session.account_id AND account.password_hash IS session.password_hash)
RETURNING id
