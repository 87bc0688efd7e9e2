-- SPDX-License-Identifier: MIT
-- Everything a user received from one server. That a notification is in here is what "shown" means: it is stored, then
-- shown, then acknowledged, so a crash in between never shows it twice.

CREATE TABLE notification (
    entry              INTEGER PRIMARY KEY,
    epoch              TEXT    NOT NULL, -- Of the server's database: with another one, ids start anew.
    id                 INTEGER NOT NULL,
    title              TEXT    NOT NULL,
    body               TEXT    NOT NULL,
    category           TEXT    NOT NULL, -- Empty for an announcement to everyone.
    price              TEXT    NOT NULL, -- A decimal number, or empty.
    currency           TEXT    NOT NULL,
    url                TEXT    NOT NULL,
    priority           TEXT    NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
    created_at         TEXT    NOT NULL, -- UTC, ISO 8601, as all times here.
    expires_at         TEXT,
    interest_category  TEXT,             -- The rule that matched; NULL when there was none.
    interest_keyword   TEXT,
    interest_max_price TEXT,
    interest_currency  TEXT,
    received_at        TEXT    NOT NULL,
    UNIQUE (epoch, id)
);
