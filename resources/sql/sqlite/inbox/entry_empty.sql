-- A batch of what was removed, and of what is old, read and not kept. The row stays as a mark that the notification
-- was here.
UPDATE notification
SET removal = 2, is_read = 1, title = '', body = '', category = '', price = '', currency = '', url = '',
    interest_category = NULL, interest_keyword = NULL, interest_max_price = NULL, interest_currency = NULL
WHERE entry IN (
    SELECT entry FROM notification INDEXED BY notification_removed WHERE removal = 1
    UNION ALL
    SELECT entry FROM notification INDEXED BY notification_old
    WHERE received_at < :before AND is_read = 1 AND is_kept = 0 AND removal = 0
    LIMIT :most)
