SELECT
    EXISTS (SELECT 1 FROM account),
    EXISTS (SELECT 1 FROM category WHERE id <> 0)
