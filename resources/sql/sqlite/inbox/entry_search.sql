-- As entry_list, those in which every word is. The entries come first and their texts second, which is nearly the order
-- in which both are stored; the other way round, what is found would have to be sorted.
WITH words (word) AS MATERIALIZED (SELECT value FROM json_each(:words))
SELECT notification.entry, created_second
FROM notification INDEXED BY notification_listed
CROSS JOIN search_text ON search_text.entry = notification.entry
WHERE removal = 0
    AND is_read <= :read
    AND is_kept >= :kept
    AND (:any_category OR category IN (SELECT value FROM json_each(:categories)))
    AND NOT EXISTS (SELECT 1 FROM words WHERE instr(search_text.text, word) = 0)
ORDER BY created_second DESC, id DESC
