DELETE FROM product WHERE id = :product
