-- Question: which regions gained a larger share of a section of the creative economy, and which lost?
-- Parameters: activity ISIC4_J|ISIC4_M|ISIC4_R|ISIC4_JMR; geography CG17|CG16; as_of a date.
-- Grain: one row per comparable group (region).
-- Keys: region
-- Columns: region varchar, ref_area varchar, from_year integer, to_year integer, share_from double, share_to double,
-- change double, growth double, n_gained bigint, n_regions bigint
-- Units: shares in per cent of the country, change in percentage points between the first and the latest year of the
-- geography; growth of value added in per cent, current prices. ref_area: the region that stands for the group;
-- n_gained counts the groups whose printed share rose.
-- example: activity=ISIC4_J, geography=CG16, as_of=2026-11-22

with based as (
    select
        region,
        time_period,
        gva,
        100.0::double * gva / sum(gva) over (partition by time_period) as share
    from regional_gva
    where
        activity = $activity
        and geography = $geography
        and release = release_as_of('bns_gva', $as_of)
),

represented as (
    select
        area_group.group_code as region,
        arg_min(area.ref_area, coalesce(area.predecessor, '')) as ref_area
    from area_group
    inner join area on area_group.ref_area = area.ref_area
    where area_group.scheme = $geography
    group by area_group.group_code
),

ends as (
    select
        region,
        min(time_period) as from_year,
        max(time_period) as to_year,
        arg_min(share, time_period) as share_from,
        arg_max(share, time_period) as share_to,
        arg_min(gva, time_period) as gva_from,
        arg_max(gva, time_period) as gva_to
    from based
    group by region
),

final as (
    select
        ends.region,
        represented.ref_area,
        ends.from_year,
        ends.to_year,
        ends.share_from,
        ends.share_to,
        ends.share_to - ends.share_from as change,
        100 * (ends.gva_to / nullif(ends.gva_from, 0) - 1) as growth,
        count(*) filter (where round(ends.share_to, 1) > round(ends.share_from, 1)) over () as n_gained,
        count(*) over () as n_regions
    from ends
    inner join represented on ends.region = represented.region
)

select * from final order by change desc, region;
