-- Question: what is the value of a series in regions that cover the same ground in every year?
-- Parameters: series_id; as_of a date; scheme CG17|CG16|R20; sex _T|F|M; urbanisation _T|U|R.
-- Grain: one row per comparable group and year (region, time_period).
-- Keys: region, time_period
-- Columns: region varchar, ref_area varchar, time_period integer, obs_value double, method varchar, reason varchar,
-- n_members bigint, is_repaired boolean, national_value double, place bigint, n_tied bigint, n_regions bigint,
-- sort_order integer
-- Units: the series' own. ref_area: the region whose outline stands for the group on a map; place counts from the
-- highest value and is shared by n_tied groups; national_value is the whole country's. method: published (the group is
-- one region that year), summed (counts and money), weighted (rates, by the series' denominator). Otherwise obs_value
-- is NULL and reason says why: no_weight (a rate without a denominator is never averaged) or member_missing (a region
-- of the group has no value). The boundaries are those of the year: a parent region before its split covers the group.
-- Source of the rule: NUTS practice of restating split regions.
-- example: series_id=gva_j, as_of=2026-11-22, scheme=CG17, sex=_T, urbanisation=_T

with held as (
    select * from releases_as_of($as_of)
),

known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
),

weights as (
    select
        series_weight.ref_area,
        series_weight.time_period,
        series_weight.weight
    from series_weight
    inner join held on series_weight.source_id = held.source_id and series_weight.release = held.release
    where
        series_weight.series_id = $series_id
        and coalesce(series_weight.sex, $sex) = $sex
        and coalesce(series_weight.urbanisation, $urbanisation) = $urbanisation
),

years as (
    select distinct time_period from known
),

members as (
    select
        area_group.group_code as region,
        area_group.ref_area,
        years.time_period,
        known.obs_value,
        known.obs_status,
        weights.weight
    from area_group
    inner join area on area_group.ref_area = area.ref_area
    cross join years
    left join known on area_group.ref_area = known.ref_area and years.time_period = known.time_period
    left join weights on area_group.ref_area = weights.ref_area and years.time_period = weights.time_period
    where
        area_group.scheme = $scheme
        and (area_group.scheme <> 'CG17' or years.time_period >= 2018)
        and (area_group.scheme <> 'R20' or years.time_period >= 2022)
        and (
            known.obs_value is not null
            or (
                coalesce(year(area.valid_from), 0) <= years.time_period
                and coalesce(year(area.valid_to), 9999) > years.time_period
            )
        )
),

represented as (
    select
        area_group.group_code as region,
        arg_min(area.ref_area, coalesce(area.predecessor, '')) as ref_area,
        min(area.sort_order) as sort_order
    from area_group
    inner join area on area_group.ref_area = area.ref_area
    where area_group.scheme = $scheme
    group by area_group.group_code
),

grouped as (
    select
        members.region,
        members.time_period,
        count(*) as n_members,
        count(members.obs_value) as n_known,
        any_value(members.obs_value) as single_value,
        sum(members.obs_value) as total,
        if(
            count(members.weight) = count(*),
            sum(members.obs_value * members.weight) / nullif(sum(members.weight), 0),
            null
        ) as weighted_mean,
        bool_or(members.obs_status = 'S') as is_repaired
    from members
    group by
        members.region,
        members.time_period
),

valued as (
    select
        grouped.region,
        represented.ref_area,
        represented.sort_order,
        grouped.time_period,
        case
            when grouped.n_known < grouped.n_members then null
            when grouped.n_members = 1 then grouped.single_value
            when series.additive then grouped.total
            else grouped.weighted_mean
        end as obs_value,
        case
            when grouped.n_known < grouped.n_members then null
            when grouped.n_members = 1 then 'published'
            when series.additive then 'summed'
            when grouped.weighted_mean is not null then 'weighted'
        end as method,
        case
            when grouped.n_known < grouped.n_members then 'member_missing'
            when grouped.n_members > 1 and not series.additive and grouped.weighted_mean is null then 'no_weight'
        end as reason,
        grouped.n_members,
        grouped.is_repaired
    from grouped
    inner join represented on grouped.region = represented.region
    inner join series on series.series_id = $series_id
),

final as (
    select
        valued.region,
        valued.ref_area,
        valued.time_period,
        valued.obs_value,
        valued.method,
        valued.reason,
        valued.n_members,
        valued.is_repaired,
        national.obs_value as national_value,
        if(
            valued.obs_value is null,
            null,
            rank() over (partition by valued.time_period order by valued.obs_value desc nulls last)
        ) as place,
        count(*) over (partition by valued.time_period, valued.obs_value) as n_tied,
        count(valued.obs_value) over (partition by valued.time_period) as n_regions,
        valued.sort_order
    from valued
    left join known as national on national.ref_area = 'KZ' and valued.time_period = national.time_period
)

select * from final order by region, time_period;
