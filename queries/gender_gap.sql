-- Question: how far apart are women and men, and whom does the difference favour?
-- Parameters: series_id of a series with values by sex; as_of a date; ref_areas a list or NULL for all; urbanisation
-- _T|U|R; from_year, to_year or NULL.
-- Grain: one row per area and year with both values (ref_area, time_period); is_latest marks the series' newest year.
-- Units: women, men in the series' unit; gap is women minus men in the same unit; indices are ratios, 1 is parity;
-- relative_gap is per cent of the men's value. who: women_ahead, men_ahead, level, or women_higher, men_higher where
-- the series has no better direction. Method: queries/macros/gender.sql (UNESCO UIS indices; band 0.97-1.03).
-- example: series_id=neet_15_24, as_of=2026-11-22, ref_areas=[KZ], urbanisation=_T, from_year=null, to_year=null

with known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.sex,
        series_value.obs_value,
        series_value.obs_status,
        series_value.segment
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and series_value.sex in ('F', 'M')
        and series_value.urbanisation = $urbanisation
        and ($ref_areas::varchar[] is null or list_contains($ref_areas::varchar[], series_value.ref_area))
        and ($from_year::integer is null or series_value.time_period >= $from_year::integer)
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
),

paired as (
    select
        ref_area,
        time_period,
        max(segment) as segment,
        max(obs_value) filter (where sex = 'F') as women,
        max(obs_value) filter (where sex = 'M') as men,
        bool_or(obs_status = 'S') as is_repaired
    from known
    group by
        ref_area,
        time_period
),

final as (
    select
        paired.ref_area,
        paired.time_period,
        paired.segment,
        paired.women,
        paired.men,
        gap_points(paired.women, paired.men) as gap,
        parity_index(paired.women, paired.men) as parity_index,
        adjusted_parity_index(paired.women, paired.men) as adjusted_parity_index,
        parity_band(parity_index(paired.women, paired.men)) as parity_band,
        relative_gap(paired.women, paired.men) as relative_gap,
        who_is_ahead(
            paired.women,
            paired.men,
            case series.direction when 'increase' then 1 when 'decrease' then -1 else 0 end
        ) as who,
        paired.is_repaired,
        paired.time_period = max(paired.time_period) over () as is_latest
    from paired
    inner join series on series.series_id = $series_id
    where paired.women is not null and paired.men is not null
)

select * from final order by ref_area, time_period;
