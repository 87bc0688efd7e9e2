INSERT INTO product (id, name, category_id, price_minor, currency, url, description, created_at, search_text)
VALUES (:product, :name, :category, :price, :currency, :url, :description, :created_at, :search_text)
