-- What did France announce for Ukraine in January 2023, at what stage is it now, and how many independent sources report it?
SELECT announced_on, what, sum, stage, independent_sources
FROM announcements
WHERE list_contains(donor_codes, 'FRA') AND list_contains(recipient_codes, 'UKR')
  AND announced_on BETWEEN DATE '2023-01-01' AND DATE '2023-01-31'
ORDER BY announced_on;
