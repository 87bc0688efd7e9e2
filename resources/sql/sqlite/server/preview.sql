-- What interests would have brought that nobody has, of some notifications. Their rows stand in for the table, of one
-- account that has visited nothing, and the text of the view `wanted` for %1: the very rule, asked without a write. What
-- has expired would have come.
WITH
    account (id, floor) AS (SELECT 0, 0),
    visited (account_id, notification_id) AS (SELECT 0, 0 WHERE FALSE),
    interest (id, account_id, category_id, folded_keyword, max_price_minor, currency, since) AS MATERIALIZED (
        SELECT key, 0, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
            json_extract(value, '$[3]'), 0
        FROM json_each(:interests)),
    -- A table of its own: otherwise SQLite looks each of them up once for every interest.
    notification (id, product_id, category_id, search_text, price_minor, currency, expires_at, set_aside)
        AS MATERIALIZED (
        SELECT id, product_id, category_id, search_text, price_minor, currency, NULL, set_aside
        FROM main.notification
        WHERE id IN (SELECT value FROM json_each(:ids))),
    wanted AS (%1)
-- The number of all is a column of each row: SQLite reads what is named twice into a table of its own first.
SELECT notification_id, MIN(interest_id), COUNT(*) OVER ()
FROM wanted
GROUP BY notification_id
ORDER BY notification_id DESC
LIMIT :limit
