SELECT product.id, substr(CAST(product.name AS BLOB), 1, 769), substr(CAST(category.name AS BLOB), 1, 769),
    product.price_minor, substr(product.currency, 1, 4), substr(CAST(product.url AS BLOB), 1, 2049),
    substr(CAST(product.description AS BLOB), 1, 4097), substr(product.created_at, 1, 40),
    (SELECT COUNT(*) FROM visited
        WHERE visited.notification_id = (
            SELECT MAX(notification.id) FROM notification WHERE notification.product_id = product.id))
FROM json_each(:ids) AS asked
CROSS JOIN product ON product.id = asked.value
JOIN category ON category.id = product.category_id
ORDER BY asked.id
