INSERT INTO legacy_message (message_id, digest, notification_id) VALUES (:message, :digest, :notification)
