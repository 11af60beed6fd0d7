-- Question: what is the value of a series in each region by year, as published, and where is no figure and why?
-- Parameters: series_id; as_of a date. Both sexes, town and village together.
-- Grain: one row per region and year between the first and the last with regional values (region, time_period).
-- Keys: region, time_period
-- Columns: region varchar, ref_area varchar, time_period integer, layout varchar, obs_value double, obs_status varchar,
-- national_value double, missing varchar, predecessor varchar, until_year bigint, place bigint, n_tied bigint,
-- n_regions bigint, within_rounding boolean, segment integer, sort_order integer
-- Units: the series' own. ref_area, layout, missing, predecessor, until_year, place, n_tied, within_rounding, segment
-- as in region_gva.sql; missing may also be suppressed: the publisher has the figure and keeps it back.
-- example: series_id=neet_15_24, as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

known as (
    select
        series_value.ref_area,
        area.kind,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.segment
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
        and area.kind in ('country', 'oblast', 'city')
),

layouts as (
    select
        time_period,
        case
            when bool_or(ref_area in ('KZ-10', 'KZ-33', 'KZ-62')) then '2022'
            when bool_or(ref_area in ('KZ-61', 'KZ-79')) then '2018'
            when bool_or(ref_area = 'KZ-YUZ') or time_period < 2018 then 'pre2018'
            when time_period < 2022 then '2018'
            else '2022'
        end as layout
    from known
    where kind <> 'country'
    group by time_period
),

kept_back as (
    select distinct
        quarantine.ref_area,
        quarantine.time_period
    from quarantine
    inner join series_operand
        on
            quarantine.source_id = series_operand.source_id
            and quarantine.indicator = series_operand.indicator
            and series_operand.role in ('operand', 'against')
    inner join held on quarantine.source_id = held.source_id and quarantine.release = held.release
    where
        series_operand.series_id = $series_id
        and quarantine.reason in ('suppressed', 'suppressed_as_zero')
        -- A row set aside keeps its kind of organisation only in the line itself, in the publisher's words.
        and (
            series_operand.composite_breakdown = '_T'
            or contains(upper(quarantine.raw_line), left(series_operand.composite_breakdown, 5))
        )
),

framed as (
    select
        area.ref_area as region,
        area.ref_area,
        layouts.time_period,
        layouts.layout,
        known.obs_value,
        known.obs_status,
        known.segment,
        national.obs_value as national_value,
        area.predecessor,
        year(area.valid_from) as until_year,
        area.sort_order,
        case
            when known.obs_value is not null then null
            when coalesce(year(area.valid_from), 0) > layouts.time_period then 'not_existing'
            when kept_back.ref_area is not null then 'suppressed'
            else 'no_data'
        end as missing
    from area
    cross join layouts
    left join known on area.ref_area = known.ref_area and layouts.time_period = known.time_period
    left join known as national on national.ref_area = 'KZ' and layouts.time_period = national.time_period
    left join kept_back on area.ref_area = kept_back.ref_area and layouts.time_period = kept_back.time_period
    where
        area.kind in ('oblast', 'city')
        and (known.obs_value is not null or coalesce(year(area.valid_to), 9999) > layouts.time_period)
),

final as (
    select
        framed.region,
        framed.ref_area,
        framed.time_period,
        framed.layout,
        framed.obs_value,
        framed.obs_status,
        framed.national_value,
        framed.missing,
        if(framed.missing = 'not_existing', framed.predecessor, null) as predecessor,
        if(framed.missing = 'not_existing', framed.until_year, null) as until_year,
        if(
            framed.obs_value is null,
            null,
            rank() over (partition by framed.time_period order by framed.obs_value desc nulls last)
        ) as place,
        count(*) over (partition by framed.time_period, framed.obs_value) as n_tied,
        count(framed.obs_value) over (partition by framed.time_period) as n_regions,
        coalesce(
            framed.obs_value - lead(framed.obs_value) over (
                partition by framed.time_period order by framed.obs_value desc nulls last, framed.region
            ) < 0.5::double * pow(10, -coalesce(series.decimals, 1)),
            false
        ) as within_rounding,
        framed.segment,
        framed.sort_order
    from framed
    inner join series on series.series_id = $series_id
)

select * from final order by time_period, obs_value desc nulls last, sort_order, region;
