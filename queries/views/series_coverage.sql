-- Question: which years and how many regions does each curated series cover in each release?
-- Parameters: none.
-- Grain: one row per series, release and year.
-- Keys: series_id, release, time_period
-- Columns: series_id varchar, source_id varchar, release date, time_period integer, has_national boolean,
-- n_regions bigint, n_sex bigint, n_urbanisation bigint, n_values bigint, n_repaired bigint, n_expected integer
-- Units: counts; n_expected is the number of regions that then existed.
-- Stored: as a table; the coverage page shows all of it at once.

create or replace table series_coverage as
with counted as (
    select
        series_value.series_id,
        series_value.source_id,
        series_value.release,
        series_value.time_period,
        bool_or(series_value.ref_area = 'KZ') as has_national,
        count(distinct series_value.ref_area) filter (where area.kind in ('oblast', 'city')) as n_regions,
        count(distinct series_value.sex) as n_sex,
        count(distinct series_value.urbanisation) as n_urbanisation,
        count(*) as n_values,
        count(*) filter (where series_value.obs_status = 'S') as n_repaired
    from series_value
    inner join area on series_value.ref_area = area.ref_area
    group by
        series_value.series_id,
        series_value.source_id,
        series_value.release,
        series_value.time_period
),

final as (
    select
        *,
        case when time_period < 2018 then 16 when time_period < 2022 then 17 else 20 end as n_expected
    from counted
)

select * from final order by series_id, release, time_period;
