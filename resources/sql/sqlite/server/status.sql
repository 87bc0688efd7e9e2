SELECT
    (SELECT COUNT(*) FROM account),
    (SELECT COUNT(*) FROM category WHERE id <> 0),
    (SELECT COUNT(*) FROM product),
    (SELECT COUNT(*) FROM notification),
    (SELECT COUNT(*) FROM notification WHERE set_aside IS NOT NULL)
