DELETE FROM account WHERE id = :account
