-- Question: what value did a section of the economy add in each region, beside the region's whole product?
-- Parameters: none.
-- Grain: one row per section (activity; ISIC4_JMR is J, M and R together), release, geography (published, CG17, CG16), region or group, and year.
-- Keys: activity, release, geography, region, time_period
-- Columns: activity varchar, release date, geography varchar, region varchar, time_period integer, gva double,
-- grp double, n_members bigint, is_city boolean
-- Units: as published, current prices. A comparable group is summed over its members; it has no row while a member
-- without both figures stands in the table of that year. CG17 starts in 2018, CG16 wherever the figures start.
-- Source: Bureau of National Statistics, gross value added and gross regional product by region (BNS-5927).
-- Stored: as a table; three geographies of the same few thousand figures, asked by every regional measure.

create or replace table regional_gva as
with figures as (
    select
        observation.release,
        observation.activity,
        observation.series_code,
        observation.ref_area,
        observation.time_period,
        observation.obs_value
    from observation
    inner join area on observation.ref_area = area.ref_area
    where
        observation.indicator = 'BNS-5927'
        and area.kind in ('oblast', 'city')
),

-- Sections J, M and R together, where a region has all three.
added as (
    select * from figures
    union all by name
    select
        release,
        'ISIC4_JMR' as activity,
        series_code,
        ref_area,
        time_period,
        sum(obs_value) as obs_value
    from figures
    where series_code = 'GVA' and activity in ('ISIC4_J', 'ISIC4_M', 'ISIC4_R')
    group by all
    having count(*) = 3
),

paired as (
    select
        part.activity,
        part.release,
        part.ref_area,
        part.time_period,
        part.obs_value as gva,
        whole.obs_value as grp
    from added as part
    left join figures as whole
        on
            part.release = whole.release
            and part.ref_area = whole.ref_area
            and part.time_period = whole.time_period
            and whole.series_code = 'GRP'
            and whole.activity = '_T'
    where part.series_code = 'GVA'
),

placed as (
    select
        paired.*,
        'published' as geography,
        paired.ref_area as region
    from paired
    union all by name
    select
        paired.*,
        area_group.scheme as geography,
        area_group.group_code as region
    from paired
    inner join area_group on paired.ref_area = area_group.ref_area
    where area_group.scheme = 'CG16' or (area_group.scheme = 'CG17' and paired.time_period >= 2018)
),

final as (
    select
        placed.activity,
        placed.release,
        placed.geography,
        placed.region,
        placed.time_period,
        sum(placed.gva) as gva,
        sum(placed.grp) as grp,
        count(*) as n_members,
        bool_and(area.kind = 'city') as is_city
    from placed
    inner join area on placed.ref_area = area.ref_area
    group by
        placed.activity,
        placed.release,
        placed.geography,
        placed.region,
        placed.time_period
    having count(*) = count(placed.gva) and count(*) = count(placed.grp)
)

select * from final
order by
    activity,
    release,
    geography,
    time_period,
    region;
