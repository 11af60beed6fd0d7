-- Question: which regions stand at the two ends of a series, and is the end shared?
-- Parameters: series_id; as_of a date; sex _T|F|M; urbanisation _T|U|R; for_year a year or NULL for the newest year in
-- which any region has a value.
-- Grain: one row, none where no region has a value.
-- Keys: none
-- Columns: time_period integer, n_regions bigint, highest_area varchar, highest_value double, others_highest bigint,
-- lowest_area varchar, lowest_value double, others_lowest bigint, national_value double, n_above bigint
-- Units: the series' own. others_highest, others_lowest: how many more regions share that very value; n_above: regions
-- above the country as a whole.
-- example: series_id=neet_15_24, as_of=2026-11-22, sex=_T, urbanisation=_T, for_year=null

with known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        area.sort_order
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and area.kind in ('country', 'oblast', 'city')
),

region as (
    select *
    from known
    where
        ref_area <> 'KZ'
        and time_period = coalesce(
            $for_year::integer, (select max(newest.time_period) from known as newest where newest.ref_area <> 'KZ')
        )
),

ends as (
    select
        min(time_period) as time_period,
        count(*) as n_regions,
        max(obs_value) as highest_value,
        min(obs_value) as lowest_value
    from region
    having count(*) > 0
),

final as (
    select
        ends.time_period,
        ends.n_regions,
        arg_min(region.ref_area, region.sort_order) filter (where region.obs_value = ends.highest_value)
            as highest_area,
        any_value(ends.highest_value) as highest_value,
        count(*) filter (where region.obs_value = ends.highest_value) - 1 as others_highest,
        arg_min(region.ref_area, region.sort_order) filter (where region.obs_value = ends.lowest_value) as lowest_area,
        any_value(ends.lowest_value) as lowest_value,
        count(*) filter (where region.obs_value = ends.lowest_value) - 1 as others_lowest,
        any_value(national.obs_value) as national_value,
        count(*) filter (where region.obs_value > national.obs_value) as n_above
    from ends
    cross join region
    left join known as national on national.ref_area = 'KZ' and national.time_period = ends.time_period
    group by ends.time_period, ends.n_regions
)

select * from final order by time_period;
