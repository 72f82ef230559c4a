-- Sums as reported, in euros and dollars of the day, and what may be added up.
-- ECB reference rates are set on business days: a day without one takes the last before it, if that is near enough.
CREATE OR REPLACE MACRO longest_rate_gap() AS 7;

CREATE OR REPLACE MACRO announcement_amounts_as_of(moment) AS TABLE
WITH reported AS (
    SELECT m.* EXCLUDE (version_no), coalesce(a.announced_on, a.first_reported_on) AS day
    FROM announcement_amount m JOIN announcement_version a USING (announcement_id, version_no)
    WHERE a.recorded_from <= moment AND (a.recorded_to IS NULL OR a.recorded_to > moment)
),
asked AS (SELECT DISTINCT currency, day FROM reported),
rated AS (
    SELECT
        q.currency,
        q.day,
        CASE WHEN q.currency = 'EUR' THEN q.day ELSE r.rate_date END AS found_on,
        CASE WHEN q.currency = 'EUR' THEN 1.0 ELSE r.per_euro END AS per_euro,
        r.provider,
        u.rate_date AS dollar_found_on,
        u.per_euro AS dollar_per_euro
    FROM asked q
    ASOF LEFT JOIN fx_rate r ON r.currency = q.currency AND r.rate_date <= q.day
    ASOF LEFT JOIN (FROM fx_rate WHERE currency = 'USD') u ON u.rate_date <= q.day
),
usable AS (
    SELECT
        m.*,
        r.* EXCLUDE (currency, day),
        date_diff('day', r.found_on, m.day) <= longest_rate_gap() AS has_rate,
        date_diff('day', r.dollar_found_on, m.day) <= longest_rate_gap() AS has_dollar
    FROM reported m
    LEFT JOIN rated r ON r.currency = m.currency AND r.day IS NOT DISTINCT FROM m.day
)
SELECT
    announcement_id,
    amount_no,
    value,
    coalesce(value_min, value) AS value_low,
    coalesce(value_max, value) AS value_high,
    value_min,
    value_max,
    currency,
    role,
    day AS fx_day,
    CASE WHEN has_rate THEN per_euro END AS fx_per_euro,
    CASE WHEN has_rate THEN found_on END AS fx_date,
    CASE WHEN has_rate THEN coalesce(provider, 'par') END AS fx_provider,
    CASE
        WHEN has_rate THEN NULL
        WHEN day IS NULL THEN 'no day is known'
        WHEN per_euro IS NULL THEN 'no reference rate for ' || currency
        ELSE 'no reference rate for ' || currency || ' near ' || day
    END AS fx_missing,
    CASE WHEN has_rate THEN TRY_CAST(value / per_euro AS DECIMAL(18, 2)) END AS value_eur,
    CASE WHEN has_rate THEN TRY_CAST(coalesce(value_min, value) / per_euro AS DECIMAL(18, 2)) END AS eur_low,
    CASE WHEN has_rate THEN TRY_CAST(coalesce(value_max, value) / per_euro AS DECIMAL(18, 2)) END AS eur_high,
    CASE
        WHEN currency = 'USD' THEN value
        WHEN has_rate AND has_dollar THEN TRY_CAST(value / per_euro * dollar_per_euro AS DECIMAL(18, 2))
    END AS value_usd
FROM usable;

CREATE OR REPLACE VIEW announcement_amount_current AS FROM announcement_amounts_as_of(TIMESTAMPTZ 'infinity');

-- One row an announcement: what it adds to a total, as bounds, or why it adds nothing.
CREATE OR REPLACE VIEW announcement_money AS
WITH summed AS (
    SELECT
        announcement_id,
        count(*) FILTER (role = 'package') AS packages,
        count(*) FILTER (role = 'part') AS parts,
        -- Two packages in one act may be a whole and its larger part: the greatest alone, up to all of them together.
        max(eur_low) FILTER (role = 'package') AS package_low,
        sum(eur_high) FILTER (role = 'package') AS package_high,
        sum(eur_low) FILTER (role = 'part') AS part_low,
        sum(eur_high) FILTER (role = 'part') AS part_high,
        bool_or(eur_low IS NULL) FILTER (role IN ('package', 'part')) AS unconverted,
        min(fx_missing) FILTER (role IN ('package', 'part')) AS fx_missing
    FROM announcement_amount_current GROUP BY announcement_id
),
held_elsewhere AS (
    SELECT DISTINCT from_id AS announcement_id, first(kind ORDER BY kind) AS kind
    FROM announcement_link WHERE kind IN ('part_of', 'draws_down', 'funded_by', 'supersedes')
    GROUP BY from_id
)
SELECT
    a.announcement_id,
    coalesce(a.announced_on, a.first_reported_on) AS day,
    a.aid_type,
    a.stage,
    len(a.donor_codes) AS donors,
    a.counts_in_totals AND h.kind IS NULL AS counted,
    CASE
        WHEN h.kind IS NOT NULL THEN h.kind
        WHEN NOT a.counts_in_totals AND a.stage IN ('requested', 'under_discussion', 'withheld') THEN a.stage
        WHEN NOT a.counts_in_totals THEN 'no report in force'
        WHEN coalesce(s.packages, 0) + coalesce(s.parts, 0) = 0 THEN 'no sum is given'
        WHEN s.unconverted THEN s.fx_missing
    END AS why_not,
    CASE WHEN s.packages > 0 THEN 'package' WHEN s.parts > 0 THEN 'parts' ELSE 'none' END AS basis,
    CASE WHEN s.packages > 0 THEN s.package_low ELSE s.part_low END AS eur_low,
    CASE WHEN s.packages > 0 THEN s.package_high ELSE s.part_high END AS eur_high
FROM announcement_current a
LEFT JOIN summed s USING (announcement_id)
LEFT JOIN held_elsewhere h USING (announcement_id);

-- Month by donor and kind. What several donors give together stands apart: nobody said who gives how much of it.
-- What is counted but has no sum in euros is counted beside the sum, never as zero.
CREATE OR REPLACE VIEW money_by_month AS
SELECT
    CAST(date_trunc('month', m.day) AS DATE) AS month,
    p.party_id AS donor,
    p.name AS donor_name,
    m.aid_type,
    count(*) AS announcements,
    count(*) FILTER (m.eur_low IS NULL) AS without_sum,
    sum(m.eur_low) FILTER (m.donors = 1) AS eur_low,
    sum(m.eur_high) FILTER (m.donors = 1) AS eur_high,
    count(*) FILTER (m.donors > 1) AS joint,
    sum(m.eur_low) FILTER (m.donors > 1) AS joint_eur_low,
    sum(m.eur_high) FILTER (m.donors > 1) AS joint_eur_high
FROM announcement_money m
JOIN announcement_party_current p ON p.announcement_id = m.announcement_id AND p.role = 'donor'
WHERE m.counted
GROUP BY ALL
ORDER BY month, donor, aid_type;
