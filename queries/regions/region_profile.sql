-- Question: where is one region strong, where weak, and what changes fastest, beside the whole country?
-- Parameters: ref_area; as_of a date; sex _T|F|M; urbanisation _T|U|R.
-- Grain: one row per curated series with a value for the region (series_id), in the region's newest year.
-- Keys: series_id
-- Columns: series_id varchar, lens varchar, goal integer, unit varchar, decimals integer, direction varchar,
-- strength varchar, time_period integer, obs_value double, national_value double, gap double, n_regions bigint,
-- standing double, n_worse bigint, from_year integer, from_value double, yearly_change double, relative_change double,
-- highlight varchar[], caveats varchar[]
-- Units: values in the series' unit; gap is region minus country; standing 0-100 is the share of the other regions that
-- stand worse in the series' direction, n_worse their number; yearly_change is the region's change per year over up to
-- five years of one segment, relative_change the same in per cent of the starting value and in the wished direction, for
-- parity towards it; NULL for money at current prices, whose rise says nothing. highlight:
-- strongest, weakest (three series each, by standing) or fastest (three by relative_change, either way). caveats:
-- codes, empty when none. Counts are not ranked: a large region has more of everything. Neither are series in which
-- fewer than ten regions have a value, or whose newest year is more than four years old.
-- example: ref_area=KZ-43, as_of=2026-11-22, sex=_T, urbanisation=_T

with own as (
    select region_standing.*
    from region_standing
    inner join releases_as_of($as_of) as held
        on region_standing.source_id = held.source_id and region_standing.release = held.release
    where
        region_standing.ref_area = $ref_area
        and region_standing.sex = $sex
        and region_standing.urbanisation = $urbanisation
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
        series.measures,
        own.time_period,
        own.obs_value,
        own.obs_status,
        own.national_value,
        if(series.additive, null, own.obs_value - own.national_value) as gap,
        coalesce(series.additive, false) as is_count,
        own.n_regions,
        if(series.additive, null, 100.0::double * own.n_worse / nullif(own.n_regions - 1, 0)) as standing,
        if(series.additive, null, own.n_worse) as n_worse,
        own.from_year,
        own.from_value,
        (own.obs_value - own.from_value) / (own.time_period - own.from_year) as yearly_change,
        if(
            coalesce(series.prices, unit.prices) = 'current',
            null,
            100.0::double * abs(own.obs_value - own.from_value)
            / nullif(abs(own.from_value) * (own.time_period - own.from_year), 0)
            * sign(
                goodness(own.obs_value, series.direction, series.transform)
                - goodness(own.from_value, series.direction, series.transform)
            )
        ) as relative_change,
        own.segment > 0 and own.from_year is null as restarts,
        abs(own.obs_value - own.national_value) < 0.5::double * pow(10, -coalesce(series.decimals, 1)) as is_level
    from own
    inner join series on own.series_id = series.series_id
    left join unit on series.unit = unit.code
),

eligible as (
    select
        *,
        n_regions >= 10 and standing is not null and year($as_of::date) - time_period <= 4 as is_ranked
    from measured
),

placed as (
    select
        *,
        row_number() over (partition by is_ranked order by standing desc, series_id) as from_best,
        row_number() over (partition by is_ranked order by standing, series_id) as from_worst,
        row_number() over (partition by is_ranked order by abs(relative_change) desc nulls last, series_id)
            as from_fastest
    from eligible
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
        n_worse,
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
                if(strength = 'C' and measures = 'context', 'context_only', null)
            ],
            lambda code: code is not null
        ) as caveats
    from placed
)

select * from final order by standing desc, series_id;
