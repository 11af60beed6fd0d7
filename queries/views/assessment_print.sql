-- Question: what must be printed of a headline series so that a reader can recompute its status by hand?
-- Parameters: none.
-- Grain: one row per as_of and headline series. printed_decimals is the least number, from the series' own up to six,
-- at which the rounded base and latest value lead the default method to the status given; the series' own where no
-- status is given. points lists the national values held, oldest first; rulings what each method says and may say
-- of the series.
-- Keys: as_of, series_id
-- Columns: as_of date, series_id varchar, printed_decimals integer,
-- points struct(time_period integer, obs_value double, segment integer, obs_status varchar)[],
-- rulings struct(method varchar, status varchar, ruling varchar, value double)[]
-- Stored: as a table beside `assessment`: it replays every status at up to seven roundings.

create or replace table assessment_print as
with rounded as (
    select
        assessment.as_of,
        assessment.series_id,
        assessment.open_sdg,
        assessment.base_year,
        assessment.year,
        assessment.target,
        assessment.level,
        assessment.target_year,
        assessment.direction,
        assessment.natural_limit,
        steps.decimals,
        progress_transform(round(assessment.base_value, steps.decimals::integer), assessment.transform) as b,
        progress_transform(round(assessment.value, steps.decimals::integer), assessment.transform) as v
    from assessment
    inner join series on assessment.series_id = series.series_id
    inner join range(0, 7) as steps(decimals) on steps.decimals >= series.decimals
    where assessment.open_sdg is not null
),

measured as materialized (
    select
        *,
        open_sdg_value(b, base_year, v, year, target, target_year, direction) as progress_value,
        limit_factor(b, natural_limit) as factor,
        target_is_met(v, level, direction) as met,
        target_is_met(b, level, direction) as met_at_base
    from rounded
),

replayed as (
    select
        as_of,
        series_id,
        open_sdg,
        decimals,
        open_sdg_status(progress_value, target is not null, factor, met, met_at_base) as status
    from measured
),

needed as (
    select
        as_of,
        series_id,
        min(decimals)::integer as printed_decimals
    from replayed
    where status = open_sdg
    group by
        as_of,
        series_id
),

trends as (
    select
        series_value.series_id,
        series_value.release,
        list(
            {
                'time_period': series_value.time_period,
                'obs_value': series_value.obs_value,
                'segment': series_value.segment,
                'obs_status': series_value.obs_status
            }
            order by series_value.time_period
        ) as points
    from series_value
    where
        series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
    group by
        series_value.series_id,
        series_value.release
),

classed as (
    select
        as_of,
        series_id,
        judged_as,
        release,
        direction * (assessed_value - assessed_base_value) as wished_change,
        [
            {'method': 'open_sdg', 'class': open_sdg, 'ruling': ruling, 'value': progress_value},
            {'method': 'unsd2022', 'class': unsd2022, 'ruling': unsd2022_ruling, 'value': ratio},
            {'method': 'un2023', 'class': un2023, 'ruling': un2023_ruling, 'value': un_progress},
            {'method': 'eurostat', 'class': eurostat, 'ruling': eurostat_ruling, 'value': ratio},
            {'method': 'escap_csi', 'class': escap_csi, 'ruling': escap_csi_ruling, 'value': csi},
            {'method': 'escap_api', 'class': escap_api, 'ruling': escap_api_ruling, 'value': anticipated_gap},
            {'method': 'sdsn', 'class': sdsn, 'ruling': sdsn_ruling, 'value': yearly_ratio}
        ] as classes
    from assessment
),

final as (
    select
        classed.as_of,
        classed.series_id,
        coalesce(needed.printed_decimals, series.decimals) as printed_decimals,
        trends.points,
        list_transform(
            classed.classes,
            lambda item: {
                'method': item.method,
                'status': said_status(item.class, classed.judged_as, classed.wished_change),
                'ruling': item.ruling,
                'value': item.value
            }
        ) as rulings
    from classed
    inner join series on classed.series_id = series.series_id
    left join needed on classed.as_of = needed.as_of and classed.series_id = needed.series_id
    left join trends on classed.series_id = trends.series_id and classed.release = trends.release
)

select * from final order by as_of, series_id;
