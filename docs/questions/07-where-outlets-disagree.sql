-- Where do outlets disagree about the same act?
SELECT announcement_id, what, versions, sources
FROM disagreements
ORDER BY announcement_id, what;
