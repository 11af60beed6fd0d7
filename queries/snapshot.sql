-- Question: what does the donor's snapshot print of every headline series, as of a date, judged by one method?
-- Parameters: as_of (date); method (open_sdg, unsd2022, un2023, eurostat, escap_csi, escap_api or sdsn).
-- Grain: one row per headline series (series_id), national values, in printing order.
-- Units: values in the series' unit; growth as a factor minus one; gap_closed and time_elapsed as plain ratios.
-- Method: the table `assessment`, read at the newest release date not later than as_of; guards apply whichever method is asked. printed_decimals is the least number of
-- decimals, from the series' own up to six, at which a hand calculation from the printed figures gives the same status.
-- example: method=open_sdg, as_of=2026-11-22

with judged as (
    select
        *,
        case $method
            when 'open_sdg' then open_sdg
            when 'unsd2022' then unsd2022
            when 'un2023' then un2023
            when 'eurostat' then eurostat
            when 'escap_csi' then escap_csi
            when 'escap_api' then escap_api
            when 'sdsn' then sdsn
        end as chosen,
        case $method
            when 'open_sdg' then ruling
            when 'unsd2022' then unsd2022_ruling
            when 'un2023' then un2023_ruling
            when 'eurostat' then eurostat_ruling
            when 'escap_csi' then escap_csi_ruling
            when 'escap_api' then escap_api_ruling
            when 'sdsn' then sdsn_ruling
        end as chosen_ruling,
        [
            {method: 'open_sdg', status: open_sdg, ruling: ruling, value: progress_value},
            {method: 'unsd2022', status: unsd2022, ruling: unsd2022_ruling, value: ratio},
            {method: 'un2023', status: un2023, ruling: un2023_ruling, value: un_progress},
            {method: 'eurostat', status: eurostat, ruling: eurostat_ruling, value: ratio},
            {method: 'escap_csi', status: escap_csi, ruling: escap_csi_ruling, value: csi},
            {method: 'escap_api', status: escap_api, ruling: escap_api_ruling, value: anticipated_gap},
            {method: 'sdsn', status: sdsn, ruling: sdsn_ruling, value: yearly_ratio}
        ] as rulings
    from assessment
    where as_of = (select max(release) from release where release <= $as_of::date)
),

trends as (
    select
        series_value.series_id,
        list(
            {
                time_period: series_value.time_period,
                obs_value: series_value.obs_value,
                segment: series_value.segment,
                obs_status: series_value.obs_status
            }
            order by series_value.time_period
        ) as trend
    from judged
    inner join series_value
        on
            judged.series_id = series_value.series_id
            and judged.release = series_value.release
    where
        series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
    group by series_value.series_id
),

reprinted as (
    select
        assessment_decimals.series_id,
        assessment_decimals.printed_decimals
    from assessment_decimals
    inner join judged
        on
            assessment_decimals.as_of = judged.as_of
            and assessment_decimals.series_id = judged.series_id
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
        coalesce(reprinted.printed_decimals, series.decimals) as printed_decimals,
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
        len(list_filter(judged.rulings, lambda r: r.ruling <> 'na' and r.ruling = judged.chosen_ruling))
            as methods_agreeing,
        judged.methods_ruling,
        trends.trend
    from judged
    inner join series on judged.series_id = series.series_id
    left join trends on judged.series_id = trends.series_id
    left join reprinted on judged.series_id = reprinted.series_id
)

select * from final
order by
    goal,
    string_split(sdg_target, '.')[2],
    indicator,
    series_id;
