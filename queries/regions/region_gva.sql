-- Question: how much of a section of the creative economy is in each region, year by year, and where is no figure?
-- Parameters: activity ISIC4_J|ISIC4_M|ISIC4_R|ISIC4_JMR; measure share|weight|quotient;
-- geography published|CG17|CG16; as_of a date.
-- Grain: one row per region or comparable group and year (region, time_period), regions without a value included.
-- Keys: region, time_period
-- Columns: region varchar, ref_area varchar, time_period integer, layout varchar, obs_value double, obs_status varchar,
-- gva double, grp double, national_value double, missing varchar, predecessor varchar, until_year bigint, place bigint,
-- n_tied bigint, n_regions bigint, within_rounding boolean, segment bigint, sort_order integer
-- Units: share: per cent of the country's section; weight: value added of the section in per cent of the region's gross
-- product; quotient: 1 where the section weighs as much as in the country. national_value is NULL for shares. ref_area:
-- the region whose outline stands for the row on a map of `layout` (2022, 2018, pre2018), which follows from the codes
-- that have a value. missing: no_data, or not_existing in a year before the region was formed out of `predecessor`, in
-- `until_year`. place, n_tied, within_rounding as in ranking.sql; segment as in series_line.sql.
-- Method: queries/macros/regions.sql; value added against gross regional product, same source and year.
-- example: activity=ISIC4_J, measure=share, geography=published, as_of=2026-11-22

with based as (
    select
        *,
        sum(gva) over (partition by time_period) as total_gva,
        sum(grp) over (partition by time_period) as total_grp
    from regional_gva
    where
        activity = $activity
        and geography = $geography
        and release = release_as_of('bns_gva', $as_of)
),

measured as (
    select
        region,
        time_period,
        gva,
        grp,
        case $measure
            when 'share' then 100.0::double * gva / nullif(total_gva, 0)
            when 'weight' then 100.0::double * gva / nullif(grp, 0)
            when 'quotient' then location_quotient(gva, grp, total_gva, total_grp)
        end as obs_value,
        case $measure
            when 'weight' then 100.0::double * total_gva / nullif(total_grp, 0)
            when 'quotient' then 1.0::double
        end as national_value
    from based
),

years as (
    select
        time_period,
        case
            when $geography = 'CG17' then '2018'
            when $geography = 'CG16' then 'pre2018'
            when bool_or(region in ('KZ-10', 'KZ-33', 'KZ-62')) then '2022'
            when bool_or(region in ('KZ-61', 'KZ-79')) then '2018'
            else 'pre2018'
        end as layout
    from measured
    group by time_period
),

region as (
    select
        area.ref_area as region,
        area.ref_area,
        area.valid_from,
        area.valid_to,
        area.predecessor,
        area.sort_order
    from area
    where $geography = 'published' and area.kind in ('oblast', 'city')
    union all by name
    select
        area_group.group_code as region,
        arg_min(area.ref_area, coalesce(area.predecessor, '')) as ref_area,
        min(area.sort_order) as sort_order
    from area_group
    inner join area on area_group.ref_area = area.ref_area
    where area_group.scheme = $geography
    group by area_group.group_code
),

framed as (
    select
        region.region,
        region.ref_area,
        years.time_period,
        years.layout,
        region.sort_order,
        region.predecessor,
        year(region.valid_from) as until_year,
        measured.gva,
        measured.grp,
        round(measured.obs_value, 9) as obs_value,
        measured.national_value,
        case
            when measured.obs_value is not null then null
            when coalesce(year(region.valid_from), 0) > years.time_period then 'not_existing'
            else 'no_data'
        end as missing
    from region
    cross join years
    left join measured on region.region = measured.region and years.time_period = measured.time_period
    where
        measured.obs_value is not null
        or coalesce(year(region.valid_to), 9999) > years.time_period
),

final as (
    select
        region,
        ref_area,
        time_period,
        layout,
        obs_value,
        'A' as obs_status,
        gva,
        grp,
        national_value,
        missing,
        if(missing = 'not_existing', predecessor, null) as predecessor,
        if(missing = 'not_existing', until_year, null) as until_year,
        if(obs_value is null, null, rank() over (partition by time_period order by obs_value desc nulls last)) as place,
        count(*) over (partition by time_period, obs_value) as n_tied,
        count(obs_value) over (partition by time_period) as n_regions,
        coalesce(
            obs_value - lead(obs_value) over (partition by time_period order by obs_value desc nulls last, region)
            < if($measure = 'share', 0.05, 0.005)::double,
            false
        ) as within_rounding,
        (
            select count(*)
            from series_break
            where
                series_break.series_id = 'gva_' || lower(replace($activity, 'ISIC4_', '')) || '_regional_share'
                and series_break.time_period <= framed.time_period
                and (series_break.ref_area is null or series_break.ref_area = framed.region)
        ) as segment,
        sort_order
    from framed
)

select * from final order by time_period, obs_value desc nulls last, sort_order, region;
