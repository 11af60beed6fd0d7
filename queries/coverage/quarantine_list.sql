-- Question: which published rows were kept out of the store, and why?
-- Parameters: as_of a date; source_id, indicator or NULL for all.
-- Grain: one row per quarantined line of the release held on that date (source_id, release, file, line, reason).
-- Keys: source_id, file, line, reason
-- Columns: source_id varchar, release date, file varchar, line integer, reason varchar, detail varchar,
-- indicator varchar, ref_area varchar, sex varchar, age varchar, urbanisation varchar, activity varchar,
-- time_period integer, obs_value double, raw_line varchar
-- Units: obs_value as the publisher printed it. raw_line is the line itself, to be checked in the file.
-- example: as_of=2026-11-22, source_id=kazstat_sdg, indicator=8.6.1

with final as (
    select
        quarantine.source_id,
        quarantine.release,
        quarantine.file,
        quarantine.line,
        quarantine.reason::varchar as reason,
        quarantine.detail,
        quarantine.indicator,
        quarantine.ref_area,
        quarantine.sex,
        quarantine.age,
        quarantine.urbanisation,
        quarantine.activity,
        quarantine.time_period,
        quarantine.obs_value,
        quarantine.raw_line
    from quarantine
    inner join releases_as_of($as_of) as held
        on quarantine.source_id = held.source_id and quarantine.release = held.release
    where
        ($source_id::varchar is null or quarantine.source_id = $source_id::varchar)
        and ($indicator::varchar is null or quarantine.indicator = $indicator::varchar)
)

select * from final order by source_id, file, line, reason;
