DELETE FROM temp.session WHERE id = :session
