INSERT INTO notification (category_id, title, body, url, priority, created_at, search_text)
VALUES (:category, :title, :body, :url, :priority, :now, :search_text)
