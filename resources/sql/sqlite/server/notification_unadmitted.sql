SELECT id FROM notification WHERE search_text IS NULL AND set_aside IS NULL ORDER BY id LIMIT :limit
