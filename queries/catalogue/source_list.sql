-- Question: which sources does the store hold, and from when are they as of a date?
-- Parameters: as_of a date.
-- Grain: one row per source. `release` is the source's newest release not later than as_of, NULL when it had none by
-- then; `first_release` is the earliest date on which the store holds it; `next_release` is the release after that:
-- the next that is held, else the day that the publisher announced. release_kind tells whether that release bears the
-- publisher's day or the day on which it was copied.
-- Keys: source_id
-- Columns: source_id varchar, publisher_en varchar, publisher_ru varchar, publisher_kk varchar, title_en varchar,
-- title_ru varchar, title_kk varchar, licence_id varchar, licence_url varchar, url varchar, capture varchar,
-- release_kind varchar, release date, first_release date, releases integer, next_release date
-- example: as_of=2026-11-22

with standing_release as (
    select
        r.source_id,
        max(r.release) filter (where r.release <= $as_of) as release,
        min(r.release) as first_release,
        min(r.release) filter (where r.release > $as_of) as later_release,
        count(*)::integer as releases
    from release as r
    group by r.source_id
),

final as (
    select
        s.source_id,
        s.publisher_en,
        s.publisher_ru,
        s.publisher_kk,
        s.title_en,
        s.title_ru,
        s.title_kk,
        s.licence_id,
        s.licence_url,
        s.url,
        s.capture,
        coalesce(r.kind, s.release_kind) as release_kind,
        sr.release,
        sr.first_release,
        sr.releases,
        coalesce(sr.later_release, nr.next_release) as next_release
    from source as s
    inner join standing_release as sr on s.source_id = sr.source_id
    left join release as r on sr.source_id = r.source_id and sr.release = r.release
    left join next_release as nr on s.source_id = nr.source_id
)

select
    source_id,
    publisher_en,
    publisher_ru,
    publisher_kk,
    title_en,
    title_ru,
    title_kk,
    licence_id,
    licence_url,
    url,
    capture,
    release_kind,
    release,
    first_release,
    releases,
    next_release
from final
order by source_id
