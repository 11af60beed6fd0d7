-- Question: how many series speak to each goal, and how do its headline series stand, as of a date?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per goal. n_series counts the catalogue's series of the goal, n_headline those that are judged.
-- `marks` lists the headline series with their status, best first, for the ruler of symbols; `status` not_assessed
-- where a guard forbids one.
-- Keys: goal
-- Columns: goal integer, name varchar, n_series integer, n_headline integer, n_judged integer,
-- marks struct(status varchar, title varchar)[]
-- Method: the table `assessment` (Statistics Canada / Open SDG rules), at the newest release date not later than as_of.
-- example: as_of=2026-11-22, lang=en

with judged as (
    select
        a.series_id,
        a.status
    from assessment as a
    where a.as_of = (select max(r.release) from release as r where r.release <= $as_of::date)
),

ranked as (
    select
        s.goal,
        j.series_id,
        j.status,
        in_language($lang, s.title_en, s.title_ru, s.title_kk) as title,
        status_place(j.status) as place
    from judged as j
    inner join series as s on j.series_id = s.series_id
),

counted as (
    select
        r.goal,
        count(*)::integer as n_headline,
        count(*) filter (where r.status <> 'not_assessed')::integer as n_judged,
        list({status: r.status, title: r.title} order by r.place, r.title) as marks
    from ranked as r
    group by r.goal
),

listed as (
    select
        s.goal,
        count(*)::integer as n_series
    from series as s
    where
        s.curated
        and s.goal is not null
    group by s.goal
),

final as (
    select
        g.goal,
        in_language($lang, g.name_en, g.name_ru, g.name_kk) as name,
        coalesce(l.n_series, 0) as n_series,
        coalesce(c.n_headline, 0) as n_headline,
        coalesce(c.n_judged, 0) as n_judged,
        coalesce(c.marks, []) as marks
    from goal as g
    left join listed as l on g.goal = l.goal
    left join counted as c on g.goal = c.goal
    where g.goal in (4, 5, 8, 11, 12)
)

select
    goal,
    name,
    n_series,
    n_headline,
    n_judged,
    marks
from final
order by goal
