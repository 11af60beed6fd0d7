-- Question: which published values are shown but never judged, and what contradicts them?
-- Parameters: as_of a date; lang en|ru|kk; source_id or NULL for all.
-- Grain: one row per disputed line of the release held on that date (source_id, file, line).
-- Keys: source_id, file, line
-- Columns: source_id varchar, release date, file varchar, line integer, dispute varchar, reason varchar,
-- detail varchar, indicator varchar, series_code varchar, ref_area varchar, sex varchar, age varchar,
-- urbanisation varchar, activity varchar, time_period integer, obs_value double, unit_measure varchar,
-- published_as varchar
-- Units: see unit_measure. detail has the numbers that contradict, with their lines; published_as the labels the value
-- stood under where they were put right.
-- Source: data/catalogue/disputes.yaml, and the checks of an import.
-- example: as_of=2026-11-22, lang=en, source_id=kazstat_sdg

with final as (
    select
        observation.source_id,
        observation.release,
        observation.file,
        observation.line,
        observation.dispute,
        in_language($lang, dispute.reason_en, dispute.reason_ru, dispute.reason_kk) as reason,
        observation.dispute_detail as detail,
        observation.indicator,
        observation.series_code,
        observation.ref_area,
        observation.sex,
        observation.age,
        observation.urbanisation,
        observation.activity,
        observation.time_period,
        observation.obs_value,
        observation.unit_measure,
        observation.published_as
    from observation
    inner join releases_as_of($as_of) as held
        on observation.source_id = held.source_id and observation.release = held.release
    inner join dispute on observation.dispute = dispute.dispute_id
    where $source_id::varchar is null or observation.source_id = $source_id::varchar
)

select * from final order by source_id, file, line;
