DELETE FROM interest WHERE id = :interest AND account_id = :account AND category_id <> 0
