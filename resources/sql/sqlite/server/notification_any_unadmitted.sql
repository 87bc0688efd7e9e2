SELECT EXISTS (SELECT 1 FROM notification WHERE search_text IS NULL AND set_aside IS NULL)
