-- Question: how did these series move over the years, in every area, for women and men, in town and village?
-- Parameters: series_ids a list, the leading series first; as_of a date.
-- Grain: one row per series, area, sex, residence and year.
-- Keys: series_id, ref_area, sex, urbanisation, time_period
-- Columns: series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, line varchar, time_period integer,
-- obs_value double, obs_status varchar, published_value double, published_as varchar, dispute varchar,
-- unit_measure varchar, segment integer, source_id varchar, release date
-- Units: each series' own. published_value is what stood in the publisher's file where the project repaired it,
-- published_as the labels it stood under; dispute says why a value is shown but not judged. A line joins only points of
-- one segment, and two series never share a line. line names it: KZ is the national total, a lone code stands for one
-- dimension (F, U, KZ-75), several are joined by | (KZ-75|F); lines of later series begin with the id of the series and
-- a colon.
-- example: series_ids=[neet_15_24], as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

known as (
    select
        series_value.series_id,
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.published_value,
        series_value.published_as,
        series_value.dispute,
        series_value.unit_measure,
        series_value.segment,
        series_value.source_id,
        series_value.release,
        array_to_string(
            list_filter(
                [
                    if(series_value.ref_area = 'KZ', null, series_value.ref_area),
                    if(series_value.sex = '_T', null, series_value.sex),
                    if(series_value.urbanisation = '_T', null, series_value.urbanisation)
                ],
                lambda part: part is not null
            ),
            '|'
        ) as parts
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where list_contains($series_ids::varchar[], series_value.series_id)
),

final as (
    select
        series_id,
        ref_area,
        sex,
        urbanisation,
        if(list_position($series_ids::varchar[], series_id) = 1, '', series_id || ':')
        || if(parts = '', 'KZ', parts) as line,
        time_period,
        obs_value,
        obs_status,
        published_value,
        published_as,
        dispute,
        unit_measure,
        segment,
        source_id,
        release
    from known
)

select * from final
order by list_position($series_ids::varchar[], series_id), series_id, ref_area, sex, urbanisation, time_period;
