-- The schema of a Jarchi server's database. docs/database.md describes each table for those who write to it from
-- another program.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('epoch', lower(hex(randomblob(16))));

CREATE TABLE category (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    -- The name as base/folding.h folds it. NULL in a row of another program.
    folded_name TEXT UNIQUE
) STRICT;

-- What concerns everyone is a category like any other, which every account is interested in: so there is one rule.
INSERT INTO category (id, name, folded_name) VALUES (0, '', '');

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    display_name TEXT NOT NULL DEFAULT '',
    -- Argon2id in its text form. NULL: no password, nobody can log in.
    password_hash TEXT,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    last_seen_at TEXT,
    -- Every notification up to here is visited, expired, or was never wanted.
    floor INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE device_token (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    last_used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX device_token_of_account ON device_token (account_id, last_used_at);

CREATE TABLE interest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
    keyword TEXT NOT NULL DEFAULT '',
    folded_keyword TEXT NOT NULL DEFAULT '',
    max_price_minor INTEGER,
    currency TEXT NOT NULL DEFAULT '',
    -- It speaks of notifications after this one.
    since INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Both sides of the matching rule come in through this index.
CREATE INDEX interest_of_account ON interest (account_id, category_id);

CREATE TRIGGER account_hears_everyone AFTER INSERT ON account
BEGIN
    INSERT INTO interest (account_id, category_id) VALUES (NEW.id, 0);
END;

CREATE TABLE product (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    category_id INTEGER NOT NULL REFERENCES category (id),
    price_minor INTEGER,
    currency TEXT,
    url TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    -- Name and description folded. NULL in a row of another program, which the server then checks and folds.
    search_text TEXT
) STRICT;

CREATE TABLE notification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- NULL: an announcement. No foreign key: a notification outlives its product.
    product_id INTEGER,
    -- 0: to everyone.
    category_id INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    price_minor INTEGER,
    currency TEXT,
    url TEXT NOT NULL DEFAULT '',
    -- 0 low, 1 normal, 2 high
    priority INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    expires_at TEXT,
    -- Title and body folded. NULL: not admitted yet.
    search_text TEXT,
    -- Why this row is not sent to anybody. NULL: it is.
    set_aside TEXT
) STRICT;

CREATE INDEX notification_of_category ON notification (category_id, id) WHERE set_aside IS NULL;
CREATE INDEX notification_not_admitted ON notification (id) WHERE search_text IS NULL AND set_aside IS NULL;
CREATE INDEX notification_set_aside ON notification (id) WHERE set_aside IS NOT NULL;

CREATE TRIGGER product_makes_notification AFTER INSERT ON product
BEGIN
    INSERT INTO notification (product_id, category_id, title, body, price_minor, currency, url, created_at, search_text)
    VALUES (NEW.id, NEW.category_id, NEW.name, NEW.description, NEW.price_minor, NEW.currency, NEW.url, NEW.created_at,
            NEW.search_text);
END;

CREATE TABLE visited (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    notification_id INTEGER NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
    visited_at TEXT NOT NULL,
    PRIMARY KEY (account_id, notification_id)
) STRICT, WITHOUT ROWID;

-- What became of the older service's messages, so that importing them twice takes them once.
CREATE TABLE legacy_message (
    message_id INTEGER NOT NULL,
    digest BLOB NOT NULL,
    notification_id INTEGER NOT NULL,
    PRIMARY KEY (message_id, digest)
) STRICT, WITHOUT ROWID;

-- The matching rule: which account wants which notification, and for which interest.
-- Constrained by account it answers "what does this account lack", constrained by notification "who wants this".
-- Keyword and price limit select products; an announcement to a category reaches everyone interested in the category.
CREATE VIEW wanted AS
SELECT
    account.id AS account_id,
    notification.id AS notification_id,
    interest.id AS interest_id
FROM notification
JOIN interest ON interest.category_id = notification.category_id
JOIN account ON account.id = interest.account_id
WHERE notification.set_aside IS NULL
    AND notification.search_text IS NOT NULL
    -- The + keeps SQLite from starting its search at one of these (it takes one lower bound only, and not the best).
    -- So whoever asks by account names the ids to look at: from the floor, or from where the last page ended.
    AND +notification.id > interest.since
    AND +notification.id > account.floor
    AND (notification.expires_at IS NULL OR notification.expires_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    AND (notification.product_id IS NULL
        OR (instr(notification.search_text, interest.folded_keyword) > 0
            AND (interest.max_price_minor IS NULL
                OR (notification.currency = interest.currency
                    AND notification.price_minor <= interest.max_price_minor))))
    AND NOT EXISTS (
        SELECT 1 FROM visited
        WHERE visited.account_id = account.id AND visited.notification_id = notification.id);
