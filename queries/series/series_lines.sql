-- Question: how did several series move over the years, each on a line of its own?
-- Parameters: series_ids a list; as_of a date; ref_areas a list of areas or NULL for all; sex _T|F|M; urbanisation
-- _T|U|R; from_year, to_year or NULL for open ends.
-- Grain: one row per series, area and year. Two series never share a line, and a line joins only points of one segment.
-- Keys: series_id, ref_area, time_period
-- Columns: series_id varchar, ref_area varchar, time_period integer, obs_value double, obs_status varchar,
-- published_value double, unit_measure varchar, segment integer, source_id varchar, release date
-- Units: each series' own. published_value is what stood in the publisher's file where the project repaired it.
-- example: series_ids=[neet_15_24], as_of=2026-11-22, ref_areas=[KZ], sex=_T, urbanisation=_T, from_year=null,
-- to_year=null

with held as (
    select * from releases_as_of($as_of)
),

final as (
    select
        series_value.series_id,
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.published_value,
        series_value.unit_measure,
        series_value.segment,
        series_value.source_id,
        series_value.release
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where
        list_contains($series_ids::varchar[], series_value.series_id)
        and ($ref_areas::varchar[] is null or list_contains($ref_areas::varchar[], series_value.ref_area))
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and ($from_year::integer is null or series_value.time_period >= $from_year::integer)
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
)

select * from final order by list_position($series_ids::varchar[], series_id), series_id, ref_area, time_period;
