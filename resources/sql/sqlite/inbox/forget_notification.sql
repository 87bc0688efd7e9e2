DELETE FROM notification WHERE epoch = :epoch AND id = :id
