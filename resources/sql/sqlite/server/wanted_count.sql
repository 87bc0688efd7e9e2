SELECT COUNT(DISTINCT notification_id) FROM wanted
WHERE account_id = :account AND notification_id > :after AND notification_id <= :up_to
