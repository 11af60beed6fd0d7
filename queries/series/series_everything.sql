-- Question: what is every value of one series, as of a date?
-- Parameters: series_id; as_of a date.
-- Grain: one row per series, area, sex, residence and year.
-- Keys: ref_area, sex, urbanisation, time_period
-- Columns: series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, time_period integer,
-- obs_value double, obs_status varchar, published_value double, unit_measure varchar, segment integer,
-- source_id varchar, release date
-- Units: unit_measure; published_value is what stood in the publisher's file where the project repaired it.
-- example: series_id=neet_15_24, as_of=2026-11-22

with final as (
    select
        series_value.series_id,
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.published_value,
        series_value.unit_measure,
        series_value.segment,
        series_value.source_id,
        series_value.release
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where series_value.series_id = $series_id
)

select * from final order by series_id, ref_area, sex, urbanisation, time_period;
