-- Question: how far apart are the two halves of a series (women and men, or village and town) in each year, and do they
-- fit their own total?
-- Parameters: series_id; as_of a date.
-- Grain: one row per area, split and year with both halves.
-- Keys: ref_area, split, time_period
-- Columns: ref_area varchar, split varchar, time_period integer, total double, first_value double, second_value double,
-- gap double, gap_size double, who varchar, fits boolean
-- Units: the series' own. split is sex or urbanisation; first is women or villages, second is men or towns; gap is
-- first minus second. who: first_higher, second_higher or level.
-- Method: a total must lie between its two halves (reference rule of the national labour force data); half a last digit
-- is allowed for rounding. A year without a published total is taken as it is. Years after the last one of the
-- catalogue's gap series do not fit either (queries/macros/splits.sql).
-- example: series_id=neet_15_24, as_of=2026-11-22

with known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.sex,
        series_value.urbanisation
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where series_value.series_id = $series_id
),

halved as (
    select
        ref_area,
        'sex' as split,
        time_period,
        obs_value,
        sex as part
    from known
    where urbanisation = '_T'
    union all
    select
        ref_area,
        'urbanisation' as split,
        time_period,
        obs_value,
        urbanisation as part
    from known
    where sex = '_T'
),

paired as (
    select
        ref_area,
        split,
        time_period,
        max(obs_value) filter (where part = '_T') as total,
        max(obs_value) filter (where part in ('F', 'R')) as first_value,
        max(obs_value) filter (where part in ('M', 'U')) as second_value
    from halved
    group by
        ref_area,
        split,
        time_period
),

limits as (
    select
        'sex' as split,
        comparable_until($series_id, 'sex') as last_year
    union all
    select
        'urbanisation' as split,
        comparable_until($series_id, 'urbanisation') as last_year
),

measured as (
    select
        paired.*,
        limits.last_year,
        0.5::double * pow(10, -coalesce(series.decimals, 1)) as half_digit
    from paired
    inner join limits on paired.split = limits.split
    inner join series on series.series_id = $series_id
    where paired.first_value is not null and paired.second_value is not null
),

final as (
    select
        ref_area,
        split,
        time_period,
        total,
        first_value,
        second_value,
        first_value - second_value as gap,
        abs(first_value - second_value) as gap_size,
        case
            when abs(first_value - second_value) < half_digit then 'level'
            when first_value > second_value then 'first_higher'
            else 'second_higher'
        end as who,
        coalesce(
            total between least(first_value, second_value) - half_digit
            and greatest(first_value, second_value) + half_digit,
            true
        )
        and time_period <= coalesce(last_year, time_period) as fits
    from measured
)

select * from final order by ref_area, split, time_period;
