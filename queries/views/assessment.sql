-- Question: how does every headline series stand against its target, as of each release date, and may it be judged?
-- Parameters: none.
-- Grain: one row per as_of (every date on which any source was released) and headline series; national values.
-- Keys: as_of, series_id
-- Columns: as_of date, series_id varchar, release date, base_year integer, base_value double, year integer,
-- value double, change double, assessed_base_value double, assessed_value double, target double, target_year integer,
-- stated_target double, target_kind varchar, judged_as varchar, level double, distance double, direction integer, transform varchar, natural_limit double, trend varchar,
-- growth double, required_growth double, factor double, progress_value double, score double, status varchar,
-- reason varchar, reasons varchar[], threshold_on_track double, threshold_moderate double, gap_closed double,
-- time_elapsed double, csi double, pace double, ratio double, un_progress double, predicted double,
-- anticipated_gap double, yearly_ratio double, n_points bigint, evidence varchar[], flip_up_value double,
-- flip_down_value double, open_sdg varchar, unsd2022 varchar, un2023 varchar, eurostat varchar, escap_csi varchar,
-- escap_api varchar, sdsn varchar, ruling varchar, unsd2022_ruling varchar, un2023_ruling varchar,
-- eurostat_ruling varchar, escap_csi_ruling varchar, escap_api_ruling varchar, sdsn_ruling varchar,
-- methods_agreeing bigint, methods_ruling bigint
-- Units: values in the series' unit; growth as a factor minus one; gap_closed and time_elapsed in per cent; csi 0-10.
-- Method: Statistics Canada / Open SDG by default, six others beside it (queries/macros), behind guards: no status
-- across a break, on a disputed value, on fewer than two points, on a figure that only gives context, on one without an
-- agreed direction, on
-- work done in one year, or on money at current prices. Every reason is a code in `reasons`; `reason` is the first that
-- applies. `judged_as` target: on the pace towards `target`. Else on the yearly growth alone; `level` is then the number
-- that this project reads into the target, `distance` how far the latest value is from it. open_sdg to sdsn are the
-- classes of the methods, `status` what may be said of the default one (queries/macros/progress_words.sql).
-- Stored: as a table; between two release dates nothing can change, so a page only looks the answer up.

create or replace table assessment as
with as_of_date as (
    select distinct release as as_of from release
),

held as (
    select
        as_of_date.as_of,
        release.source_id,
        max(release.release) as release
    from as_of_date
    inner join release on release.release <= as_of_date.as_of
    group by
        as_of_date.as_of,
        release.source_id
),

headline as (
    select
        as_of_date.as_of,
        series.series_id,
        series.strength,
        series.measures,
        series.yearly_flow,
        coalesce(series.prices, unit.prices) = 'current' as at_current_prices,
        series.natural_limit,
        series.baseline_year,
        series.target_value,
        series.target_kind,
        series.proxy_en is not null as is_proxy,
        coalesce(series.transform, 'none') as transform,
        held.release,
        series.source_id,
        series.direction = 'none' and coalesce(series.transform, 'none') = 'none' as has_no_direction,
        series.target_value is not null and not coalesce(series.target_comparable, true) as target_not_comparable,
        judged_against(series.target_kind, series.target_value, series.target_comparable) as judged_as,
        if(judged_as = 'direction', null, transformed_target(series.target_value, series.transform)) as level,
        if(judged_as = 'target', level, null) as target,
        coalesce(series.target_year, 2030) as target_year,
        if(
            coalesce(series.transform, 'none') <> 'none',
            -1,
            case series.direction when 'increase' then 1 when 'decrease' then -1 else 0 end
        ) as direction
    from series
    cross join as_of_date
    left join unit on series.unit = unit.code
    left join held on series.source_id = held.source_id and as_of_date.as_of = held.as_of
    where series.curated and series.headline
),

points as (
    select
        headline.as_of,
        headline.series_id,
        headline.baseline_year,
        headline.target_year,
        headline.natural_limit,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.segment,
        series_value.dispute,
        progress_transform(series_value.obs_value, headline.transform) as y,
        max(series_value.segment) over (partition by headline.as_of, headline.series_id) as last_segment
    from headline
    inner join series_value
        on
            headline.series_id = series_value.series_id
            and headline.source_id = series_value.source_id
            and headline.release = series_value.release
    where
        series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
),

window_points as (
    select
        as_of,
        series_id,
        target_year,
        natural_limit,
        time_period,
        obs_value,
        obs_status,
        y,
        min(time_period) over (partition by as_of, series_id) as base_year,
        max(time_period) over (partition by as_of, series_id) as year
    from points
    where segment = last_segment and time_period >= baseline_year
),

held_points as (
    select
        as_of,
        series_id,
        count(*) as n_held,
        max(time_period) as last_year,
        arg_max(obs_value, time_period) as last_value,
        coalesce(arg_max(dispute is not null, time_period), false) as is_disputed,
        min(time_period) filter (where time_period >= baseline_year) as first_year_from_baseline
    from points
    group by
        as_of,
        series_id
),

ends as (
    select
        as_of,
        series_id,
        count(*) as n_points,
        min(base_year) as base_year,
        max(year) as year,
        arg_min(y, time_period) as b,
        arg_max(y, time_period) as v,
        arg_min(obs_value, time_period) as base_value,
        arg_max(obs_value, time_period) as value,
        arg_min(obs_status, time_period) as base_status,
        arg_max(obs_status, time_period) as value_status,
        arg_min(time_period, abs(time_period - year + 5)) filter (time_period between year - 6 and year - 4)
            as recent_year,
        arg_min(y, abs(time_period - year + 5)) filter (time_period between year - 6 and year - 4) as recent_value,
        weighted_prediction(y, time_period, escap_weight(base_year, time_period, target_year), max(target_year))
            as linear_prediction,
        inverse_logit(
            weighted_prediction(
                logit(y), time_period, escap_weight(base_year, time_period, target_year), max(target_year)
            )
        ) as logit_prediction,
        bool_and(natural_limit is not null and y > 0 and y < 100) as is_bounded
    from window_points
    group by
        as_of,
        series_id
),

measured as (
    select
        headline.*,
        ends.* exclude (as_of, series_id, linear_prediction, logit_prediction, is_bounded),
        held_points.* exclude (as_of, series_id),
        headline.target is not null as has_target,
        target_is_met(ends.v, headline.level, headline.direction) as met,
        target_is_met(ends.b, headline.level, headline.direction) as met_at_base,
        annual_growth(ends.b, ends.base_year, ends.v, ends.year) as growth,
        annual_growth(ends.b, ends.base_year, headline.target, headline.target_year) as required,
        limit_factor(ends.b, headline.natural_limit) as factor,
        headline.direction * (ends.v - ends.b) as wished_change,
        if(ends.is_bounded, ends.logit_prediction, ends.linear_prediction) as predicted,
        coalesce(ends.b = 0 or ends.b * ends.v < 0, false)
        or coalesce(ends.b * headline.target <= 0, false) as is_zero_or_sign_change
    from headline
    left join held_points on headline.as_of = held_points.as_of and headline.series_id = held_points.series_id
    left join ends on headline.as_of = ends.as_of and headline.series_id = ends.series_id
),

guarded as (
    select
        *,
        list_filter(
            [
                if(release is null, 'not_held', null),
                if(release is not null and n_held is null, 'no_data', null),
                if(measures = 'context' and strength = 'C', 'context_only', null),
                if(has_no_direction, 'no_direction', null),
                if(is_disputed, 'disputed', null),
                if(yearly_flow, 'yearly_flow', null),
                if(at_current_prices, 'current_prices', null),
                if(n_held > 0 and first_year_from_baseline is null, 'before_base_year', null),
                if(first_year_from_baseline < last_year and coalesce(n_points, 0) < 2, 'series_break', null),
                if(n_held > 0 and first_year_from_baseline = last_year, 'insufficient_points', null),
                if(has_target and year >= target_year and not met, 'target_year_past', null),
                if(is_zero_or_sign_change and not met, 'zero_or_sign_change', null)
            ],
            lambda code: code is not null
        ) as reasons
    from measured
),

valued as (
    select
        *,
        len(reasons) = 0 as is_assessed,
        coalesce(n_points, 0) > 1 as has_change,
        growth * direction as wished_growth,
        if(b < 0, -1, 1) * direction * growth / if(has_target, abs(nullif(required, 0)), 1) as progress_value,
        growth_ratio(growth, required, met_at_base) as ratio,
        un2023_progress(un2023_projected(v, year, growth, target_year), b, target, met_at_base) as un_progress,
        if(
            transform in ('parity_ratio', 'parity_percent') and not met,
            escap_csi_parity(base_value, value, target),
            escap_csi(b, v, target, direction)
        ) as csi,
        escap_pace(base_year, year, target_year) as pace,
        if(n_points >= 3, escap_gap(predicted, b, target, direction), null) as anticipated_gap,
        sdsn_ratio(recent_value, recent_year, v, year, b, base_year, target, target_year) as yearly_ratio,
        if(has_target, 0.95, 0.015 * factor) as threshold_on_track,
        if(has_target, 0.60, 0.005 * factor) as threshold_moderate
    from guarded
),

judged as (
    select
        *,
        if(is_assessed, open_sdg_status(progress_value, has_target, factor, met, met_at_base), null) as open_sdg,
        if(is_assessed, open_sdg_score(progress_value, has_target, factor, met, met_at_base), null) as score,
        case
            when not is_assessed then null
            when met then 'target_achieved'
            when has_target and met_at_base then 'deterioration'
            when has_target then unsd2022_ratio_status(ratio)
            else unsd2022_growth_status(wished_growth, 0.01, 0.005, -0.01)
        end as unsd2022,
        if(
            is_assessed,
            un2023_status(
                un_progress, wished_growth, has_target, met,
                has_target and target = natural_limit and abs(target - v) <= 1, met_at_base
            ),
            null
        ) as un2023,
        if(is_assessed, eurostat_status(ratio, wished_growth, has_target, met_at_base), null) as eurostat,
        if(is_assessed and has_target, escap_csi_status(csi, pace, met), null) as escap_csi,
        if(is_assessed and has_target, escap_api_status(anticipated_gap, met_at_base and not met), null) as escap_api,
        if(is_assessed and has_target, sdsn_status(yearly_ratio, met, met_at_base and not met), null) as sdsn
    from valued
),

ruled as (
    select
        *,
        ruling(open_sdg, wished_change) as ruling,
        ruling(unsd2022, wished_change) as unsd2022_ruling,
        ruling(un2023, wished_change) as un2023_ruling,
        ruling(eurostat, wished_change) as eurostat_ruling,
        ruling(escap_csi, wished_change) as escap_csi_ruling,
        ruling(escap_api, wished_change) as escap_api_ruling,
        ruling(sdsn, wished_change) as sdsn_ruling,
        case open_sdg
            when 'deterioration' then 0
            when 'limited_progress' then threshold_moderate
            when 'moderate_progress' then threshold_on_track
        end as threshold_above,
        case open_sdg
            when 'limited_progress' then 0
            when 'moderate_progress' then threshold_moderate
            when 'substantial_progress' then threshold_on_track
        end as threshold_below
    from judged
),

compared as (
    select
        *,
        [
            ruling, unsd2022_ruling, un2023_ruling, eurostat_ruling, escap_csi_ruling, escap_api_ruling, sdsn_ruling
        ] as all_rulings,
        flip_value(b, base_year, year + 1, threshold_above, required, direction, has_target) as value_above,
        flip_value(b, base_year, year + 1, threshold_below, required, direction, has_target) as value_below
    from ruled
),

final as (
    select
        as_of,
        series_id,
        release,
        if(has_change, base_year, null) as base_year,
        if(has_change, base_value, null) as base_value,
        coalesce(year, last_year) as year,
        coalesce(value, last_value) as value,
        if(has_change, value - base_value, null) as change,
        if(has_change, b, null) as assessed_base_value,
        v as assessed_value,
        target,
        target_year,
        target_value as stated_target,
        target_kind,
        judged_as,
        level,
        if(judged_as = 'reading', abs(coalesce(value, last_value) - target_value), null) as distance,
        direction,
        transform,
        natural_limit,
        case
            when wished_change > 0 then 'improving'
            when wished_change < 0 then 'worsening'
            when has_change and wished_change = 0 then 'unchanged'
        end as trend,
        growth,
        required as required_growth,
        factor,
        progress_value,
        score,
        coalesce(said_status(open_sdg, judged_as, wished_change), 'not_assessed') as status,
        reasons[1] as reason,
        reasons,
        threshold_on_track,
        threshold_moderate,
        if(has_target, 10 * csi, null) as gap_closed,
        if(has_target and pace is not null, least(10 * pace, 100), null) as time_elapsed,
        csi,
        pace,
        ratio,
        un_progress,
        predicted,
        anticipated_gap,
        yearly_ratio,
        n_points,
        list_filter(
            [
                if(measures <> 'context' and strength <> 'A', 'whole_country', null),
                if(has_change and (n_points < 3 or year - base_year < 3), 'low_evidence', null),
                if(has_change and base_year > first_year_from_baseline, 'rebased_after_break', null),
                if(
                    has_change and base_year > baseline_year and base_year = first_year_from_baseline,
                    'later_base_year',
                    null
                ),
                if(base_status = 'S' or value_status = 'S', 'repaired_value', null),
                if(value_status in ('P', 'E', 'U'), 'provisional_value', null),
                if(target_not_comparable, 'target_not_comparable', null),
                if(is_proxy, 'proxy', null)
            ],
            lambda code: code is not null
        ) as evidence,
        progress_untransform(
            if(open_sdg = 'substantial_progress', level, value_above), value, transform
        ) as flip_up_value,
        progress_untransform(
            if(open_sdg = 'target_achieved', level, value_below), value, transform
        ) as flip_down_value,
        open_sdg,
        unsd2022,
        un2023,
        eurostat,
        escap_csi,
        escap_api,
        sdsn,
        ruling,
        unsd2022_ruling,
        un2023_ruling,
        eurostat_ruling,
        escap_csi_ruling,
        escap_api_ruling,
        sdsn_ruling,
        len(list_filter(all_rulings, lambda code: code <> 'na' and code = ruling)) as methods_agreeing,
        len(list_filter(all_rulings, lambda code: code <> 'na')) as methods_ruling
    from compared
)

select * from final order by as_of, series_id;
