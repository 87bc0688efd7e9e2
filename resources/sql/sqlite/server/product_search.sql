-- Those in whose text or category every word is. A category of another program may lack its folded name: :unfolded has
-- those by id.
WITH
    words (word) AS MATERIALIZED (SELECT value FROM json_each(:words)),
    unfolded (id, folded_name) AS MATERIALIZED (SELECT CAST(key AS INTEGER), value FROM json_each(:unfolded))
SELECT offered.id
-- Not the other way round, which would sort what it finds.
FROM offered
CROSS JOIN category ON category.id = offered.category_id
WHERE NOT EXISTS (
    SELECT 1 FROM words
    WHERE instr(offered.search_text, word) = 0
        AND instr(
            COALESCE(category.folded_name, (SELECT folded_name FROM unfolded WHERE unfolded.id = category.id), ''),
            word) = 0)
ORDER BY offered.id DESC
