-- Question: how far has each of these series come between any two years of one unbroken stretch?
-- Parameters: series_ids a list; as_of a date.
-- Grain: one row per series, area, sex, residence and pair of years of one segment; a year is a pair with itself.
-- Keys: series_id, ref_area, sex, urbanisation, first_year, latest_year
-- Columns: series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, first_year integer,
-- first_value double, latest_year integer, latest_value double, unit varchar, decimals integer, change double,
-- course varchar, verdict varchar
-- Units: values in the series' own unit; change is the latest value minus the first. course: rose, fell, level (less
-- than half of the last published digit) or single (one year alone, so that there is no change to speak of). verdict:
-- better, worse, or none where nothing moved or no direction is the good one. What a reader's years allow is the row of
-- the latest year in them with the earliest first year in them: a change never reaches across a break.
-- example: series_ids=[neet_15_24], as_of=2026-11-22

with known as (
    select
        series_value.series_id,
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.segment,
        series_value.time_period,
        series_value.obs_value
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where list_contains($series_ids::varchar[], series_value.series_id)
),

paired as (
    select
        latest.series_id,
        latest.ref_area,
        latest.sex,
        latest.urbanisation,
        earliest.time_period as first_year,
        earliest.obs_value as first_value,
        latest.time_period as latest_year,
        latest.obs_value as latest_value
    from known as latest
    inner join known as earliest
        on
            latest.series_id = earliest.series_id
            and latest.ref_area = earliest.ref_area
            and latest.sex = earliest.sex
            and latest.urbanisation = earliest.urbanisation
            and latest.segment = earliest.segment
            and latest.time_period >= earliest.time_period
),

compared as (
    select
        paired.*,
        series.unit,
        coalesce(series.decimals, 1) as decimals,
        paired.latest_value - paired.first_value as change,
        case
            when paired.first_year = paired.latest_year then 'single'
            when
                abs(paired.latest_value - paired.first_value)
                < 0.5::double * pow(10, -coalesce(series.decimals, 1))
                then 'level'
            when paired.latest_value > paired.first_value then 'rose'
            else 'fell'
        end as course,
        series.direction
    from paired
    inner join series on paired.series_id = series.series_id
),

final as (
    select
        * exclude (direction),
        case
            when course in ('single', 'level') or direction = 'none' then 'none'
            when (course = 'rose') = (direction = 'increase') then 'better'
            else 'worse'
        end as verdict
    from compared
)

select * from final
order by
    list_position($series_ids::varchar[], series_id),
    series_id,
    ref_area,
    sex,
    urbanisation,
    latest_year,
    first_year;
