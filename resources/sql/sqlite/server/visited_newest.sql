SELECT visited.notification_id, substr(visited.visited_at, 1, 40)
FROM visited
JOIN notification ON notification.id = visited.notification_id
WHERE visited.account_id = :account AND visited.notification_id < :before AND notification.set_aside IS NULL
ORDER BY visited.notification_id DESC
LIMIT :limit
