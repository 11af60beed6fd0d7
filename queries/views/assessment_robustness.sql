-- Question: how much does a status hang on its first and last year, and since which last year is it what it is?
-- Parameters: none.
-- Grain: one row per as_of and headline series that has a status.
-- Keys: as_of, series_id
-- Columns: as_of date, series_id varchar, n_choices bigint, n_holding bigint, is_short boolean, is_fragile boolean,
-- turned_year integer
-- Method: every first and last year among the years that the status rests on, from the baseline to the latest value
-- within one segment, is judged anew by the default method; n_holding of n_choices give the status that is printed.
-- is_short: fewer than six years, too short to test, n_choices and n_holding NULL. is_fragile: fewer than half of the
-- choices give the status, or fewer than half of the methods that can judge the series agree with it. turned_year is
-- the first last year from which on the status has been the same, NULL where it never was another. None of this is a
-- sampling error: it says what another choice would have printed.
-- Stored: as a table beside `assessment`; up to fifty-five choices per series and release date.

create or replace table assessment_robustness as
with judged as (
    select *
    from assessment
    where open_sdg is not null
),

points as (
    select
        judged.as_of,
        judged.series_id,
        point.time_period,
        progress_transform(point.obs_value, judged.transform) as y
    from judged
    inner join series_value as point
        on judged.series_id = point.series_id and judged.release = point.release
    where
        point.ref_area = 'KZ'
        and point.sex = '_T'
        and point.urbanisation = '_T'
        and point.time_period between judged.base_year and judged.year
),

chosen as (
    select
        judged.as_of,
        judged.series_id,
        judged.base_year,
        judged.status,
        judged.judged_as,
        judged.target,
        judged.level,
        judged.direction,
        judged.natural_limit,
        first_point.time_period as first_year,
        last_point.time_period as last_year,
        first_point.y as b,
        last_point.y as v,
        open_sdg_value(
            first_point.y,
            first_point.time_period,
            last_point.y,
            last_point.time_period,
            judged.target,
            judged.target_year,
            judged.direction
        ) as progress_value
    from judged
    inner join points as first_point
        on judged.as_of = first_point.as_of and judged.series_id = first_point.series_id
    inner join points as last_point
        on
            judged.as_of = last_point.as_of
            and judged.series_id = last_point.series_id
            and first_point.time_period < last_point.time_period
),

replayed as (
    select
        *,
        said_status(
            open_sdg_status(
                progress_value,
                target is not null,
                limit_factor(b, natural_limit),
                target_is_met(v, level, direction),
                target_is_met(b, level, direction)
            ),
            judged_as,
            direction * (v - b)
        ) is not distinct from status as is_same
    from chosen
),

counted as (
    select
        as_of,
        series_id,
        count(*) as n_choices,
        count(*) filter (where is_same) as n_holding,
        max(last_year) filter (where first_year = base_year and not is_same) as last_other_year
    from replayed
    group by
        as_of,
        series_id
),

turned as (
    select
        as_of,
        series_id,
        min(last_year)::integer as turned_year
    from replayed
    inner join counted using (as_of, series_id)
    where first_year = base_year and last_year > last_other_year
    group by
        as_of,
        series_id
),

final as (
    select
        judged.as_of,
        judged.series_id,
        if(judged.n_points < 6, null, counted.n_choices) as n_choices,
        if(judged.n_points < 6, null, counted.n_holding) as n_holding,
        judged.n_points < 6 as is_short,
        (judged.n_points >= 6 and 2 * counted.n_holding < counted.n_choices)
        or 2 * judged.methods_agreeing < judged.methods_ruling as is_fragile,
        turned.turned_year
    from judged
    inner join counted on judged.as_of = counted.as_of and judged.series_id = counted.series_id
    left join turned on judged.as_of = turned.as_of and judged.series_id = turned.series_id
)

select * from final order by as_of, series_id;
