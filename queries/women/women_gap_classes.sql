-- Question: which classes serve a map of women's values minus men's, the same for every year?
-- Parameters: series_id of a series with values by sex; as_of a date.
-- Grain: one row per class limit, lowest first (limit_number 0 to 7: seven classes, the fourth around zero).
-- Keys: limit_number
-- Columns: limit_number bigint, limit_value double
-- Units: points, women minus men. Zero is neutral: the middle class holds gaps of up to 0.2 points, the limits lie
-- evenly on both sides at the terciles of the sizes of all other gaps of all years, the ends at the widest gap. A gap
-- on a limit belongs to the class nearer to zero on either side; therefore the negative limits lie a hair lower.
-- example: series_id=unemployment_total, as_of=2026-11-22

with paired as (
    select
        max(series_value.obs_value) filter (where series_value.sex = 'F')
        - max(series_value.obs_value) filter (where series_value.sex = 'M') as gap
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.urbanisation = '_T'
        and series_value.time_period <= coalesce(comparable_until($series_id, 'sex'), series_value.time_period)
        and area.kind in ('oblast', 'city')
    group by
        series_value.ref_area,
        series_value.time_period
),

sizes as (
    select
        greatest(round(quantile_cont(abs(gap), 1 / 3.0), 1), 0.3) as low_limit,
        round(quantile_cont(abs(gap), 2 / 3.0), 1) as high_limit,
        max(abs(gap)) as widest
    from paired
    where abs(gap) > 0.2
),

spaced as (
    select
        low_limit,
        greatest(high_limit, low_limit + 0.1) as high_limit,
        greatest(widest, low_limit + 0.2) as widest
    from sizes
    where widest is not null
),

final as (
    select
        unnest(range(0, 8)) as limit_number,
        unnest([
            -widest - 1e-6,
            -high_limit - 1e-6,
            -low_limit - 1e-6,
            -0.2 - 1e-6,
            0.2,
            low_limit,
            high_limit,
            widest
        ]) as limit_value
    from spaced
)

select * from final order by limit_number;
