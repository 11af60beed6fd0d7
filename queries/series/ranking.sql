-- Question: in which order do the regions stand, and which places are too close to call?
-- Parameters: series_id; as_of a date; sex _T|F|M; urbanisation _T|U|R; for_year a year or NULL for the newest.
-- Grain: one row per region with a value in that year (ref_area), highest first.
-- Keys: ref_area
-- Columns: ref_area varchar, time_period integer, obs_value double, obs_status varchar, place bigint,
-- best_place bigint, n_tied bigint, n_regions bigint, lead_over_next double, within_rounding boolean,
-- national_value double, gap_to_national double
-- Units: the series' own. place counts from the highest value and is shared by equal values (n_tied of them).
-- best_place counts from the better end of the series' direction, NULL without one. within_rounding: the next region is
-- nearer than half of the last published digit, so their order means nothing.
-- example: series_id=neet_15_24, as_of=2026-11-22, sex=_T, urbanisation=_T, for_year=2022

with known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status
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

shown as (
    select
        known.*,
        series.direction,
        0.5::double * pow(10, -coalesce(series.decimals, 1)) as half_digit
    from known
    inner join series on series.series_id = $series_id
    where
        known.time_period = coalesce(
            $for_year::integer, (select max(newest.time_period) from known as newest where newest.ref_area <> 'KZ')
        )
),

placed as (
    select
        shown.ref_area,
        shown.time_period,
        shown.obs_value,
        shown.obs_status,
        shown.direction,
        shown.half_digit,
        rank() over (order by shown.obs_value desc) as place,
        rank() over (order by shown.obs_value) as place_from_lowest,
        count(*) over (partition by shown.obs_value) as n_tied,
        count(*) over () as n_regions,
        shown.obs_value - lead(shown.obs_value) over (order by shown.obs_value desc, shown.ref_area) as lead_over_next,
        national.obs_value as national_value
    from shown
    left join shown as national on national.ref_area = 'KZ'
    where shown.ref_area <> 'KZ'
),

final as (
    select
        ref_area,
        time_period,
        obs_value,
        obs_status,
        place,
        case direction when 'increase' then place when 'decrease' then place_from_lowest end as best_place,
        n_tied,
        n_regions,
        lead_over_next,
        coalesce(lead_over_next < half_digit, false) as within_rounding,
        national_value,
        obs_value - national_value as gap_to_national
    from placed
)

select * from final order by obs_value desc, ref_area;
