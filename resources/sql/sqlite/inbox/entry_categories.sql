-- One step in the index for each category, not for each entry. That of what went to everyone is empty, and the first.
WITH RECURSIVE found (name) AS (
    SELECT MIN(category) FROM notification WHERE removal = 0
    UNION ALL
    SELECT (SELECT MIN(category) FROM notification WHERE removal = 0 AND category > name)
    FROM found
    WHERE name IS NOT NULL
)
SELECT name FROM found WHERE name IS NOT NULL
