UPDATE account SET display_name = :display_name WHERE id = :account
