SELECT DISTINCT interest.account_id, substr(CAST(category.name AS BLOB), 1, 769)
FROM interest
JOIN category ON category.id = interest.category_id
WHERE interest.category_id <> 0
