-- Progress, default method: Statistics Canada / Open SDG.
-- Source: open-sdg documentation "progress-methodology"; sdg-build 2.4.
-- direction is 1 where more is better, -1 where less is better; target and natural_limit may be NULL.
-- Status codes: target_achieved, substantial_progress, moderate_progress, limited_progress, deterioration,
-- not_available. Score -5..5, not rounded.

-- Compound annual growth as a factor minus one; a change of sign has none.
create or replace macro annual_growth(value_0, year_0, value_1, year_1) as
    if(
        value_0 * value_1 < 0 or value_0 = 0 or year_1 - year_0 < 1,
        null,
        pow(value_1::double / value_0, 1.0::double / (year_1 - year_0)) - 1
    );

-- The method's own stand-in for zero. Crude, and said so by its authors: statuses of ours never rest on it.
create or replace macro zero_replaced(value) as
    if(value = 0, 0.001::double, value::double);

create or replace macro target_is_met(value, target, direction) as
    coalesce((value - target) * direction >= 0, false);

-- Parity ratios: any value inside the band 0.97-1.03 counts as parity, outside it the side does not matter.
-- Percentages of the other side: the same on their scale. Shares: distance from one half, so that 60 and 40 are equally
-- far. Gaps: their size, whoever is ahead. The target becomes 1, 100, 50 or 0 with direction -1.
create or replace macro progress_transform(value, transform) as
    case transform
        when 'parity_ratio' then if(value between 0.97 and 1.03, 1, greatest(value, 1 / nullif(value, 0)))
        when 'parity_percent' then if(value between 97 and 103, 100, greatest(value, 10000 / nullif(value, 0)))
        when 'share_50' then 50 + abs(value - 50)
        when 'absolute_gap' then abs(value)
        else value
    end::double;

-- The number that a target becomes when its series is assessed as a distance.
create or replace macro transformed_target(target_value, transform) as
    case transform
        when 'parity_ratio' then 1
        when 'parity_percent' then 100
        when 'share_50' then 50
        when 'absolute_gap' then 0
        else target_value
    end::double;

-- How much of the usual thresholds applies near a natural ceiling or floor: 1 far from it, 0 at it.
create or replace macro limit_factor(base_value, natural_limit) as
    case
        when natural_limit is null or abs(base_value) >= 2 * abs(natural_limit) then 1
        when abs(base_value) <= abs(natural_limit) then 1 - pow(abs(base_value) / abs(natural_limit), 4.44)
        else 1 - pow((2 * abs(natural_limit) - abs(base_value)) / abs(natural_limit), 4.44)
    end::double;

-- Growth in the wished direction; with a target, as a multiple of the growth required from the base year on.
-- The absolute value keeps a target that was met and lost from reading as progress.
create or replace macro open_sdg_value(base_value, base_year, value, year, target, target_year, direction) as
    if(base_value < 0, -1, 1) * direction
    * annual_growth(zero_replaced(base_value), base_year, value, year)
    / if(
        target is null,
        1,
        abs(nullif(annual_growth(zero_replaced(base_value), base_year, zero_replaced(target), target_year), 0))
    );

-- Status from the value of open_sdg_value; factor is limit_factor, met is target_is_met on the latest value.
create or replace macro open_sdg_status(progress_value, has_target, factor, met, met_at_base) as
    case
        when met then 'target_achieved'
        when progress_value is null and met_at_base then 'deterioration'
        when progress_value is null then 'not_available'
        when progress_value < 0 then 'deterioration'
        when progress_value >= if(has_target, 0.95, 0.015 * factor) then 'substantial_progress'
        when progress_value >= if(has_target, 0.60, 0.005 * factor) then 'moderate_progress'
        else 'limited_progress'
    end;

create or replace macro open_sdg_score(progress_value, has_target, factor, met, met_at_base) as
    case
        when met then 5
        when progress_value is null and met_at_base then -5
        when progress_value is null then null
        when has_target and progress_value >= 0.60 then least(7.1429 * progress_value - 4.2857, 5)
        when has_target then greatest(4.1667 * progress_value - 2.5, -5)
        when progress_value < 0 then greatest(125 * progress_value - 2.5, -5)
        when factor = 0 then 5
        when progress_value >= 0.015 * factor then least(500 * progress_value / factor - 5, 5)
        when progress_value >= 0.005 * factor then 250 * progress_value / factor - 1.25
        else 500 * progress_value / factor - 2.5
    end::double;

-- Assess rows of a table with columns row_id, base_value, base_year, value, year, target, target_year, direction,
-- natural_limit. Grain: one row per row_id. A span under one year or a change of sign is not assessed.
create or replace macro open_sdg_assess(given) as table
    with checked as (
        select
            row_id,
            base_value,
            target is not null as has_target,
            limit_factor(base_value, natural_limit) as factor,
            open_sdg_value(base_value, base_year, value, year, target, target_year, direction) as progress_value,
            year - base_year >= 1 and base_value * value >= 0 as assessable,
            target_is_met(value, target, direction) as met,
            target_is_met(base_value, target, direction) as met_at_base
        from query_table(given)
    ),

    final as (
        select
            row_id,
            if(assessable, progress_value, null) as progress_value,
            if(assessable, open_sdg_score(progress_value, has_target, factor, met, met_at_base), null) as score,
            if(
                assessable,
                open_sdg_status(progress_value, has_target, factor, met, met_at_base),
                'not_available'
            ) as status
        from checked
    )

    select * from final order by row_id;

-- The value in a year at which the ratio (or, without a target, the growth) stands exactly on a threshold.
create or replace macro flip_value(base_value, base_year, in_year, threshold, required, direction, has_target) as
    base_value * pow(
        1 + if(base_value < 0, -1, 1) * direction * threshold * if(has_target, abs(required), 1), in_year - base_year
    );

-- Back from the transformed scale to the side on which the series now stands; NULL where no real value lies there.
create or replace macro progress_untransform(y, present_value, transform) as
    case transform
        when 'parity_ratio' then if(y < 1, null, if(present_value < 1, 1 / nullif(y, 0), y))
        when 'parity_percent' then if(y < 100, null, if(present_value < 100, 10000 / nullif(y, 0), y))
        when 'share_50' then if(y < 50, null, if(present_value < 50, 100 - y, y))
        when 'absolute_gap' then if(present_value < 0, -y, y)
        else y
    end;
