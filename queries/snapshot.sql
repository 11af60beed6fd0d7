-- Question: what does the donor's snapshot print of every headline series, as of a date, judged by one method?
-- Parameters: as_of (date); method (open_sdg, unsd2022, un2023, eurostat, escap_csi, escap_api or sdsn).
-- Grain: one row per headline series (series_id), national values, in printing order.
-- Units: values in the series' unit; growth as a factor minus one; gap_closed and time_elapsed as plain ratios.
-- Method: the table `assessment`, read at the newest release date not later than as_of; guards apply whichever method
-- is asked. printed_decimals is the least number of decimals, from the series' own up to six, at which a hand
-- calculation from the printed figures gives the same status.
-- example: method=open_sdg, as_of=2026-11-22

with judged as (
    select
        assessment.*,
        chosen.status as chosen,
        chosen.methods_agreeing as agreeing,
        print.printed_decimals,
        print.points,
        print.rulings
    from assessment
    inner join assessment_ruling as chosen
        on assessment.as_of = chosen.as_of and assessment.series_id = chosen.series_id and chosen.method = $method
    inner join assessment_print as print
        on assessment.as_of = print.as_of and assessment.series_id = print.series_id
    where assessment.as_of = (select max(release.release) from release where release.release <= $as_of::date)
),

final as (
    select
        series.series_id,
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
        judged.printed_decimals,
        series.direction,
        series.strength,
        series.source_id,
        judged.release,
        judged.base_year,
        judged.base_value,
        judged.year,
        judged.value,
        judged.change,
        100 * judged.change / nullif(abs(judged.base_value), 0) as change_percent,
        judged.stated_target,
        series.target_year as stated_target_year,
        judged.target_kind,
        judged.transform,
        judged.natural_limit,
        judged.factor,
        judged.assessed_base_value,
        judged.assessed_value,
        judged.target,
        judged.target_year,
        judged.direction as assessed_direction,
        if(judged.open_sdg is null, null, judged.progress_value) as progress_value,
        judged.growth,
        judged.required_growth,
        judged.score,
        judged.threshold_on_track,
        judged.threshold_moderate,
        judged.gap_closed / 100 as gap_closed,
        judged.time_elapsed / 100 as time_elapsed,
        judged.year - judged.base_year as years_elapsed,
        judged.target_year - judged.base_year as years_given,
        coalesce(judged.n_points, 0) as n_points,
        year($as_of::date) - judged.year as age_years,
        list_concat(
            judged.evidence,
            if(year($as_of::date) - judged.year > 3, ['old_value'], [])
        ) as evidence,
        judged.flip_up_value,
        judged.flip_down_value,
        judged.open_sdg as default_status,
        coalesce(nullif(judged.chosen, 'not_available'), 'not_assessed') as status,
        coalesce(
            judged.reason,
            case
                when judged.chosen is not null and judged.chosen not in ('not_available', 'insufficient_data') then null
                when judged.target is null then 'method_needs_target'
                else 'method_not_applicable'
            end
        ) as reason,
        judged.rulings,
        judged.agreeing as methods_agreeing,
        judged.methods_ruling,
        judged.points as trend
    from judged
    inner join series on judged.series_id = series.series_id
)

select * from final
order by
    goal,
    string_split(sdg_target, '.')[2],
    indicator,
    series_id;
