UPDATE account SET floor = :floor WHERE id = :account AND floor < :floor
