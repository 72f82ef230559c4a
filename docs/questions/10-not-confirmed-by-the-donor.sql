-- What is known only from the recipient, from anonymous officials or from outlets?
SELECT u.announcement_id, a.donors, a.recipients, a.what, u.on_whose_word
FROM unconfirmed u JOIN announcements a ON a.id = u.announcement_id
ORDER BY u.announcement_id;
