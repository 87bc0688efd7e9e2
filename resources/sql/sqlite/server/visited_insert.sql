-- Passes over a notification or an account that is gone.
INSERT OR IGNORE INTO visited (account_id, notification_id, visited_at)
SELECT account.id, notification.id, :now
FROM notification, account
WHERE notification.id = :notification AND account.id = :account
