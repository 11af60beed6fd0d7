-- Question: what does the donor's snapshot print of a headline series as of a date, whichever method judges?
-- Parameters: none.
-- Grain: one row per as_of and headline series.
-- Keys: as_of, series_id
-- Columns: as_of date, place bigint, series_id varchar, goal integer, sdg_target varchar, indicator varchar,
-- title_en varchar, title_ru varchar, title_kk varchar, description_en varchar, description_ru varchar,
-- description_kk varchar, proxy_en varchar, proxy_ru varchar, proxy_kk varchar, caveat_en varchar, caveat_ru varchar,
-- caveat_kk varchar, target_source_en varchar, target_source_ru varchar, target_source_kk varchar, unit varchar,
-- decimals integer, printed_decimals integer, direction varchar, strength varchar, linked_by_en varchar,
-- linked_by_ru varchar, linked_by_kk varchar, measures varchar, mapping_en varchar, mapping_ru varchar,
-- mapping_kk varchar, mapping_url varchar, source_id varchar, release date,
-- base_year integer, base_value double, year integer, value double, change double, change_percent double,
-- stated_target double, stated_target_year integer, target_kind varchar, judged_as varchar, level double,
-- distance double, transform varchar, natural_limit double,
-- factor double, assessed_base_value double, assessed_value double, target double, target_year integer,
-- assessed_direction integer, progress_value double, growth double, required_growth double, score double,
-- threshold_on_track double, threshold_moderate double, gap_closed double, time_elapsed double, years_elapsed integer,
-- years_given integer, n_points bigint, evidence varchar[], flip_up_value double, flip_down_value double,
-- default_status varchar, reason varchar, n_choices bigint, n_holding bigint, is_short boolean, is_fragile boolean,
-- turned_year integer,
-- rulings struct(method varchar, status varchar, ruling varchar, value double)[], methods_ruling bigint,
-- trend struct(time_period integer, obs_value double, segment integer, obs_status varchar)[]
-- Units: values in the series' unit; growth as a factor minus one;
-- gap_closed and time_elapsed as plain ratios. progress_value is given only where there is a status.
-- place is the printing order.
-- Stored: as a table of `assessment`, `assessment_print` and `series` side by side, so that a page reads one of them.

create or replace table assessment_sheet as
with final as (
    select
        assessment.as_of,
        row_number() over (
            partition by assessment.as_of
            order by series.goal, string_split(series.target, '.')[2], series.indicator, series.series_id
        ) as place,
        assessment.series_id,
        series.goal,
        series.target as sdg_target,
        series.indicator,
        series.title_en,
        series.title_ru,
        series.title_kk,
        series.description_en,
        series.description_ru,
        series.description_kk,
        series.proxy_en,
        series.proxy_ru,
        series.proxy_kk,
        series.caveat_en,
        series.caveat_ru,
        series.caveat_kk,
        series.target_source_en,
        series.target_source_ru,
        series.target_source_kk,
        series.unit,
        series.decimals,
        print.printed_decimals,
        series.direction,
        series.strength,
        target.linked_by_en,
        target.linked_by_ru,
        target.linked_by_kk,
        series.measures,
        mapping.name_en as mapping_en,
        mapping.name_ru as mapping_ru,
        mapping.name_kk as mapping_kk,
        mapping.url as mapping_url,
        series.source_id,
        assessment.release,
        assessment.base_year,
        assessment.base_value,
        assessment.year,
        assessment.value,
        assessment.change,
        100 * assessment.change / nullif(abs(assessment.base_value), 0) as change_percent,
        assessment.stated_target,
        series.target_year as stated_target_year,
        assessment.target_kind,
        assessment.judged_as,
        assessment.level,
        assessment.distance,
        assessment.transform,
        assessment.natural_limit,
        assessment.factor,
        assessment.assessed_base_value,
        assessment.assessed_value,
        assessment.target,
        assessment.target_year,
        assessment.direction as assessed_direction,
        if(assessment.open_sdg is null, null, assessment.progress_value) as progress_value,
        assessment.growth,
        assessment.required_growth,
        assessment.score,
        assessment.threshold_on_track,
        assessment.threshold_moderate,
        assessment.gap_closed / 100 as gap_closed,
        assessment.time_elapsed / 100 as time_elapsed,
        assessment.year - assessment.base_year as years_elapsed,
        assessment.target_year - assessment.base_year as years_given,
        coalesce(assessment.n_points, 0) as n_points,
        assessment.evidence,
        assessment.flip_up_value,
        assessment.flip_down_value,
        nullif(assessment.status, 'not_assessed') as default_status,
        assessment.reason,
        robustness.n_choices,
        robustness.n_holding,
        coalesce(robustness.is_short, false) as is_short,
        coalesce(robustness.is_fragile, false) as is_fragile,
        robustness.turned_year,
        print.rulings,
        assessment.methods_ruling,
        print.points as trend
    from assessment
    inner join assessment_print as print
        on assessment.as_of = print.as_of and assessment.series_id = print.series_id
    inner join series on assessment.series_id = series.series_id
    inner join target on series.target = target.target
    left join mapping on series.mapped_by = mapping.mapping
    left join assessment_robustness as robustness
        on assessment.as_of = robustness.as_of and assessment.series_id = robustness.series_id
)

select * from final order by as_of, place;
