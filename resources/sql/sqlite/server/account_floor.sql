SELECT floor FROM account WHERE id = :account
