UPDATE OR IGNORE category SET folded_name = :folded WHERE id = :id AND folded_name IS NULL
