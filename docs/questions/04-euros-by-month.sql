-- What was newly promised each month in euros, by donor and kind of aid, with nothing counted twice?
SELECT month, donor_name, aid_type, eur_low, eur_high, without_sum, joint, joint_eur_low
FROM money_by_month
ORDER BY month, donor_name, aid_type;
