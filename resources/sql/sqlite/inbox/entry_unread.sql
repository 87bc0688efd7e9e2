SELECT COUNT(*) FROM notification WHERE is_read = 0 AND removal = 0
