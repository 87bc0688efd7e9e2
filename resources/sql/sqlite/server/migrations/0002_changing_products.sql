-- What a window needs that shows, changes and removes products.

-- How many accounts visited a notification; and when a notification is deleted, the foreign key looks for them.
CREATE INDEX visited_of_notification ON visited (notification_id);
-- From a product to its notification.
CREATE INDEX notification_of_product ON notification (product_id) WHERE product_id IS NOT NULL;

-- What a search reads, and nothing else: half of what the table has, in the order in which it is shown.
CREATE INDEX product_searched ON product (id, category_id, search_text) WHERE search_text IS NOT NULL;

-- A product that comes back under its old id has its notification already, and nobody gets a second one.
DROP TRIGGER product_makes_notification;
CREATE TRIGGER product_makes_notification AFTER INSERT ON product
WHEN NOT EXISTS (SELECT 1 FROM notification WHERE product_id = NEW.id)
BEGIN
    INSERT INTO notification (product_id, category_id, title, body, price_minor, currency, url, created_at, search_text)
    VALUES (NEW.id, NEW.category_id, NEW.name, NEW.description, NEW.price_minor, NEW.currency, NEW.url, NEW.created_at,
            NEW.search_text);
END;

-- A product's return lowers floors. What was announced before an account was made must not reach it then.
DROP TRIGGER account_hears_everyone;
CREATE TRIGGER account_hears_everyone AFTER INSERT ON account
BEGIN
    INSERT INTO interest (account_id, category_id, since) VALUES (NEW.id, 0, NEW.floor);
END;
UPDATE interest SET since = (SELECT floor FROM account WHERE account.id = interest.account_id) WHERE category_id = 0;

-- The products that were checked and not set aside.
CREATE VIEW offered AS
SELECT id, category_id, search_text
FROM product
WHERE search_text IS NOT NULL
    -- The + keeps SQLite from the index of all products' notifications: those that were set aside are few.
    AND id NOT IN (
        SELECT product_id FROM notification WHERE set_aside IS NOT NULL AND +product_id IS NOT NULL);
