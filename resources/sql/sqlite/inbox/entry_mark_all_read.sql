UPDATE notification SET is_read = 1 WHERE is_read = 0 AND removal = 0
