SELECT notification_id FROM legacy_message WHERE message_id = :message AND digest = :digest
