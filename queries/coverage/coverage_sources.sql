-- Question: which sources does the store hold, under which terms, and what happened to their rows?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per source. release is NULL where none was out by then, first_release its earliest; the counts of rows
-- are those of that release: read, stored, repaired, quarantined. n_series: catalogue series that rest on the source.
-- next_release is the release after that one: the next that is held, else the day that the publisher announced.
-- Keys: source_id
-- Columns: source_id varchar, publisher varchar, title varchar, url varchar, licence_id varchar, licence_url varchar,
-- capture varchar, release_kind varchar, release date, first_release date, n_releases bigint, n_series bigint,
-- n_read bigint, n_stored bigint, n_repaired bigint, n_quarantined bigint, next_release date
-- example: as_of=2026-11-22, lang=en

with held as (
    select * from releases_as_of($as_of)
),

counted as (
    select
        import_count.source_id,
        sum(import_count.read)::bigint as n_read,
        sum(import_count.stored)::bigint as n_stored,
        sum(import_count.repaired)::bigint as n_repaired,
        sum(import_count.quarantined)::bigint as n_quarantined
    from import_count
    inner join held on import_count.source_id = held.source_id and import_count.release = held.release
    group by import_count.source_id
),

released as (
    select
        source_id,
        min(release) as first_release,
        min(release) filter (where release > $as_of) as later_release,
        count(*) as n_releases
    from release
    group by source_id
),

leaning as (
    select
        source_id,
        count(*) as n_series
    from series
    where curated
    group by source_id
),

final as (
    select
        source.source_id,
        in_language($lang, source.publisher_en, source.publisher_ru, source.publisher_kk) as publisher,
        in_language($lang, source.title_en, source.title_ru, source.title_kk) as title,
        source.url,
        source.licence_id,
        source.licence_url,
        source.capture,
        coalesce(release.kind, source.release_kind) as release_kind,
        held.release,
        released.first_release,
        released.n_releases,
        coalesce(leaning.n_series, 0) as n_series,
        counted.n_read,
        counted.n_stored,
        counted.n_repaired,
        counted.n_quarantined,
        coalesce(released.later_release, next_release.next_release) as next_release
    from source
    inner join released on source.source_id = released.source_id
    left join held on source.source_id = held.source_id
    left join release on held.source_id = release.source_id and held.release = release.release
    left join counted on source.source_id = counted.source_id
    left join leaning on source.source_id = leaning.source_id
    left join next_release on source.source_id = next_release.source_id
)

select * from final order by n_series desc, source_id;
