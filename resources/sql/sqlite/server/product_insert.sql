INSERT INTO product (name, category_id, price_minor, currency, url, description, created_at, search_text)
VALUES (:name, :category, :price, :currency, :url, :description, :now, :search_text)
