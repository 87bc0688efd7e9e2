-- :wanted 1 for those that are worth telling: neither read nor removed meanwhile.
SELECT untold.entry, epoch, notification.id, is_read = 0 AND removal = 0 AS wanted
FROM untold CROSS JOIN notification ON notification.entry = untold.entry
ORDER BY untold.entry
