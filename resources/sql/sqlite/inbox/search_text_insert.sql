INSERT INTO search_text (entry, text) VALUES (:entry, :text) ON CONFLICT (entry) DO NOTHING
