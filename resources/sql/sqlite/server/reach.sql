-- Whom a notification would reach that does not exist. One row stands in for the table, and the text of the view
-- `wanted` for %1: the very rule, asked without a write.
WITH
    notification (id, product_id, category_id, search_text, price_minor, currency, expires_at, set_aside) AS (
        SELECT 9223372036854775807, :product, :category, :search_text, :price, :currency, NULL, NULL),
    wanted AS (%1),
    reached (account_id) AS MATERIALIZED (SELECT DISTINCT account_id FROM wanted)
SELECT COUNT(*), COUNT(*) FILTER (WHERE account_id IN (SELECT value FROM json_each(:online)))
FROM reached
