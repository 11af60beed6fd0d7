-- Question: from which sources do the headline series come, and in which release as of a date?
-- Parameters: as_of a date.
-- Grain: one row per source (source_id); release is null when nothing was held that early. next_release is the release
-- after that one: the next that is held, else the day that the publisher announced.
-- Keys: source_id
-- Columns: source_id varchar, title_en varchar, title_ru varchar, title_kk varchar, attribution_en varchar,
-- attribution_ru varchar, attribution_kk varchar, url varchar, licence_id varchar, licence_url varchar,
-- retrieved_once boolean, next_release date, release date
-- example: as_of=2026-11-22

with used as (
    select distinct source_id
    from series
    where curated and headline
),

later as (
    select
        source_id,
        min(release) as later_release
    from release
    where release > $as_of
    group by source_id
),

final as (
    select
        source.source_id,
        source.title_en,
        source.title_ru,
        source.title_kk,
        source.attribution_en,
        source.attribution_ru,
        source.attribution_kk,
        source.url,
        source.licence_id,
        source.licence_url,
        source.capture = 'single' as retrieved_once,
        coalesce(later.later_release, next_release.next_release) as next_release,
        held.release
    from used
    inner join source on used.source_id = source.source_id
    left join releases_as_of($as_of) as held on used.source_id = held.source_id
    left join later on used.source_id = later.source_id
    left join next_release on used.source_id = next_release.source_id
)

select * from final
order by source_id;
