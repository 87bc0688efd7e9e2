-- Each account from its floor on, and each pair once, however many of the account's interests match.
SELECT COUNT(*) FROM (
    SELECT DISTINCT account.id, wanted.notification_id
    FROM account
    JOIN wanted ON wanted.account_id = account.id AND wanted.notification_id > account.floor)
