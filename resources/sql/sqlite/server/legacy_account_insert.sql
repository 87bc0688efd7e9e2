-- With the floor at 0: it lacks everything that was announced and that it has not visited.
INSERT INTO account (name, password_hash, created_at, floor) VALUES (:name, :password_hash, :joined, 0)
