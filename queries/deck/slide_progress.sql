-- Question: of the headline series of each goal, how many have which status, as of a date?
-- Parameters: as_of a date.
-- Grain: one row per goal and status that occurs (goal, status), best status first (place).
-- Keys: goal, status
-- Columns: goal integer, status varchar, place integer, n_series bigint, n_all bigint, n_judged bigint, n_good bigint,
-- n_worse bigint, n_largest bigint
-- Units: counts of series. n_all of them are headline series, n_judged have a status, n_good are achieved or on track,
-- n_worse deteriorate; the same four numbers stand in every row, as does n_largest, the headline series of the goal
-- that has most. Statuses are counted, never averaged.
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
        assessment.status
    from assessment
    inner join asked on assessment.as_of = asked.as_of
    inner join series on assessment.series_id = series.series_id
),

totals as (
    select
        count(*) as n_all,
        count(*) filter (where judged.status <> 'not_assessed') as n_judged,
        count(*) filter (where judged.status in ('target_achieved', 'substantial_progress')) as n_good,
        count(*) filter (where judged.status = 'deterioration') as n_worse
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
        list_position(
            [
                'target_achieved',
                'substantial_progress',
                'moderate_progress',
                'limited_progress',
                'deterioration',
                'not_assessed'
            ],
            judged.status
        ) as place,
        count(*) as n_series,
        any_value(totals.n_all) as n_all,
        any_value(totals.n_judged) as n_judged,
        any_value(totals.n_good) as n_good,
        any_value(totals.n_worse) as n_worse,
        any_value(largest.n_largest) as n_largest
    from judged
    cross join totals
    cross join largest
    group by
        judged.goal,
        judged.status
)

select * from final order by goal, place, status;
