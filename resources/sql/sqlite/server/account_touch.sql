UPDATE account SET last_seen_at = :now WHERE id = :account
