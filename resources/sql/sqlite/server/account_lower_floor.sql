-- For those who may want it and have not visited it: each id that a floor is lower is one more to look at.
UPDATE account
SET floor = :notification - 1
WHERE floor >= :notification
    AND id IN (
        SELECT interest.account_id
        FROM notification
        JOIN interest ON interest.category_id = notification.category_id AND interest.since < notification.id
        WHERE notification.id = :notification)
    AND NOT EXISTS (
        SELECT 1 FROM visited WHERE visited.account_id = account.id AND visited.notification_id = :notification)
