-- Question: how many decimals must be printed so that a hand calculation from the page gives the same status?
-- Grain: one row per as_of and assessed headline series. printed_decimals is the least number, from the series' own up
-- to six, at which the rounded base and latest value lead the default method to the status given; no row where none do.
-- Stored as a table beside `assessment`: it replays every status at up to seven roundings.

create or replace table assessment_decimals as
with rounded as (
    select
        assessment.as_of,
        assessment.series_id,
        assessment.open_sdg,
        assessment.base_year,
        assessment.year,
        assessment.target,
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
        target_is_met(v, target, direction) as met,
        target_is_met(b, target, direction) as met_at_base
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

final as (
    select
        as_of,
        series_id,
        min(decimals)::integer as printed_decimals
    from replayed
    where status = open_sdg
    group by
        as_of,
        series_id
)

select * from final order by as_of, series_id;
