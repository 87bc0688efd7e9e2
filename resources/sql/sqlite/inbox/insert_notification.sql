-- SPDX-License-Identifier: MIT
-- Changes one row when the notification is new, none when it is known.
INSERT INTO notification (epoch, id, title, body, category, price, currency, url, priority, created_at, expires_at,
                          interest_category, interest_keyword, interest_max_price, interest_currency, received_at,
                          is_read, created_second)
VALUES (:epoch, :id, :title, :body, :category, :price, :currency, :url, :priority, :created_at, :expires_at,
        :interest_category, :interest_keyword, :interest_max_price, :interest_currency, :received_at,
        :is_read, :created_second)
ON CONFLICT (epoch, id) DO NOTHING;
