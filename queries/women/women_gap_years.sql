-- Question: for which years can women and men be compared by region?
-- Parameters: series_id of a series with values by sex; as_of a date.
-- Grain: one row per year with both values in some region (time_period); n_regions counts them.
-- Keys: time_period
-- Columns: time_period integer, n_regions bigint
-- Method: years after the catalogue's gap series are left out (queries/macros/splits.sql).
-- example: series_id=neet_15_24, as_of=2026-11-22

with paired as (
    select
        series_value.ref_area,
        series_value.time_period
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.urbanisation = '_T'
        and series_value.sex in ('F', 'M')
        and area.kind in ('oblast', 'city')
    group by
        series_value.ref_area,
        series_value.time_period
    having count(distinct series_value.sex) = 2
),

final as (
    select
        time_period,
        count(*) as n_regions
    from paired
    where time_period <= coalesce(comparable_until($series_id, 'sex'), time_period)
    group by time_period
)

select * from final order by time_period;
