-- Question: which values of a series are disputed, why, and what was published beside them?
-- Parameters: series_id, NULL for every series; as_of a date; lang en|ru|kk.
-- Grain: one row per disputed value of a series.
-- Keys: series_id, ref_area, sex, urbanisation, time_period
-- Columns: series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, time_period integer,
-- obs_value double, dispute varchar, reason varchar, total double, women double, men double, town double, village double
-- Units: the publisher's. total, women, men, town, village: what the release has for the same area, age and year, set
-- aside or not; NULL where it has nothing.
-- Source: data/catalogue/disputes.yaml, and the checks of an import.
-- example: series_id=neet_15_24, as_of=2026-11-22, lang=en

with final as (
    select
        disputed_point.series_id,
        disputed_point.ref_area,
        disputed_point.sex,
        disputed_point.urbanisation,
        disputed_point.time_period,
        disputed_point.obs_value,
        disputed_point.dispute,
        in_language($lang, dispute.reason_en, dispute.reason_ru, dispute.reason_kk) as reason,
        disputed_point.total,
        disputed_point.women,
        disputed_point.men,
        disputed_point.town,
        disputed_point.village
    from disputed_point
    inner join releases_as_of($as_of) as held
        on disputed_point.source_id = held.source_id and disputed_point.release = held.release
    inner join dispute on disputed_point.dispute = dispute.dispute_id
    where disputed_point.series_id = coalesce($series_id, disputed_point.series_id)
)

select * from final order by series_id, ref_area, sex, urbanisation, time_period;
