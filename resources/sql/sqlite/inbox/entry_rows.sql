-- In the order of :ids, a JSON array.
SELECT notification.entry, epoch, notification.id, title, body, category, price, currency, url, priority, created_at, expires_at,
    interest_category, interest_keyword, interest_max_price, interest_currency, received_at, is_read, is_kept
FROM json_each(:ids) AS asked
CROSS JOIN notification ON notification.entry = asked.value
WHERE removal = 0
ORDER BY asked.key
