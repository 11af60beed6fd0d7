-- Question: how many headline series have which status, as of a date, and for which reasons have some none?
-- Parameters: as_of a date.
-- Grain: one row per goal, status and reason; statuses are counted, never averaged into one score.
-- example: as_of=2026-11-22

with asked as (
    select max(assessment.as_of) as as_of
    from assessment
    where assessment.as_of <= $as_of::date
),

final as (
    select
        series.goal,
        assessment.status,
        assessment.reason,
        count(*) as n_series
    from assessment
    inner join asked on assessment.as_of = asked.as_of
    inner join series on assessment.series_id = series.series_id
    group by
        series.goal,
        assessment.status,
        assessment.reason
)

select * from final order by goal, status, reason;
