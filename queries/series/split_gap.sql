-- Question: how far apart are the two halves of a series (women and men, or village and town), in the newest year in
-- which they fit their own total?
-- Parameters: series_id; as_of a date; ref_area one area; split sex|urbanisation; to_year or NULL for no limit.
-- Grain: one row, none where no year has both halves.
-- Keys: none
-- Columns: time_period integer, total double, first_value double, second_value double, gap double, gap_size double,
-- who varchar, odd_year integer
-- Units: the series' own. first is women or villages, second is men or towns; gap is first minus second. who:
-- first_higher, second_higher or level. odd_year: a later year left out because its total lies outside its halves.
-- Method: a total must lie between its two halves (reference rule of the national labour force data); half a last digit
-- is allowed for rounding. A year without a published total is taken as it is. Years after the last one of the
-- catalogue's gap series are left out as well (queries/macros/splits.sql).
-- example: series_id=neet_15_24, as_of=2026-11-22, ref_area=KZ, split=sex, to_year=null

with known as (
    select
        series_value.time_period,
        series_value.obs_value,
        case $split when 'sex' then series_value.sex else series_value.urbanisation end as part
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and series_value.ref_area = $ref_area
        and ($split = 'sex' or series_value.sex = '_T')
        and ($split = 'urbanisation' or series_value.urbanisation = '_T')
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
),

paired as (
    select
        time_period,
        max(obs_value) filter (where part = '_T') as total,
        max(obs_value) filter (where part in ('F', 'R')) as first_value,
        max(obs_value) filter (where part in ('M', 'U')) as second_value
    from known
    group by time_period
),

checked as (
    select
        paired.*,
        0.5::double * pow(10, -coalesce(series.decimals, 1)) as half_digit,
        coalesce(
            paired.total between least(paired.first_value, paired.second_value) - half_digit
            and greatest(paired.first_value, paired.second_value) + half_digit,
            true
        )
        and paired.time_period <= coalesce(comparable_until($series_id, $split), paired.time_period) as fits
    from paired
    inner join series on series.series_id = $series_id
    where paired.first_value is not null and paired.second_value is not null
),

newest as (
    select
        max(time_period) filter (where fits) as fitting_year,
        max(time_period) filter (where not fits) as misfit_year
    from checked
),

final as (
    select
        checked.time_period,
        checked.total,
        checked.first_value,
        checked.second_value,
        checked.first_value - checked.second_value as gap,
        abs(checked.first_value - checked.second_value) as gap_size,
        case
            when abs(checked.first_value - checked.second_value) < checked.half_digit then 'level'
            when checked.first_value > checked.second_value then 'first_higher'
            else 'second_higher'
        end as who,
        case when newest.misfit_year > newest.fitting_year then newest.misfit_year end as odd_year
    from checked
    inner join newest on checked.time_period = newest.fitting_year
)

select * from final order by time_period;
