-- The older service's tables, as its programs read and write them (docs/legacy.md). They read by position, so the order
-- of the columns matters; their dates are local time.

CREATE VIEW Messages (MessageID, MessageText, Date) AS
SELECT
    id,
    CASE
        WHEN body = '' THEN title
        -- A message of the older service: its title is the first line of its body.
        WHEN substr(body, 1, length(title)) = title THEN body
        ELSE title || char(10) || body
    END,
    strftime('%Y-%m-%d %H:%M:%f', created_at, 'localtime')
FROM notification
WHERE category_id = 0 AND set_aside IS NULL;

CREATE TRIGGER legacy_message_inserted INSTEAD OF INSERT ON Messages
BEGIN
    INSERT INTO notification (title, body, created_at)
    SELECT title, CASE WHEN text = title THEN '' ELSE text END, date
    FROM (
        SELECT
            text,
            substr(replace(replace(CASE instr(lines, char(10))
                WHEN 0 THEN lines
                ELSE substr(lines, 1, instr(lines, char(10)) - 1)
            END, char(13), ''), char(9), ' '), 1, 256) AS title,
            date
        FROM (
            SELECT
                text,
                -- Without the empty lines before the first.
                ltrim(text, char(10) || char(13) || char(9) || ' ') AS lines,
                date
            FROM (
                SELECT
                    CAST(COALESCE(NEW.MessageText, '') AS TEXT) AS text,
                    COALESCE(strftime('%Y-%m-%dT%H:%M:%SZ', NEW.Date, 'utc'),
                        strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) AS date)));
END;

-- No password and no hash is to be read here: the older programs compare it in clear text, and NULL equals nothing.
CREATE VIEW User (UserID, Username, Password, JoinDate) AS
SELECT id, name, NULL, strftime('%Y-%m-%d %H:%M:%f', created_at, 'localtime')
FROM account;

CREATE TRIGGER legacy_user_inserted INSTEAD OF INSERT ON User
BEGIN
    SELECT RAISE(ABORT, 'The user name must have 1 to 64 characters.')
    WHERE length(trim(COALESCE(NEW.Username, ''))) NOT BETWEEN 1 AND 64
        OR instr(CAST(NEW.Username AS BLOB), x'00') > 0;
    INSERT INTO account (name, created_at, floor)
    VALUES (
        trim(CAST(NEW.Username AS TEXT)),
        COALESCE(strftime('%Y-%m-%dT%H:%M:%SZ', NEW.JoinDate, 'utc'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        (SELECT COALESCE(MAX(id), 0) FROM notification));
END;

CREATE VIEW visited_notifications (ID, MessageID, UserID, NotifiedDate) AS
SELECT
    (account_id << 32) | notification_id,
    notification_id,
    account_id,
    strftime('%Y-%m-%d %H:%M:%f', visited_at, 'localtime')
FROM visited
WHERE notification_id IN (SELECT id FROM notification WHERE category_id = 0);

CREATE TRIGGER legacy_visit_inserted INSTEAD OF INSERT ON visited_notifications
BEGIN
    -- Passes over a user or a message that does not exist, and a visit that is recorded.
    INSERT INTO visited (account_id, notification_id, visited_at)
    SELECT
        account.id,
        notification.id,
        COALESCE(strftime('%Y-%m-%dT%H:%M:%SZ', NEW.NotifiedDate, 'utc'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    FROM account, notification
    WHERE account.id = NEW.UserID AND notification.id = NEW.MessageID
    ON CONFLICT DO NOTHING;
END;
