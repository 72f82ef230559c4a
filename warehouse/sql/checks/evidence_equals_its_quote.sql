-- Every piece of evidence is the words at its place in the text that was read.
SELECT e.claim_id, e.field, e.quote
FROM evidence e
JOIN claim c USING (claim_id)
JOIN article_version v USING (version_id)
WHERE e.how <> 'inferred'
  AND substring(v.reading_text, e.char_start + 1, e.char_end - e.char_start) IS DISTINCT FROM e.quote;
