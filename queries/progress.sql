-- Question: how does each headline series stand against its target, as of a date, and why is one not assessed?
-- Parameters: as_of a date; series_id or NULL for all.
-- Grain: one row per headline series. Units: values in the series' unit; growth as a factor minus one; gap_closed,
-- time_elapsed in per cent; csi and pace 0-10; score -5..5; age_years is the year of as_of minus the latest year.
-- Method: queries/views/assessment.sql, looked up at the newest release date not later than as_of.
-- example: as_of=2026-11-22, series_id=null

with asked as (
    select max(assessment.as_of) as as_of
    from assessment
    where assessment.as_of <= $as_of::date
),

final as (
    select
        series.goal,
        series.target as sdg_target,
        series.lens,
        series.strength,
        series.unit,
        series.decimals,
        series.source_id,
        assessment.* exclude (as_of, evidence),
        year($as_of::date) - assessment.year as age_years,
        if(
            year($as_of::date) - assessment.year > 3,
            list_append(assessment.evidence, 'old_value'),
            assessment.evidence
        ) as evidence
    from assessment
    inner join asked on assessment.as_of = asked.as_of
    inner join series on assessment.series_id = series.series_id
    where $series_id::varchar is null or assessment.series_id = $series_id::varchar
)

select * from final order by goal, sdg_target, series_id;
