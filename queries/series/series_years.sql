-- Question: for each year of a series, is there a national value, and for how many of the regions of that year?
-- Parameters: series_id, NULL for every series; as_of a date.
-- Grain: one row per series and year from the first to the last with any value, the empty years between included
-- (n_regions 0).
-- Keys: series_id, time_period
-- Columns: series_id varchar, time_period integer, has_national boolean, n_regions integer, n_expected integer,
-- share_regions double
-- Units: n_expected is how many regions existed in the year, share_regions the part of them with a value, 0 to 1.
-- example: series_id=neet_15_24, as_of=2026-11-22

with valued as (
    select
        series_value.series_id,
        series_value.time_period,
        bool_or(series_value.ref_area = 'KZ') as has_national,
        count(distinct series_value.ref_area) filter (where area.kind in ('oblast', 'city')) as n_regions
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where series_value.series_id = coalesce($series_id, series_value.series_id)
    group by series_value.series_id, series_value.time_period
),

years as (
    select
        series_id,
        unnest(range(min(time_period), max(time_period) + 1))::integer as time_period
    from valued
    group by series_id
),

counted as (
    select
        years.series_id,
        years.time_period,
        coalesce(valued.has_national, false) as has_national,
        coalesce(valued.n_regions, 0)::integer as n_regions,
        case when years.time_period < 2018 then 16 when years.time_period < 2022 then 17 else 20 end as n_expected
    from years
    left join valued on years.series_id = valued.series_id and years.time_period = valued.time_period
),

final as (
    select
        *,
        least(n_regions / n_expected::double, 1) as share_regions
    from counted
)

select * from final order by series_id, time_period;
