-- SPDX-License-Identifier: MIT
-- Entries that their reader has not been told of: neither shown nor counted in a summary. One is put here in the
-- transaction that stores it, and taken out when it has been told; so what is still here at the next start is told
-- then. Apart from the entries, since ten thousand of them are told at once, and their texts need not be written anew.
CREATE TABLE untold (
    entry INTEGER PRIMARY KEY REFERENCES notification (entry) ON DELETE CASCADE
);
