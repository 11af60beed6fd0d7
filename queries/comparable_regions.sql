-- Question: what is the value of a series in regions that cover the same ground in every year?
-- Parameters: series_id; as_of a date; scheme CG17|CG16|R20; sex _T|F|M; urbanisation _T|U|R.
-- Grain: one row per comparable group and year (region, time_period). Units: the series' own.
-- method: published (the group is one region that year), summed (counts and money), weighted (rates, by the series'
-- denominator). Otherwise obs_value is NULL and reason says why: no_weight (a rate without a denominator is never
-- averaged) or member_missing (a region of the group has no value). The boundaries are those of the year: a parent
-- region before its split covers the group. Source of the rule: NUTS practice of restating split regions.
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
        observation.ref_area,
        observation.time_period,
        max(observation.obs_value) as weight
    from observation
    inner join series_operand
        on
            observation.source_id = series_operand.source_id
            and observation.indicator = series_operand.indicator
            and observation.series_code = series_operand.series_code
            and observation.age = series_operand.age
            and observation.activity = series_operand.activity
            and observation.composite_breakdown = series_operand.composite_breakdown
            and series_operand.role = 'weight'
            and observation.sex = coalesce(series_operand.sex, $sex)
            and observation.urbanisation = coalesce(series_operand.urbanisation, $urbanisation)
    inner join held on observation.source_id = held.source_id and observation.release = held.release
    where series_operand.series_id = $series_id
    group by
        observation.ref_area,
        observation.time_period
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

final as (
    select
        grouped.region,
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
    inner join series on series.series_id = $series_id
)

select * from final order by region, time_period;
