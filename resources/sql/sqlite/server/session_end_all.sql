DELETE FROM temp.session
