-- Question: how many published rows were set aside or corrected, and for which reason?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per reason, over all sources, of the releases held on that date. reason is a code of the quarantine,
-- or for rows with a proposed correction what became of them: applied (corrected, and shown as such), dropped (an exact
-- repeat, or a row proven wrong), withheld (not proven, so the row is kept out). kind: quarantine or repair. sources
-- names the sources with such rows, those with most of them first.
-- Keys: kind, reason
-- Columns: kind varchar, reason varchar, n_rows bigint, sources varchar, n_kind bigint
-- example: as_of=2026-11-22, lang=en

with held as (
    select * from releases_as_of($as_of)
),

rows_touched as (
    select
        quarantine.source_id,
        'quarantine' as kind,
        quarantine.reason::varchar as reason
    from quarantine
    inner join held on quarantine.source_id = held.source_id and quarantine.release = held.release
    union all by name
    select
        repair.source_id,
        'repair' as kind,
        repair.outcome as reason
    from repair
    inner join held on repair.source_id = held.source_id and repair.release = held.release
),

counted as (
    select
        rows_touched.kind,
        rows_touched.reason,
        in_language($lang, source.title_en, source.title_ru, source.title_kk) as title,
        count(*) as n_rows
    from rows_touched
    inner join source on rows_touched.source_id = source.source_id
    group by all
),

final as (
    select
        kind,
        reason,
        sum(n_rows)::bigint as n_rows,
        string_agg(title, '; ' order by n_rows desc, title) as sources,
        sum(sum(n_rows)) over (partition by kind)::bigint as n_kind
    from counted
    group by
        kind,
        reason
)

select * from final order by n_rows desc, reason, kind;
