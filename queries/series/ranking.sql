-- Question: in which order do the regions stand in each year, and which places are too close to call?
-- Parameters: series_id; as_of a date.
-- Grain: one row per sex, residence, year and region with a value in that year, highest first.
-- Keys: sex, urbanisation, time_period, ref_area
-- Columns: ref_area varchar, sex varchar, urbanisation varchar, time_period integer, obs_value double,
-- obs_status varchar, place bigint, best_place bigint, n_tied bigint, n_regions bigint, lead_over_next double,
-- within_rounding boolean, national_value double, gap_to_national double
-- Units: the series' own. place counts from the highest value and is shared by equal values (n_tied of them).
-- best_place counts from the better end of the series' direction, for parity from what is nearest to it; NULL without
-- one. within_rounding: the next region is
-- nearer than half of the last published digit, so their order means nothing.
-- example: series_id=neet_15_24, as_of=2026-11-22

with known as (
    select
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and area.kind in ('country', 'oblast', 'city')
),

measured as (
    select
        region.*,
        national.obs_value as national_value,
        goodness(region.obs_value, series.direction, series.transform) as goodness,
        0.5::double * pow(10, -coalesce(series.decimals, 1)) as half_digit
    from known as region
    inner join series on series.series_id = $series_id
    left join known as national
        on
            national.ref_area = 'KZ'
            and region.sex = national.sex
            and region.urbanisation = national.urbanisation
            and region.time_period = national.time_period
    where region.ref_area <> 'KZ'
),

placed as (
    select
        measured.*,
        rank() over (of_year order by measured.obs_value desc) as place,
        rank() over (of_year order by measured.goodness desc) as place_from_best,
        count(*) over (
            partition by measured.sex, measured.urbanisation, measured.time_period, measured.obs_value
        ) as n_tied,
        count(*) over (of_year) as n_regions,
        measured.obs_value
        - lead(measured.obs_value) over (of_year order by measured.obs_value desc, measured.ref_area) as lead_over_next
    from measured
    window of_year as (partition by measured.sex, measured.urbanisation, measured.time_period)
),

final as (
    select
        ref_area,
        sex,
        urbanisation,
        time_period,
        obs_value,
        obs_status,
        place,
        if(goodness is null, null, place_from_best) as best_place,
        n_tied,
        n_regions,
        lead_over_next,
        coalesce(lead_over_next < half_digit, false) as within_rounding,
        national_value,
        obs_value - national_value as gap_to_national
    from placed
)

select * from final order by sex, urbanisation, time_period, obs_value desc, ref_area;
