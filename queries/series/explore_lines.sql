-- Question: how did one or two series move in the chosen regions, sexes and settlements, beside the country as a whole?
-- Parameters: series_ids a list, the chosen series first; as_of a date; ref_areas, sexes, settlements lists,
-- none empty; from_year, to_year or NULL. Every combination of the three lists is a line; the national total is always
-- one.
-- Grain: one row per line and year. `line` names the line: KZ is the national total; a lone code stands for one
-- dimension (F, M, U, R, KZ-75), several are joined by | (KZ-75|F). Lines of the second series begin with its id and a
-- colon; the two never share a line. `place` orders the lines as they were chosen.
-- Keys: line, time_period
-- Columns: line varchar, series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, time_period integer,
-- obs_value double, obs_status varchar, published_value double, unit_measure varchar, segment integer,
-- source_id varchar, release date, place integer
-- Units: the series' own; a line joins only points of one segment.
-- example: series_ids=[neet_15_24], as_of=2026-11-22, ref_areas=[KZ-75], sexes=[F,M], settlements=[_T], from_year=2010,
-- to_year=null

with chosen as (
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
        series_value.release,
        series_value.ref_area = 'KZ' and series_value.sex = '_T' and series_value.urbanisation = '_T' as is_national
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        list_contains($series_ids::varchar[], series_value.series_id)
        and ($from_year::integer is null or series_value.time_period >= $from_year::integer)
        and ($to_year::integer is null or series_value.time_period <= $to_year::integer)
),

named as (
    select
        *,
        list_position($series_ids::varchar[], series_id) as nth_series,
        case
            when is_national then 'KZ'
            else array_to_string(
                list_filter(
                    [
                        if(ref_area = 'KZ', null, ref_area),
                        if(sex = '_T', null, sex),
                        if(urbanisation = '_T', null, urbanisation)
                    ],
                    lambda part: part is not null
                ),
                '|'
            )
        end as slice,
        case
            when is_national then 0
            else 1000 * list_position($ref_areas::varchar[], ref_area)
                + 10 * list_position($sexes::varchar[], sex)
                + list_position($settlements::varchar[], urbanisation)
        end as place_in_series
    from chosen
    where
        is_national
        or (
            list_contains($ref_areas::varchar[], ref_area)
            and list_contains($sexes::varchar[], sex)
            and list_contains($settlements::varchar[], urbanisation)
        )
),

final as (
    select
        if(nth_series = 1, slice, series_id || ':' || slice) as line,
        series_id,
        ref_area,
        sex,
        urbanisation,
        time_period,
        obs_value,
        obs_status,
        published_value,
        unit_measure,
        segment,
        source_id,
        release,
        100000 * nth_series + place_in_series as place
    from named
)

select * from final order by place, line, time_period;
