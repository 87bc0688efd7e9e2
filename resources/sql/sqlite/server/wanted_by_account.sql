SELECT found.notification_id, interest.category_id, substr(CAST(category.name AS BLOB), 1, 769),
    substr(CAST(interest.keyword AS BLOB), 1, 193), interest.max_price_minor, substr(interest.currency, 1, 4)
FROM (
    SELECT notification_id, MIN(interest_id) AS interest_id
    FROM wanted
    WHERE account_id = :account AND notification_id > :after AND notification_id <= :up_to
    GROUP BY notification_id
    ORDER BY notification_id
    LIMIT :limit) AS found
JOIN interest ON interest.id = found.interest_id
JOIN category ON category.id = interest.category_id
ORDER BY found.notification_id
