-- How many of each item did each donor promise, at least and at most, and how many did it deliver?
SELECT donor_name, item_name, at_least, at_most, delivered_at_least, batches_without_number
FROM pledged_against_delivered
ORDER BY donor_name, item_name;
