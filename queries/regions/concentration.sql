-- Question: how unevenly is a section of the creative economy spread over the regions, year by year?
-- Parameters: activity ISIC4_J|ISIC4_M|ISIC4_R|ISIC4_JMR; as_of a date; geography published|CG17|CG16. A split of
-- a region moves every index with nothing happening, so years compare only on CG17 (from 2018) or CG16 (from the start).
-- Grain: one row per year (time_period).
-- Keys: time_period
-- Columns: time_period integer, n_regions bigint, hhi double, normalised_hhi double, effective_number double,
-- top_1 double, top_2 double, top_3 double, largest_region varchar, hoover double, hoover_percent double, theil double,
-- gini_of_counts double, locational_gini double, williamson_cv double, sigma double, theil_between double,
-- theil_within double
-- Units: shares and indices 0-1, top_1..top_3 and hoover_percent in per cent.
-- Method: queries/macros/regions.sql. Hoover, Theil and the locational Gini measure against gross regional product;
-- Theil splits into a part between cities of republican standing and the rest, and a part within the two.
-- example: activity=ISIC4_J, as_of=2026-11-22, geography=CG17

with based as (
    select *
    from regional_gva
    where
        activity = $activity
        and geography = $geography
        and release = release_as_of('bns_gva', $as_of)
),

shares as (
    select
        time_period,
        region,
        is_city,
        gva,
        gva / nullif(sum(gva) over same_year, 0) as s,
        grp / nullif(sum(grp) over same_year, 0) as x
    from based
    window same_year as (partition by time_period)
),

between_groups as (
    select
        time_period,
        theil_t(group_s, group_x) as theil_between
    from (
        select
            time_period,
            is_city,
            sum(s) as group_s,
            sum(x) as group_x
        from shares
        group by
            time_period,
            is_city
    ) as grouped
    group by time_period
),

measured as (
    select
        time_period,
        count(*) as n_regions,
        hhi(s) as hhi,
        normalised_hhi(s) as normalised_hhi,
        effective_number(s) as effective_number,
        100 * top_share(s, 1) as top_1,
        100 * top_share(s, 2) as top_2,
        100 * top_share(s, 3) as top_3,
        arg_max(region, s) as largest_region,
        hoover(s, x) as hoover,
        100 * hoover(s, x) as hoover_percent,
        theil_t(s, x) as theil,
        gini_of_counts(list(gva)) as gini_of_counts,
        locational_gini(list({'s': s, 'x': x})) as locational_gini,
        williamson_cv(s, x) as williamson_cv,
        sigma_spread(s / nullif(x, 0)) as sigma
    from shares
    group by time_period
),

final as (
    select
        measured.*,
        between_groups.theil_between,
        measured.theil - between_groups.theil_between as theil_within
    from measured
    inner join between_groups on measured.time_period = between_groups.time_period
)

select * from final order by time_period;
