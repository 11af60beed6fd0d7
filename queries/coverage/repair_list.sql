-- Question: which published rows did the project correct or drop, and on what evidence?
-- Parameters: as_of a date; source_id or NULL for all.
-- Grain: one row per repair of the release held on that date (source_id, release, file, line, field).
-- Keys: source_id, file, line, field
-- Columns: source_id varchar, release date, file varchar, line integer, field varchar, as_published varchar,
-- repaired varchar, confidence varchar, outcome varchar, evidence varchar, raw_line varchar
-- example: as_of=2026-11-22, source_id=null

with final as (
    select
        repair.source_id,
        repair.release,
        repair.file,
        repair.line,
        repair.field,
        repair.as_published,
        repair.repaired,
        repair.confidence,
        repair.outcome,
        repair.evidence,
        repair.raw_line
    from repair
    inner join releases_as_of($as_of) as held
        on repair.source_id = held.source_id and repair.release = held.release
    where $source_id::varchar is null or repair.source_id = $source_id::varchar
)

select * from final order by source_id, file, line, field;
