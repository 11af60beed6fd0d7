-- Question: how near to parity are rates of women and men across the country, and whom does the difference favour?
-- Parameters: series_ids a list of series with values by sex; as_of a date; to_year or NULL for no limit.
-- Grain: one row per series (series_id): the newest year in which the total lies between the values of women and men.
-- Keys: series_id
-- Columns: series_id varchar, time_period integer, unit varchar, women double, men double, gap double,
-- parity_index double, adjusted_parity_index double, band varchar, who varchar, verdict varchar, n_parity bigint,
-- n_series bigint, place_from_parity bigint, band_low decimal(3,2), band_high double
-- Units: women, men in the series' unit; gap in points, women minus men; parity_index women's rate over men's, 1 is
-- parity; the adjusted index is symmetric around 1. who: women_ahead, men_ahead, level, or women_higher, men_higher.
-- band: women_lower, parity, women_higher, told from the index before it is adjusted. verdict: who, or parity inside
-- the band. place_from_parity: 1 is farthest away. band_low, band_high: the band on the adjusted scale.
-- Method: queries/macros/gender.sql (UNESCO UIS; band 0.97-1.03), queries/macros/splits.sql.
-- example: series_ids=[unemployment_total,mobile_phone_use], as_of=2026-11-22, to_year=null

with known as (
    select
        series_value.series_id,
        series_value.time_period,
        max(series_value.obs_value) filter (where series_value.sex = '_T') as total,
        max(series_value.obs_value) filter (where series_value.sex = 'F') as women,
        max(series_value.obs_value) filter (where series_value.sex = 'M') as men
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        list_contains($series_ids::varchar[], series_value.series_id)
        and series_value.ref_area = 'KZ'
        and series_value.urbanisation = '_T'
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
    group by
        series_value.series_id,
        series_value.time_period
),

fitting as (
    select
        known.*,
        series.direction,
        series.unit
    from known
    inner join series on known.series_id = series.series_id
    where
        known.women is not null
        and known.men is not null
        and known.time_period <= coalesce(comparable_until(known.series_id, 'sex'), known.time_period)
        and coalesce(known.total between least(known.women, known.men) and greatest(known.women, known.men), true)
),

newest as (
    select *
    from fitting
    qualify time_period = max(time_period) over (partition by series_id)
),

measured as (
    select
        series_id,
        time_period,
        unit,
        women,
        men,
        gap_points(women, men) as gap,
        parity_index(women, men) as parity_index,
        adjusted_parity_index(women, men) as adjusted_parity_index,
        parity_band(parity_index(women, men)) as band,
        who_is_ahead(women, men, case direction when 'increase' then 1 when 'decrease' then -1 else 0 end) as who
    from newest
),

final as (
    select
        *,
        if(band = 'parity', 'parity', who) as verdict,
        count(*) filter (where band = 'parity') over () as n_parity,
        count(*) over () as n_series,
        rank() over (order by abs(adjusted_parity_index - 1) desc) as place_from_parity,
        0.97 as band_low,
        2 - 1 / 1.03 as band_high
    from measured
)

select * from final order by list_position($series_ids::varchar[], series_id), series_id;
