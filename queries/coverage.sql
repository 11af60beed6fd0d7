-- Question: for which years and how many regions does each series have values, as of a date?
-- Parameters: as_of a date.
-- Grain: one row per curated series and year with any value (series_id, time_period).
-- Units: counts. n_expected is the number of regions that existed in the year; cells are sex by residence.
-- example: as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

counted as (
    select
        series_value.series_id,
        series_value.time_period,
        held.release,
        bool_or(series_value.ref_area = 'KZ') as has_national,
        count(distinct series_value.ref_area) filter (where area.kind in ('oblast', 'city')) as n_regions,
        count(distinct series_value.sex) as n_sex,
        count(distinct series_value.urbanisation) as n_urbanisation,
        count(*) as n_values,
        count(*) filter (where series_value.obs_status = 'S') as n_repaired
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    group by
        series_value.series_id,
        series_value.time_period,
        held.release
),

final as (
    select
        counted.series_id,
        series.lens,
        series.goal,
        counted.time_period,
        counted.release,
        counted.has_national,
        counted.n_regions,
        case when counted.time_period < 2018 then 16 when counted.time_period < 2022 then 17 else 20 end as n_expected,
        counted.n_sex,
        counted.n_urbanisation,
        counted.n_values,
        counted.n_repaired
    from counted
    inner join series on counted.series_id = series.series_id
)

select * from final order by series_id, time_period;
