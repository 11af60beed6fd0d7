-- Question: what did the last release change, as of a date?
-- Parameters: as_of a date.
-- Grain: at most one row: the newest release, not later than as_of, of a source that keeps a history, compared with
-- that source's release before it. No row when there is no release before.
-- Keys: none
-- Columns: source_id varchar, release date, before date, n_new integer, n_revised integer, n_removed integer,
-- n_flips integer
-- Units: points are values of the catalogue's series, all areas and breakdowns; flips are headline series whose status
-- differs between the two dates.
-- example: as_of=2026-11-22

with history as (
    select
        r.source_id,
        r.release,
        lag(r.release) over (partition by r.source_id order by r.release) as before
    from release as r
    where
        r.capture = 'releases'
        and r.release <= $as_of::date
),

pair as (
    select
        h.source_id,
        h.release,
        h.before
    from history as h
    where h.before is not null
    order by
        h.release desc,
        h.source_id asc
    limit 1
),

later as (
    select
        sv.series_id,
        sv.ref_area,
        sv.sex,
        sv.urbanisation,
        sv.time_period,
        sv.obs_value
    from series_value as sv
    inner join pair as p on sv.source_id = p.source_id and sv.release = p.release
),

earlier as (
    select
        sv.series_id,
        sv.ref_area,
        sv.sex,
        sv.urbanisation,
        sv.time_period,
        sv.obs_value
    from series_value as sv
    inner join pair as p on sv.source_id = p.source_id and sv.release = p.before
),

compared as (
    select
        count(*) filter (where e.obs_value is null)::integer as n_new,
        count(*) filter (where l.obs_value is null)::integer as n_removed,
        count(*) filter (where abs(l.obs_value - e.obs_value) > 1e-9)::integer as n_revised
    from later as l
    full join earlier as e
        on
            l.series_id = e.series_id
            and l.ref_area = e.ref_area
            and l.sex = e.sex
            and l.urbanisation = e.urbanisation
            and l.time_period = e.time_period
),

flipped as (
    select count(*)::integer as n_flips
    from pair as p
    inner join assessment as a on p.release = a.as_of
    inner join assessment as b on p.before = b.as_of and a.series_id = b.series_id
    where
        a.status <> b.status
        and a.open_sdg is not null
        and b.open_sdg is not null
),

final as (
    select
        p.source_id,
        p.release,
        p.before,
        c.n_new,
        c.n_revised,
        c.n_removed,
        f.n_flips
    from pair as p
    cross join compared as c
    cross join flipped as f
)

select
    source_id,
    release,
    before,
    n_new,
    n_revised,
    n_removed,
    n_flips
from final
