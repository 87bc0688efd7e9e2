SELECT entry, title, body, category FROM notification WHERE entry <= :up_to AND removal < 2 ORDER BY entry DESC LIMIT :most
