-- Question: where do chosen regions stand beside the country in the newest year that all of them have?
-- Parameters: series_id; as_of a date; ref_areas a list of regions; sex _T|F|M; urbanisation _T|U|R; to_year the last
-- year to look at, or NULL.
-- Grain: one row per area with a value in that year, the chosen ones in their order, the country last; none where the
-- regions share no year.
-- Keys: ref_area
-- Columns: ref_area varchar, time_period integer, obs_value double, place integer
-- Units: the series' own.
-- example: series_id=neet_15_24, as_of=2026-11-22, ref_areas=[KZ-43,KZ-47], sex=_T, urbanisation=_T, to_year=null

with known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and (series_value.ref_area = 'KZ' or list_contains($ref_areas::varchar[], series_value.ref_area))
        and ($to_year is null or series_value.time_period <= $to_year)
        and series_value.obs_value is not null
),

shared as (
    select max(years.time_period) as time_period
    from (
        select known.time_period
        from known
        where known.ref_area <> 'KZ'
        group by known.time_period
        having count(distinct known.ref_area) = len($ref_areas::varchar[])
    ) as years
),

final as (
    select
        known.ref_area,
        known.time_period,
        known.obs_value,
        coalesce(list_position($ref_areas::varchar[], known.ref_area), 1000) as place
    from known
    inner join shared on known.time_period = shared.time_period
)

select * from final order by place, ref_area;
