SELECT COUNT(*) FROM interest WHERE account_id = :account AND category_id > 0
