INSERT INTO interest (account_id, category_id, keyword, folded_keyword, max_price_minor, currency, since)
VALUES (:account, :category, :keyword, :folded_keyword, :max_price, :currency,
        (SELECT COALESCE(MAX(id), 0) FROM notification))
