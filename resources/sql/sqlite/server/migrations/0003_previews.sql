-- What was made in a category in the last days, for who asks what an interest would have brought.
CREATE INDEX notification_made ON notification (category_id, created_at) WHERE set_aside IS NULL;
