SELECT notification.entry, epoch, notification.id, title, body, category, price, currency, url, priority, created_at, expires_at,
    interest_category, interest_keyword, interest_max_price, interest_currency, received_at, is_read, is_kept
FROM notification
WHERE entry = :entry AND removal = 0
