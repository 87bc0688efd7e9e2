INSERT INTO account (name, display_name, password_hash, created_at, floor)
VALUES (:name, :display_name, :password_hash, :now, (SELECT COALESCE(MAX(id), 0) FROM notification))
