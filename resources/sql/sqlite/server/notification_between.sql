SELECT id FROM notification
WHERE id > :after AND id <= :up_to AND set_aside IS NULL AND search_text IS NOT NULL
ORDER BY id
LIMIT :limit
