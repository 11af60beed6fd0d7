-- Question: of the headline series of each goal, how many have which status, as of a date?
-- Parameters: as_of a date.
-- Grain: one row per goal and status that occurs (goal, status), best status first (place).
-- Keys: goal, status
-- Columns: goal integer, status varchar, place integer, n_series bigint, n_all bigint, n_judged bigint,
-- n_with_target bigint, n_good bigint, n_intended bigint, n_against bigint, n_fragile bigint, n_largest bigint
-- Units: counts of series. n_all of them are headline series, n_judged have a status; n_with_target of these have a
-- target set by others, n_good of which are achieved or on track; n_intended move in the intended direction at whatever
-- pace, n_against against it, with a target or without; n_fragile hang on the choice of years or method. The same
-- numbers stand in every row, as does n_largest, the headline series of the goal that has most. Statuses are counted,
-- never averaged.
-- Method: the table `assessment`, at the newest release date not later than as_of.
-- example: as_of=2026-11-22

with asked as (
    select max(assessment.as_of) as as_of
    from assessment
    where assessment.as_of <= $as_of::date
),

judged as (
    select
        series.goal,
        assessment.status,
        assessment.judged_as,
        assessment.trend,
        coalesce(robustness.is_fragile, false) as is_fragile
    from assessment
    inner join asked on assessment.as_of = asked.as_of
    inner join series on assessment.series_id = series.series_id
    left join assessment_robustness as robustness
        on assessment.as_of = robustness.as_of and assessment.series_id = robustness.series_id
),

totals as (
    select
        count(*) as n_all,
        count(*) filter (where judged.status <> 'not_assessed') as n_judged,
        count(*) filter (where judged.status <> 'not_assessed' and judged.judged_as = 'target') as n_with_target,
        count(*) filter (where judged.status in ('target_achieved', 'substantial_progress')) as n_good,
        count(*) filter (where judged.status <> 'not_assessed' and judged.trend = 'improving') as n_intended,
        count(*) filter (where judged.status in ('deterioration', 'against')) as n_against,
        count(*) filter (where judged.is_fragile) as n_fragile
    from judged
),

largest as (
    select count(*) as n_largest
    from judged
    group by judged.goal
    order by n_largest desc
    limit 1
),

final as (
    select
        judged.goal,
        judged.status,
        status_place(judged.status) as place,
        count(*) as n_series,
        any_value(totals.n_all) as n_all,
        any_value(totals.n_judged) as n_judged,
        any_value(totals.n_with_target) as n_with_target,
        any_value(totals.n_good) as n_good,
        any_value(totals.n_intended) as n_intended,
        any_value(totals.n_against) as n_against,
        any_value(totals.n_fragile) as n_fragile,
        any_value(largest.n_largest) as n_largest
    from judged
    cross join totals
    cross join largest
    group by
        judged.goal,
        judged.status
)

select * from final order by goal, place, status;
