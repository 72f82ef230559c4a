-- Which fields of which announcements differ between this database and the one attached as other.
WITH here AS (
    UNPIVOT (
        SELECT
            id, CAST(announced_on AS VARCHAR) AS announced_on, donors, recipients, what, sum, stage, aid_type,
            CAST(counts_in_totals AS VARCHAR) AS counts_in_totals, CAST(reports AS VARCHAR) AS reports
        FROM announcements
    ) ON COLUMNS(* EXCLUDE id) INTO NAME field VALUE said
),

there AS (
    UNPIVOT (
        SELECT
            id, CAST(announced_on AS VARCHAR) AS announced_on, donors, recipients, what, sum, stage, aid_type,
            CAST(counts_in_totals AS VARCHAR) AS counts_in_totals, CAST(reports AS VARCHAR) AS reports
        FROM other.announcements
    ) ON COLUMNS(* EXCLUDE id) INTO NAME field VALUE said
)

SELECT id, field, here.said AS before, there.said AS after
FROM here
FULL JOIN there USING (id, field)
WHERE here.said IS DISTINCT FROM there.said
ORDER BY id, field;
