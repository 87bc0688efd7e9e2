-- Those that other programs inserted. Bounded: each one is folded and compared in the program.
SELECT id, substr(CAST(name AS BLOB), 1, 769) FROM category WHERE folded_name IS NULL ORDER BY id LIMIT 1000
