UPDATE notification SET search_text = :search_text, created_at = :created_at, expires_at = :expires_at WHERE id = :id
