SELECT interest.id, interest.category_id, substr(CAST(category.name AS BLOB), 1, 769),
    substr(CAST(interest.keyword AS BLOB), 1, 193), interest.max_price_minor, substr(interest.currency, 1, 4)
FROM interest
JOIN category ON category.id = interest.category_id
WHERE interest.account_id = :account AND interest.category_id <> 0
ORDER BY interest.id
