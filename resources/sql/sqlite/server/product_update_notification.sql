UPDATE notification
SET title = :name, category_id = :category, price_minor = :price, currency = :currency, url = :url,
    body = :description, search_text = iif(search_text IS NULL, NULL, :search_text)
WHERE product_id = :product
