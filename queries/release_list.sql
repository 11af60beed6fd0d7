-- Question: which releases of which sources does the store hold?
-- Parameters: lang en|ru|kk.
-- Grain: one row per source and release. capture: releases (a history) or single (one state only). kind: published
-- by the source on that day, or retrieved by the project. Counts of rows from reading to storing.
-- example: lang=en

with counted as (
    select
        source_id,
        release,
        count(*) as n_files,
        sum(import_count.read)::bigint as n_read,
        sum(stored)::bigint as n_stored,
        sum(repaired)::bigint as n_repaired,
        sum(quarantined)::bigint as n_quarantined
    from import_count
    group by
        source_id,
        release
),

final as (
    select
        release.source_id,
        release.release,
        release.capture,
        release.kind,
        in_language($lang, source.title_en, source.title_ru, source.title_kk) as title,
        in_language($lang, source.publisher_en, source.publisher_ru, source.publisher_kk) as publisher,
        source.url,
        source.licence_id,
        counted.n_files,
        counted.n_read,
        counted.n_stored,
        counted.n_repaired,
        counted.n_quarantined,
        row_number() over (partition by release.source_id order by release.release desc) = 1 as is_newest
    from release
    inner join source on release.source_id = source.source_id
    left join counted on release.source_id = counted.source_id and release.release = counted.release
)

select * from final order by release desc, source_id;
