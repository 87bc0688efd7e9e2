-- :read 0 leaves the unread ones, 1 all; :kept 1 the kept ones, 0 all.
SELECT entry, created_second
FROM notification INDEXED BY notification_listed
WHERE removal = 0
    AND is_read <= :read
    AND is_kept >= :kept
    AND (:any_category OR category IN (SELECT value FROM json_each(:categories)))
ORDER BY created_second DESC, id DESC
