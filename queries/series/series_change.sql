-- Question: where does each of these series stand, and how far has it come since its line last began anew?
-- Parameters: series_ids a list; ref_area one area; as_of a date; sex _T|F|M; urbanisation _T|U|R; from_year, to_year
-- or NULL for open ends.
-- Grain: one row per series with a value there (series_id).
-- Keys: series_id
-- Columns: series_id varchar, first_year integer, first_value double, latest_year integer, latest_value double,
-- earlier_year integer, earlier_value double, n_points bigint, unit varchar, decimals integer, change double,
-- course varchar, verdict varchar
-- Units: values in the series' own unit; change is the latest value minus the first of the newest segment. course:
-- rose, fell, level (less than half of the last published digit) or single (the segment is one point, so there is no
-- change to speak of). verdict: better, worse, or none where nothing moved or no direction is the good one.
-- earlier_year, earlier_value: the last point before the newest break, never to be compared with what follows.
-- example: series_ids=[neet_15_24], ref_area=KZ, as_of=2026-11-22, sex=_T, urbanisation=_T, from_year=null,
-- to_year=null

with known as (
    select
        series_value.series_id,
        series_value.time_period,
        series_value.obs_value,
        series_value.segment,
        max(series_value.segment) over (partition by series_value.series_id) as newest_segment
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        list_contains($series_ids::varchar[], series_value.series_id)
        and series_value.ref_area = $ref_area
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and ($from_year::integer is null or series_value.time_period >= $from_year::integer)
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
),

summed_up as (
    select
        series_id,
        min(time_period) filter (where segment = newest_segment) as first_year,
        arg_min(obs_value, time_period) filter (where segment = newest_segment) as first_value,
        max(time_period) filter (where segment = newest_segment) as latest_year,
        arg_max(obs_value, time_period) filter (where segment = newest_segment) as latest_value,
        max(time_period) filter (where segment < newest_segment) as earlier_year,
        arg_max(obs_value, time_period) filter (where segment < newest_segment) as earlier_value,
        count(*) as n_points
    from known
    group by series_id
),

compared as (
    select
        summed_up.*,
        series.unit,
        coalesce(series.decimals, 1) as decimals,
        summed_up.latest_value - summed_up.first_value as change,
        case
            when summed_up.first_year = summed_up.latest_year then 'single'
            when
                abs(summed_up.latest_value - summed_up.first_value)
                < 0.5::double * pow(10, -coalesce(series.decimals, 1))
                then 'level'
            when summed_up.latest_value > summed_up.first_value then 'rose'
            else 'fell'
        end as course,
        series.direction
    from summed_up
    inner join series on summed_up.series_id = series.series_id
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

select * from final order by list_position($series_ids::varchar[], series_id), series_id;
