SELECT COUNT(*) FROM sqlite_master WHERE type = 'view' AND name IN ('Messages', 'User', 'visited_notifications')
