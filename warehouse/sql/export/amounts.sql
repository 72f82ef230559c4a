SELECT * FROM announcement_amounts_as_of($moment) ORDER BY announcement_id, amount_no;
