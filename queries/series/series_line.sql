-- Question: how did a series move over the years, as of a date?
-- Parameters: series_id; as_of a date; ref_areas a list of areas or NULL for all; sex _T|F|M or NULL for all;
-- urbanisation _T|U|R or NULL for all; from_year, to_year or NULL for open ends.
-- Grain: one row per area, sex, residence and year. A line joins only points of one `segment`.
-- Keys: ref_area, sex, urbanisation, time_period
-- Columns: ref_area varchar, sex varchar, urbanisation varchar, time_period integer, obs_value double,
-- obs_status varchar, published_value double, unit_measure varchar, segment integer, source_id varchar, release date
-- Units: the series' own. published_value is what stood in the publisher's file where the project repaired it.
-- example: series_id=neet_15_24, as_of=2026-11-22, ref_areas=[KZ,KZ-75], sex=_T, urbanisation=_T, from_year=2010,
-- to_year=null

with held as (
    select * from releases_as_of($as_of)
),

final as (
    select
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
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and ($ref_areas::varchar[] is null or list_contains($ref_areas::varchar[], series_value.ref_area))
        and ($sex::varchar is null or series_value.sex = $sex::varchar)
        and ($urbanisation::varchar is null or series_value.urbanisation = $urbanisation::varchar)
        and ($from_year::integer is null or series_value.time_period >= $from_year::integer)
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
)

select * from final order by ref_area, sex, urbanisation, time_period;
