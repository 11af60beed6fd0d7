-- Question: where in the country is a section of the creative economy, and where does it weigh more than usual?
-- Parameters: activity ISIC4_J|ISIC4_M|ISIC4_R|ISIC4_JMR; as_of a date; geography published|CG17|CG16.
-- Grain: one row per region or comparable group and year (region, time_period).
-- Keys: region, time_period
-- Columns: region varchar, time_period integer, gva double, grp double, n_members bigint, is_city boolean,
-- share double, reference_share double, share_of_grp double, location_quotient double, symmetric_quotient double,
-- place bigint, change_in_share double
-- Units: gva, grp as published (current prices); shares in per cent; location quotient 1 = as in the whole country;
-- symmetric quotient -1..1. rank counts from the largest share of the national total.
-- Method: queries/macros/regions.sql; quotient of value added against gross regional product, same source and year.
-- example: activity=ISIC4_J, as_of=2026-11-22, geography=CG17

with based as (
    select *
    from regional_gva
    where
        activity = $activity
        and geography = $geography
        and release = release_as_of('bns_gva', $as_of)
),

totalled as (
    select
        *,
        sum(gva) over (partition by time_period) as total_gva,
        sum(grp) over (partition by time_period) as total_grp
    from based
),

measured as (
    select
        *,
        100.0::double * gva / nullif(total_gva, 0) as share,
        100.0::double * grp / nullif(total_grp, 0) as reference_share,
        100.0::double * gva / nullif(grp, 0) as share_of_grp,
        location_quotient(gva, grp, total_gva, total_grp) as quotient
    from totalled
),

final as (
    select
        region,
        time_period,
        gva,
        grp,
        n_members,
        is_city,
        share,
        reference_share,
        share_of_grp,
        quotient as location_quotient,
        symmetric_quotient(quotient) as symmetric_quotient,
        rank() over (partition by time_period order by share desc) as place,
        share - lag(share) over (partition by region order by time_period) as change_in_share
    from measured
)

select * from final order by time_period, place, region;
