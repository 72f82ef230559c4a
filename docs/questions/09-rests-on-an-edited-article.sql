-- Which announcements rest on an article that was edited after we had read it?
SELECT announcement_id, url, version_no, correction_note
FROM edited_after_reading
ORDER BY announcement_id, url, version_no;
