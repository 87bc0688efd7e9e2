-- Who wants this, and why. The rule that is named is the oldest of those that match.
SELECT found.account_id, interest.category_id, substr(CAST(category.name AS BLOB), 1, 769),
    substr(CAST(interest.keyword AS BLOB), 1, 193), interest.max_price_minor, substr(interest.currency, 1, 4)
FROM (
    SELECT account_id, MIN(interest_id) AS interest_id
    FROM wanted
    WHERE notification_id = :notification AND account_id IN temp.online
    GROUP BY account_id) AS found
JOIN interest ON interest.id = found.interest_id
JOIN category ON category.id = interest.category_id
