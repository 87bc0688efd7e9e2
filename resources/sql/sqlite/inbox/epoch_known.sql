SELECT EXISTS (SELECT 1 FROM notification WHERE epoch = :epoch)
