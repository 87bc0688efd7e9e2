-- By the clock that the matching rule goes by.
UPDATE notification
SET expires_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
WHERE product_id = :product
    AND (expires_at IS NULL OR expires_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
