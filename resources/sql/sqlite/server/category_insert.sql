INSERT INTO category (name, folded_name) VALUES (:name, :folded)
