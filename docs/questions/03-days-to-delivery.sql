-- How many days lie between announcement and delivery, at the median, by donor and category?
SELECT donor, category, median(days) AS median_days, count(*) AS acts
FROM delivery_lag
GROUP BY donor, category
ORDER BY donor, category;
