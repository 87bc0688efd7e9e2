SELECT id FROM interest
WHERE account_id = :account AND category_id = :category AND folded_keyword = :folded_keyword
    AND max_price_minor IS :max_price AND currency = :currency
