-- Question: where is one region strong, where weak, and what changes fastest, beside the whole country?
-- Parameters: ref_area; as_of a date; sex _T|F|M; urbanisation _T|U|R.
-- Grain: one row per curated series with a value for the region (series_id), in the region's newest year.
-- Units: values in the series' unit; gap is region minus country; standing 0-100 is the share of the other regions that
-- stand worse in the series' direction; yearly_change is the region's change per year over up to five years of one
-- segment, relative_change the same in per cent of the starting value and in the wished direction.
-- highlight: strongest, weakest (three series each, by standing) or fastest (three by relative_change, either way).
-- caveats: codes, empty when none. Counts are not ranked: a large region has more of everything. Neither are series in
-- which fewer than ten regions have a value, or whose newest year is more than four years old.
-- example: ref_area=KZ-43, as_of=2026-11-22, sex=_T, urbanisation=_T

with held as (
    select * from releases_as_of($as_of)
),

known as (
    select
        series_value.series_id,
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.segment,
        area.kind
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and area.kind in ('country', 'oblast', 'city')
),

own as (
    select
        series_id,
        time_period,
        obs_value,
        obs_status,
        segment
    from known
    where ref_area = $ref_area
    qualify time_period = max(time_period) over (partition by series_id)
),

earlier as (
    select
        known.series_id,
        min(known.time_period) as from_year,
        arg_min(known.obs_value, known.time_period) as from_value
    from known
    inner join own
        on
            known.series_id = own.series_id
            and known.segment = own.segment
            and known.time_period between own.time_period - 5 and own.time_period - 1
    where known.ref_area = $ref_area
    group by known.series_id
),

compared as (
    select
        own.series_id,
        count(*) filter (where known.kind <> 'country') as n_regions,
        max(known.obs_value) filter (where known.kind = 'country') as national_value,
        count(*) filter (where known.kind <> 'country' and known.obs_value < own.obs_value) as n_lower,
        count(*) filter (where known.kind <> 'country' and known.obs_value > own.obs_value) as n_higher
    from own
    inner join known on own.series_id = known.series_id and own.time_period = known.time_period
    group by own.series_id
),

measured as (
    select
        series.series_id,
        series.lens,
        series.goal,
        series.unit,
        series.decimals,
        series.direction,
        series.strength,
        own.time_period,
        own.obs_value,
        own.obs_status,
        compared.national_value,
        if(series.additive, null, own.obs_value - compared.national_value) as gap,
        coalesce(series.additive, false) as is_count,
        compared.n_regions,
        case if(series.additive, 'none', series.direction)
            when 'increase' then 100.0::double * compared.n_lower / nullif(compared.n_regions - 1, 0)
            when 'decrease' then 100.0::double * compared.n_higher / nullif(compared.n_regions - 1, 0)
        end as standing,
        earlier.from_year,
        earlier.from_value,
        (own.obs_value - earlier.from_value) / (own.time_period - earlier.from_year) as yearly_change,
        100.0::double * (own.obs_value - earlier.from_value)
        / nullif(abs(earlier.from_value) * (own.time_period - earlier.from_year), 0)
        * case series.direction when 'increase' then 1 when 'decrease' then -1 end as relative_change,
        own.segment > 0 and earlier.from_year is null as restarts,
        abs(own.obs_value - compared.national_value) < 0.5::double * pow(10, -coalesce(series.decimals, 1)) as is_level
    from own
    inner join series on own.series_id = series.series_id
    inner join compared on own.series_id = compared.series_id
    left join earlier on own.series_id = earlier.series_id
),

placed as (
    select
        *,
        n_regions >= 10 and standing is not null and year($as_of::date) - time_period <= 4 as is_ranked,
        row_number() over (
            partition by n_regions >= 10 and standing is not null and year($as_of::date) - time_period <= 4
            order by standing desc, series_id
        ) as from_best,
        row_number() over (
            partition by n_regions >= 10 and standing is not null and year($as_of::date) - time_period <= 4
            order by standing, series_id
        ) as from_worst,
        row_number() over (
            partition by n_regions >= 10 and standing is not null and relative_change is not null and year($as_of::date) - time_period <= 4
            order by abs(relative_change) desc, series_id
        ) as from_fastest
    from measured
),

final as (
    select
        series_id,
        lens,
        goal,
        unit,
        decimals,
        direction,
        strength,
        time_period,
        obs_value,
        national_value,
        gap,
        n_regions,
        standing,
        from_year,
        from_value,
        yearly_change,
        relative_change,
        list_filter(
            [
                if(is_ranked and from_best <= 3 and standing >= 50, 'strongest', null),
                if(is_ranked and from_worst <= 3 and standing < 50, 'weakest', null),
                if(is_ranked and relative_change is not null and from_fastest <= 3, 'fastest', null)
            ],
            lambda code: code is not null
        ) as highlight,
        list_filter(
            [
                if(is_count, 'count_not_rate', null),
                if(n_regions < 10, 'few_regions', null),
                if(restarts, 'series_restarts', null),
                if(obs_status = 'S', 'repaired_value', null),
                if(obs_status in ('P', 'E', 'U'), 'provisional_value', null),
                if(year($as_of::date) - time_period > 3, 'old_value', null),
                if(coalesce(is_level, false), 'level_with_country', null),
                if(strength = 'C', 'context_only', null)
            ],
            lambda code: code is not null
        ) as caveats
    from placed
)

select * from final order by standing desc, series_id;
