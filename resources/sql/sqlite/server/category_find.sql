SELECT id, substr(CAST(name AS BLOB), 1, 769) FROM category WHERE folded_name = :folded AND id <> 0
