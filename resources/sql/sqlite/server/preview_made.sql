-- What was made between two times in the categories of interests that nobody has, newest first. Of several categories it is
-- sorted, which reads no more than the index.
SELECT id, created_at
FROM notification
WHERE category_id IN (SELECT json_extract(value, '$[0]') FROM json_each(:interests))
    AND created_at >= :since AND created_at < :before AND set_aside IS NULL
ORDER BY created_at DESC
