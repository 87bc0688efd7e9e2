-- SPDX-License-Identifier: MIT
-- What the user has done with an entry, and what finds it.

ALTER TABLE notification ADD COLUMN is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1));
-- Retention leaves it alone.
ALTER TABLE notification ADD COLUMN is_kept INTEGER NOT NULL DEFAULT 0 CHECK (is_kept IN (0, 1));
-- 0: there. 1: removed, and can be restored. 2: removed for good, without texts. The row stays, so that the
-- notification does not come again.
ALTER TABLE notification ADD COLUMN removal INTEGER NOT NULL DEFAULT 0 CHECK (removal IN (0, 1, 2));
-- created_at in seconds since 1970: a list of a hundred thousand texts is slow to read. No generated column, since SQLite
-- 3.40 looks into the table for one, index or not.
ALTER TABLE notification ADD COLUMN created_second INTEGER NOT NULL DEFAULT 0;
UPDATE notification SET created_second = COALESCE(CAST(strftime('%s', created_at) AS INTEGER), 0);

-- Everything that a list asks, in its order. What the condition names is a column too, since SQLite would look into the
-- table for it.
CREATE INDEX notification_listed ON notification (created_second DESC, id DESC, is_read, is_kept, category, removal)
WHERE removal = 0;
CREATE INDEX notification_category ON notification (category, removal) WHERE removal = 0;
CREATE INDEX notification_unread ON notification (is_read, removal) WHERE is_read = 0 AND removal = 0;
CREATE INDEX notification_old ON notification (received_at, is_read, is_kept, removal)
WHERE is_read = 1 AND is_kept = 0 AND removal = 0;
CREATE INDEX notification_removed ON notification (removal) WHERE removal = 1;

-- Title, category and body, folded (shared/base/folding.h). Apart from the entries, so that a search reads nothing else
-- and a mark rewrites nothing of it.
CREATE TABLE search_text (
    entry INTEGER PRIMARY KEY REFERENCES notification (entry) ON DELETE CASCADE,
    text  TEXT NOT NULL
);
CREATE TRIGGER notification_emptied AFTER UPDATE OF removal ON notification WHEN NEW.removal = 2
BEGIN
    DELETE FROM search_text WHERE entry = NEW.entry;
END;

CREATE TABLE state (
    name  TEXT    PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
-- Entries up to this one have no search_text yet; 0 when all have. The program folds them, newest first.
INSERT INTO state (name, value) SELECT 'unfolded_up_to', COALESCE(MAX(entry), 0) FROM notification;
-- 1 until the server's history is in here. A file that has something was not made anew.
INSERT INTO state (name, value) SELECT 'wants_history', NOT EXISTS (SELECT 1 FROM notification);
