INSERT INTO notification (title, body, created_at, search_text) VALUES (:title, :body, :date, :search_text)
