-- Question: what value did a section of the economy add in each region, beside the region's whole product?
-- Parameters: section (ISIC4_J or ISIC4_R); on_date; geography: published, or the comparable CG17 or CG16.
-- Grain: one row per region or comparable group and year (region, time_period). Units: as published, current prices.
-- A group is summed over the members that exist in the year; it has no row while one of them has no figure. CG17
-- starts in 2018, CG16 wherever the figures start. Shares are of the sum over regions, which the national row equals.
-- Source: Bureau of National Statistics, gross value added and gross regional product by region (BNS-5927).

create or replace macro gva_by_region(section, on_date, geography) as table
    with figures as (
        select
            observation.ref_area,
            observation.time_period,
            max(observation.obs_value) filter (where observation.series_code = 'GVA') as gva,
            max(observation.obs_value) filter (where observation.series_code = 'GRP') as grp
        from observation
        where
            observation.source_id = 'bns_gva'
            and observation.release = release_as_of('bns_gva', on_date)
            and observation.ref_area <> 'KZ'
            and (
                (observation.series_code = 'GVA' and observation.activity = section)
                or (observation.series_code = 'GRP' and observation.activity = '_T')
            )
        group by
            observation.ref_area,
            observation.time_period
    ),

    placed as (
        select
            figures.ref_area,
            figures.time_period,
            figures.gva,
            figures.grp,
            area.kind,
            if(geography = 'published', figures.ref_area, area_group.group_code) as region
        from figures
        inner join area on figures.ref_area = area.ref_area
        left join area_group on figures.ref_area = area_group.ref_area and area_group.scheme = geography
    ),

    final as (
        select
            region,
            time_period,
            sum(gva) as gva,
            sum(grp) as grp,
            count(*) as n_members,
            bool_and(kind = 'city') as is_city
        from placed
        where region is not null and (geography <> 'CG17' or time_period >= 2018)
        group by
            region,
            time_period
        having count(*) = count(gva) and count(*) = count(grp)
    )

    select * from final order by time_period, region;
