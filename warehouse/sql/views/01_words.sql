-- Numbers as a person writes them.
CREATE OR REPLACE MACRO number_words(value) AS
    CASE
        WHEN abs(value) >= 1000000000000 THEN rtrim(rtrim(printf('%.3f', value / 1000000000000), '0'), '.') || ' trillion'
        WHEN abs(value) >= 1000000000 THEN rtrim(rtrim(printf('%.3f', value / 1000000000), '0'), '.') || ' billion'
        WHEN abs(value) >= 1000000 THEN rtrim(rtrim(printf('%.3f', value / 1000000), '0'), '.') || ' million'
        WHEN value = floor(value) THEN format('{:,}', CAST(value AS BIGINT))
        ELSE rtrim(rtrim(printf('%.2f', value), '0'), '.')
    END;

CREATE OR REPLACE MACRO quantity_words(low, high, kind) AS
    CASE
        WHEN low IS NULL AND high IS NULL THEN NULL
        WHEN high IS NULL THEN 'at least ' || number_words(low)
        WHEN low IS NULL THEN 'up to ' || number_words(high)
        WHEN low <> high THEN number_words(low) || ' to ' || number_words(high)
        WHEN kind = 'approx' THEN 'about ' || number_words(low)
        ELSE number_words(low)
    END;

CREATE OR REPLACE MACRO item_words(name, low, high, kind) AS
    concat_ws(' ', quantity_words(low, high, kind), name);

CREATE OR REPLACE MACRO amount_words(value, low, high, currency) AS
    currency || ' ' || CASE
        WHEN low IS NOT NULL AND high IS NOT NULL AND low <> high
        THEN number_words(CAST(low AS DOUBLE)) || ' to ' || number_words(CAST(high AS DOUBLE))
        ELSE number_words(CAST(value AS DOUBLE))
    END;
