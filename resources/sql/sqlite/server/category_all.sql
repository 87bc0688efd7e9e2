SELECT substr(CAST(name AS BLOB), 1, 769) FROM category WHERE id <> 0
