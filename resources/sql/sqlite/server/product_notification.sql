SELECT MAX(id) FROM notification WHERE product_id = :product
