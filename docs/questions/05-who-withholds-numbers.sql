-- Which donors withhold numbers most?
SELECT donor_name, withheld, not_stated, vague, items
FROM withheld_quantities
ORDER BY withheld DESC, not_stated DESC, donor_name;
