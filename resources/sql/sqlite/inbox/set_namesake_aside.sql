-- SPDX-License-Identifier: MIT
-- The id is known, and of another notification: a server whose database was restored from a copy gives the ids after
-- the copy again. What came before moves to a name of its own, unless it is what comes now and was moved before.
UPDATE notification SET epoch = epoch || '@' || created_at
WHERE epoch = :epoch AND id = :id AND created_at <> :created_at
    AND NOT EXISTS (SELECT 1 FROM notification AS moved WHERE moved.epoch = :epoch || '@' || :created_at AND moved.id = :id)
