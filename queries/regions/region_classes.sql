-- Question: which classes hold for the regions on a map in every year of its slider?
-- Parameters: series_id of a series with regional values; as_of a date; n_classes 3 to 5.
-- Grain: one row per class, lowest first.
-- Keys: class_number
-- Columns: class_number bigint, lower_bound double, upper_bound double, scheme varchar
-- Units: the series' own.
-- Method: quantiles of all regions of all years together, so that a colour means the same in every year. Limits that
-- coincide (ties) are merged; with fewer than three left, three equal steps from the lowest to the highest value.
-- example: series_id=neet_15_24, as_of=2026-11-22, n_classes=5

with known as (
    select series_value.obs_value
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
        and area.kind in ('oblast', 'city')
),

decimals as (
    select coalesce(series.decimals, 1) as places
    from series
    where series.series_id = $series_id
),

lowest as (
    select min(known.obs_value) as obs_value from known
),

quantiles as (
    select
        round(breaks.upper_bound, decimals.places) as upper_bound,
        'quantiles' as scheme
    from quantile_breaks((select list(known.obs_value) from known), $n_classes) as breaks
    cross join decimals
    cross join lowest
    where round(breaks.upper_bound, decimals.places) > round(lowest.obs_value, decimals.places)
    group by round(breaks.upper_bound, decimals.places)
),

equal_steps as (
    select
        round(
            lowest.obs_value + (select max(known.obs_value) - min(known.obs_value) from known) * step / 3.0::double,
            2
        ) as upper_bound,
        'equal_interval' as scheme
    from lowest
    cross join range(1, 4) as steps(step)
),

chosen as (
    select * from quantiles where (select count(*) from quantiles as counted) >= 3
    union all
    select * from equal_steps where (select count(*) from quantiles as counted) < 3
),

final as (
    select
        row_number() over (order by chosen.upper_bound) as class_number,
        coalesce(lag(chosen.upper_bound) over (order by chosen.upper_bound), lowest.obs_value) as lower_bound,
        chosen.upper_bound,
        chosen.scheme
    from chosen
    cross join lowest
)

select * from final order by class_number;
