SELECT substr(CAST(category.name AS BLOB), 1, 769), COALESCE(sold.products, 0), COALESCE(followed.accounts, 0)
FROM category
LEFT JOIN (SELECT category_id, COUNT(*) AS products FROM offered GROUP BY category_id) AS sold
    ON sold.category_id = category.id
LEFT JOIN (SELECT category_id, COUNT(DISTINCT account_id) AS accounts FROM interest GROUP BY category_id) AS followed
    ON followed.category_id = category.id
WHERE category.id <> 0
