UPDATE notification SET expires_at = NULL WHERE id = :notification
