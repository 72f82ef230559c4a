INSERT INTO fx_rate BY NAME
SELECT DISTINCT ON (currency, rate_date) * FROM incoming_rate ANTI JOIN fx_rate USING (currency, rate_date);
