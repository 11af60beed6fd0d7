-- Question: for which years and how many regions does each series have values, as of a date?
-- Parameters: as_of a date.
-- Grain: one row per curated series and year with any value (series_id, time_period).
-- Units: counts. n_expected is the number of regions that existed in the year; cells are sex by residence.
-- example: as_of=2026-11-22

with final as (
    select
        series_coverage.series_id,
        series.lens,
        series.goal,
        series_coverage.time_period,
        series_coverage.release,
        series_coverage.has_national,
        series_coverage.n_regions,
        series_coverage.n_expected,
        series_coverage.n_sex,
        series_coverage.n_urbanisation,
        series_coverage.n_values,
        series_coverage.n_repaired
    from series_coverage
    inner join releases_as_of($as_of) as held
        on series_coverage.source_id = held.source_id and series_coverage.release = held.release
    inner join series on series_coverage.series_id = series.series_id
)

select * from final order by series_id, time_period;
