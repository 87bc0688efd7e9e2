-- Those that other programs inserted.
SELECT id, substr(CAST(name AS BLOB), 1, 769) FROM category WHERE folded_name IS NULL
