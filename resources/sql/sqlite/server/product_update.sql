-- A row that was not checked yet stays so.
UPDATE product
SET name = :name, category_id = :category, price_minor = :price, currency = :currency, url = :url,
    description = :description, search_text = iif(search_text IS NULL, NULL, :search_text)
WHERE id = :product
