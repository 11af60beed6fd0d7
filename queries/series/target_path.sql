-- Question: along which values would a series reach its target from its baseline, at one rate of growth?
-- Parameters: series_id; as_of a date.
-- Grain: one row per year from the baseline to the target year; none without a baseline value or a comparable target
-- set by others: a reading of this project's own has a level and no pace.
-- Keys: time_period
-- Columns: time_period integer, obs_value double, target_value double, target_year integer
-- Units: the series' own. The baseline is the value of the baseline year, or of the next year that has one, within the
-- newest segment only: no path is drawn across a break.
-- Method: compound annual growth, as the default progress method measures it (queries/macros/progress_open_sdg.sql).
-- example: series_id=women_managers, as_of=2026-11-22

with known as (
    select
        series_value.time_period,
        series_value.obs_value,
        series_value.segment = max(series_value.segment) over () as is_newest_segment
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
),

wanted as (
    select
        target_value,
        target_year,
        baseline_year
    from series
    where
        series_id = $series_id
        and judged_against(target_kind, target_value, target_comparable) = 'target'
),

based as (
    select
        min(known.time_period) as first_year,
        arg_min(known.obs_value, known.time_period) as first_value,
        any_value(wanted.target_value) as target_value,
        any_value(wanted.target_year) as target_year
    from known
    cross join wanted
    where known.is_newest_segment and known.time_period >= wanted.baseline_year
    having min(known.time_period) < any_value(wanted.target_year) and arg_min(known.obs_value, known.time_period) > 0
),

final as (
    select
        steps.time_period::integer as time_period,
        based.first_value * pow(
            based.target_value / based.first_value,
            (steps.time_period - based.first_year) / (based.target_year - based.first_year)::double
        ) as obs_value,
        based.target_value,
        based.target_year
    from based
    cross join unnest(range(based.first_year, based.target_year + 1)) as steps(time_period)
)

select * from final order by time_period;
