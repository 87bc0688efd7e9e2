UPDATE product SET search_text = :search_text WHERE id = :product AND search_text IS NULL
