-- Question: how much does the dashboard hold, and how much of it was corrected or kept out?
-- Parameters: as_of a date.
-- Grain: one row. n_series described series; n_sources sources held on the date; stored, repaired, quarantined count
-- rows of the publishers' files of the releases held: taken in, corrected with evidence, kept out with a reason.
-- Keys: none
-- Columns: n_series bigint, n_sources bigint, stored bigint, repaired bigint, quarantined bigint
-- example: as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

counted as (
    select
        count(distinct import_count.source_id) as n_sources,
        coalesce(sum(import_count.stored), 0)::bigint as stored,
        coalesce(sum(import_count.repaired), 0)::bigint as repaired,
        coalesce(sum(import_count.quarantined), 0)::bigint as quarantined
    from import_count
    inner join held on import_count.source_id = held.source_id and import_count.release = held.release
),

described as (
    select count(*) as n_series
    from series
    where series.curated
),

final as (
    select
        described.n_series,
        counted.n_sources,
        counted.stored,
        counted.repaired,
        counted.quarantined
    from described
    cross join counted
)

select * from final order by n_series;
