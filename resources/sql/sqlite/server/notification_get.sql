-- One row as bytes, each text cut behind its limit, so that a row of another program is checked before it is believed.
SELECT notification.product_id, notification.category_id, category.id IS NOT NULL,
    substr(CAST(category.name AS BLOB), 1, 769), substr(CAST(notification.title AS BLOB), 1, 769),
    substr(CAST(notification.body AS BLOB), 1, 4097), notification.price_minor, substr(notification.currency, 1, 4),
    substr(CAST(notification.url AS BLOB), 1, 2049), notification.priority, substr(notification.created_at, 1, 40),
    substr(notification.expires_at, 1, 40)
FROM notification
LEFT JOIN category ON category.id = notification.category_id
WHERE notification.id = :id
