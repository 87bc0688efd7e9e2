-- Everything up to here has been looked at: the row before the first one that was not, or else the newest.
SELECT COALESCE(
    (SELECT MIN(id) - 1 FROM notification WHERE search_text IS NULL AND set_aside IS NULL),
    (SELECT MAX(id) FROM notification),
    0)
