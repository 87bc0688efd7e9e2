SELECT
    (SELECT COUNT(*) FROM visited WHERE notification_id = :notification),
    (SELECT COUNT(DISTINCT account_id) FROM wanted WHERE notification_id = :notification)
