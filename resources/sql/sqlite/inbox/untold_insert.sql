INSERT INTO untold (entry) VALUES (:entry)
