-- Their triggers go with them.
DROP VIEW IF EXISTS Messages;
DROP VIEW IF EXISTS User;
DROP VIEW IF EXISTS visited_notifications;
