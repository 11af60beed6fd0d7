-- Question: in which posts and jobs do women hold their half, and where not?
-- Parameters: as_of a date.
-- Grain: one row per series of women's shares with a value for the country (series_id): its newest year.
-- Keys: series_id
-- Columns: series_id varchar, time_period integer, women double, men double, distance double, zone varchar,
-- n_few_women bigint, n_series bigint, obs_status varchar, source_id varchar, release date
-- Units: women and men in per cent of the people counted; distance in points from one half. zone: few_women below 40,
-- balanced 40-60, few_men above 60; n_few_women of n_series lie below the zone.
-- Method: gender-balance zone for shares; the parity band 0.97-1.03 belongs to ratios of rates and would be far too
-- narrow here.
-- example: as_of=2026-11-22

with newest as (
    select
        series_value.series_id,
        max(series_value.time_period) as time_period,
        arg_max(series_value.obs_value, series_value.time_period) as women,
        arg_max(series_value.obs_status, series_value.time_period) as obs_status,
        any_value(series_value.source_id) as source_id,
        any_value(series_value.release) as release
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join series on series_value.series_id = series.series_id
    where
        series.transform = 'share_50'
        and series.lens = 'women'
        and series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
    group by series_value.series_id
),

final as (
    select
        series_id,
        time_period,
        women,
        100 - women as men,
        women - 50 as distance,
        case when women < 40 then 'few_women' when women <= 60 then 'balanced' else 'few_men' end as zone,
        count(*) filter (where women < 40) over () as n_few_women,
        count(*) over () as n_series,
        obs_status,
        source_id,
        release
    from newest
)

select * from final order by women desc, series_id;
