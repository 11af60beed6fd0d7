-- Progress, the other methods, so that a reader sees how many agree. Names of the arguments as in the default method.
-- Every status macro takes the value that its method computes and answers with that method's own class as a code.

-- Actual growth over required growth, the ratio of the UN and Eurostat methods. A target met at the base year and lost
-- since has a required growth of the wrong sign: the ratio is then forced negative.
create or replace macro growth_ratio(growth, required, met_at_base) as
    if(met_at_base, -abs(growth / nullif(required, 0)), growth / nullif(required, 0));

-- UN Statistics Division 2022 (UNDP's published cut points). Growth that ends at zero or below counts as -100 %.
create or replace macro unsd2022_growth(base_value, base_year, value, year) as
    if(base_value > 0 and value <= 0, -1, annual_growth(base_value, base_year, value, year));

create or replace macro unsd2022_ratio_status(ratio) as
    case
        when ratio >= 0.95 then 'on_track'
        when ratio >= 0.5 then 'fair_progress'
        when ratio >= -0.1 then 'limited_progress'
        when ratio < -0.1 then 'deterioration'
        else 'insufficient_data'
    end;

-- Without a target: growth in the wished direction against three limits of the series, by default 1 %, 0.5 % and -1 %.
create or replace macro unsd2022_growth_status(wished_growth, fast, fair, loss) as
    case
        when wished_growth >= fast then 'on_track'
        when wished_growth >= fair then 'fair_progress'
        when wished_growth >= loss then 'limited_progress'
        when wished_growth < loss then 'deterioration'
        else 'insufficient_data'
    end;

-- Assess rows of a table with columns row_id, method ('CAGRR', 'CAGRA' or 'Parity'), base_value, base_year, value,
-- year, target, target_year, direction, fast, fair, loss. Grain: one row per row_id. A met target comes before
-- everything but age of the data; a count that should fall and stands at its floor of zero needs no target to be met.
create or replace macro unsd2022_assess(given) as table
    with transformed as (
        select
            row_id,
            method,
            base_year,
            year,
            target_year,
            fast,
            fair,
            loss,
            if(method = 'Parity', progress_transform(base_value, 'parity_ratio'), base_value) as base_value,
            if(method = 'Parity', progress_transform(value, 'parity_ratio'), value) as value,
            if(method = 'Parity', 1, target) as target,
            if(method = 'Parity', -1, direction) as direction
        from query_table(given)
    ),

    measured as (
        select
            row_id,
            year,
            fast,
            fair,
            loss,
            direction,
            method <> 'CAGRA' and target is not null as has_target,
            unsd2022_growth(base_value, base_year, value, year) as growth,
            annual_growth(base_value, base_year, target, target_year) as required,
            target_is_met(base_value, target, direction) as met_at_base,
            target_is_met(value, target, direction)
            or (target is null and base_value is null and direction = -1 and value = 0) as met,
            base_value is not null and base_year <= 2018 and year > base_year as assessable
        from transformed
    ),

    valued as (
        select
            row_id,
            year,
            fast,
            fair,
            loss,
            direction,
            has_target,
            met,
            met_at_base,
            assessable,
            if(has_target, growth_ratio(growth, required, met_at_base), growth) as progress_value
        from measured
    ),

    final as (
        select
            row_id,
            if(assessable, progress_value, null) as progress_value,
            null::double as score,
            case
                when year is null then 'insufficient_data'
                when year <= 2015 then 'no_data_after_2015'
                when met then 'target_achieved'
                when not assessable then 'insufficient_data'
                when has_target and met_at_base then 'deterioration'
                when has_target then unsd2022_ratio_status(progress_value)
                else unsd2022_growth_status(progress_value * direction, fast, fair, loss)
            end as status
        from valued
    )

    select * from final order by row_id;

-- UN global assessment of 2023: how far the value, grown on to the target year, closes the way from the base.
create or replace macro un2023_projected(value, year, growth, target_year) as
    value * pow(1 + growth, target_year - year);

create or replace macro un2023_progress(projected, base_value, target, met_at_base) as
    if(
        met_at_base,
        -abs((projected - base_value) / nullif(target - base_value, 0)),
        (projected - base_value) / nullif(target - base_value, 0)
    );

-- Class 3, 2 or 1. nearly_met is the method's one-point rule at a target of 0 or 100 %.
create or replace macro un2023_status(progress, wished_growth, has_target, met, nearly_met, met_at_base) as
    case
        when met or nearly_met then 'met_or_on_track'
        when has_target and met_at_base then 'stagnation_or_regression'
        when if(has_target, progress >= 0.95, wished_growth >= 0.02) then 'met_or_on_track'
        when if(has_target, progress >= 0.10, wished_growth >= 0.005) then 'fair_progress'
        when if(has_target, progress, wished_growth) is not null then 'stagnation_or_regression'
    end;

-- Eurostat: with a target on the growth ratio (95, 60 and 0 %), without one on growth (1 %, 0, -1 %).
create or replace macro eurostat_status(ratio, wished_growth, has_target, met_at_base) as
    case
        when has_target and met_at_base and ratio is null and wished_growth < 0 then 'movement_away'
        when has_target and ratio >= 0.95 then 'significant_progress'
        when has_target and ratio >= 0.60 then 'moderate_progress'
        when has_target and ratio >= 0 then 'insufficient_progress'
        when has_target and ratio < 0 then 'movement_away'
        when has_target then null
        when wished_growth >= 0.01 then 'significant_progress'
        when wished_growth > 0 then 'moderate_progress'
        when wished_growth = 0 then 'no_change'
        when wished_growth > -0.01 then 'moderate_movement_away'
        when wished_growth <= -0.01 then 'significant_movement_away'
    end;

-- ESCAP Current Status Index: 0 at the base, 10 at the target; needs no growth rate, so zeros do no harm.
create or replace macro escap_csi(base_value, value, target, direction) as
    if(
        target_is_met(value, target, direction),
        10,
        10.0::double * direction * (value - base_value) / nullif(abs(target - base_value), 0)
    );

-- The same for a target in the middle, such as parity: untransformed values, distance from the target on either side.
create or replace macro escap_csi_parity(base_value, value, target) as
    10 - 10.0::double * abs(target - value) / nullif(abs(target - base_value), 0);

-- Where the index should stand if every year brought the same share of the way.
create or replace macro escap_pace(base_year, year, target_year) as
    10.0::double * (year - base_year) / nullif(target_year - base_year, 0);

create or replace macro escap_csi_status(csi, pace, met) as
    case
        when met then 'target_achieved'
        when csi >= pace then 'on_pace'
        when csi >= 0 then 'behind'
        when csi < 0 then 'regressing'
    end;

-- ESCAP Anticipated Progress Index: a regression in which recent points weigh more, read at the target year.
create or replace macro escap_weight(first_year, year, target_year) as
    (target_year - first_year)::double / nullif(target_year - year, 0);

-- Aggregates over the points of one series: weighted least squares of y on the year, value at the target year.
create or replace macro weighted_slope(y, year, w) as
    (sum(w) * sum(w * year * y) - sum(w * year) * sum(w * y))
    / nullif(sum(w) * sum(w * year * year) - pow(sum(w * year), 2), 0);

create or replace macro weighted_prediction(y, year, w, target_year) as
    sum(w * y) / sum(w) + weighted_slope(y, year, w) * (target_year - sum(w * year) / sum(w));

-- Percentages are fitted on the logit scale, where 0 and 100 cannot be overshot.
create or replace macro logit(percentage) as
    if(percentage > 0 and percentage < 100, ln(percentage / (100.0::double - percentage)), null);

create or replace macro inverse_logit(z) as
    100.0::double / (1 + exp(-z));

-- Per cent of the way from the base that will still be missing. A target met at the base and lost since asks to
-- reverse, however short the way.
create or replace macro escap_gap(predicted, base_value, target, direction) as
    if(
        target_is_met(predicted, target, direction),
        0,
        100.0::double * abs(target - predicted) / nullif(abs(target - base_value), 0)
    );

create or replace macro escap_api_status(gap, met_and_lost) as
    case
        when gap is not null and met_and_lost then 'reverse'
        when gap <= 10 then 'maintain'
        when gap <= 100 then 'accelerate'
        when gap > 100 then 'reverse'
    end;

-- SDSN arrows: the average yearly change of the latest four to six years over the yearly change needed since the base.
create or replace macro sdsn_ratio(
    recent_value, recent_year, value, year, base_value, base_year, target, target_year
) as
    ((value - recent_value)::double / nullif(year - recent_year, 0))
    / nullif((target - base_value)::double / nullif(target_year - base_year, 0), 0);

create or replace macro sdsn_status(ratio, met, met_and_lost) as
    case
        when ratio is not null and met_and_lost then 'decreasing'
        when met or ratio >= 1 then 'on_track_or_maintaining'
        when ratio >= 0.5 then 'moderately_improving'
        when ratio >= 0 then 'stagnating'
        when ratio < 0 then 'decreasing'
    end;

-- One vocabulary for all methods, so that they can be counted: improve_enough, too_slow, worse, na.
-- The lowest UN class mixes standstill and loss, so the sign of the change decides.
create or replace macro ruling(status, wished_change) as
    case
        when status = 'stagnation_or_regression' then if(wished_change < 0, 'worse', 'too_slow')
        when status is null then 'na'
        else coalesce(
            map {
                'target_achieved': 'improve_enough',
                'substantial_progress': 'improve_enough',
                'on_track': 'improve_enough',
                'met_or_on_track': 'improve_enough',
                'significant_progress': 'improve_enough',
                'on_pace': 'improve_enough',
                'maintain': 'improve_enough',
                'on_track_or_maintaining': 'improve_enough',
                'moderate_progress': 'too_slow',
                'limited_progress': 'too_slow',
                'fair_progress': 'too_slow',
                'insufficient_progress': 'too_slow',
                'no_change': 'too_slow',
                'behind': 'too_slow',
                'accelerate': 'too_slow',
                'moderately_improving': 'too_slow',
                'stagnating': 'too_slow',
                'deterioration': 'worse',
                'movement_away': 'worse',
                'moderate_movement_away': 'worse',
                'significant_movement_away': 'worse',
                'regressing': 'worse',
                'reverse': 'worse',
                'decreasing': 'worse'
            }[status],
            'na'
        )
    end;
