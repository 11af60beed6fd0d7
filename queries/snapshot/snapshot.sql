-- Question: what does the donor's snapshot print of every headline series, as of a date, judged by one method?
-- Parameters: as_of a date; method open_sdg|unsd2022|un2023|eurostat|escap_csi|escap_api|sdsn.
-- Grain: one row per headline series (series_id), national values, in printing order.
-- Keys: series_id
-- Columns: place bigint, series_id varchar, goal integer, sdg_target varchar, indicator varchar, title_en varchar,
-- title_ru varchar, title_kk varchar, description_en varchar, description_ru varchar, description_kk varchar,
-- proxy_en varchar, proxy_ru varchar, proxy_kk varchar, caveat_en varchar, caveat_ru varchar, caveat_kk varchar,
-- target_source_en varchar, target_source_ru varchar, target_source_kk varchar, unit varchar, decimals integer,
-- printed_decimals integer, direction varchar, strength varchar, linked_by_en varchar, linked_by_ru varchar,
-- linked_by_kk varchar, measures varchar, mapping_en varchar, mapping_ru varchar, mapping_kk varchar,
-- mapping_url varchar, source_id varchar, release date, base_year integer, base_value double, year integer, value double, change double, change_percent double, stated_target double,
-- stated_target_year integer, target_kind varchar, judged_as varchar, level double, distance double, transform varchar, natural_limit double, factor double,
-- assessed_base_value double, assessed_value double, target double, target_year integer, assessed_direction integer,
-- progress_value double, growth double, required_growth double, score double, threshold_on_track double,
-- threshold_moderate double, gap_closed double, time_elapsed double, years_elapsed integer, years_given integer,
-- n_points bigint, flip_up_value double, flip_down_value double, default_status varchar,
-- rulings struct(method varchar, status varchar, ruling varchar, value double)[], methods_ruling bigint,
-- trend struct(time_period integer, obs_value double, segment integer, obs_status varchar)[], n_choices bigint,
-- n_holding bigint, is_short boolean, turned_year integer, age_years bigint,
-- evidence varchar[], status varchar, reason varchar, methods_agreeing bigint, is_fragile boolean
-- Units: values in the series' unit; growth as a factor minus one; gap_closed and time_elapsed as plain ratios.
-- Method: the table `assessment_sheet`, read at the newest release date not later than as_of; guards apply whichever
-- method is asked. printed_decimals is the least number of decimals, from the series' own up to six, at which a hand
-- calculation from the printed figures gives the same status. n_choices, n_holding, is_short and turned_year are of the
-- default method (`assessment_robustness`), NULL and false where another is asked; is_fragile then counts methods alone.
-- example: method=open_sdg, as_of=2026-11-22

with sheet as (
    select
        *,
        list_filter(rulings, lambda ruling: ruling.method = $method)[1] as chosen
    from assessment_sheet
    where as_of = (select max(release.release) from release where release.release <= $as_of::date)
),

final as (
    select
        * exclude (as_of, chosen, evidence, reason, n_choices, n_holding, is_short, is_fragile, turned_year),
        if($method = 'open_sdg', n_choices, null) as n_choices,
        if($method = 'open_sdg', n_holding, null) as n_holding,
        $method = 'open_sdg' and is_short as is_short,
        if($method = 'open_sdg', turned_year, null) as turned_year,
        year($as_of::date) - year as age_years,
        list_concat(evidence, if(year($as_of::date) - year > 3, ['old_value'], [])) as evidence,
        coalesce(nullif(chosen.status, 'not_available'), 'not_assessed') as status,
        coalesce(
            reason,
            case
                when chosen.status not in ('not_available', 'insufficient_data') then null
                when target is null then 'method_needs_target'
                else 'method_not_applicable'
            end
        ) as reason,
        len(list_filter(rulings, lambda ruling: ruling.ruling <> 'na' and ruling.ruling = chosen.ruling))
            as methods_agreeing,
        if(
            $method = 'open_sdg',
            is_fragile,
            chosen.ruling <> 'na' and 2 * methods_agreeing < methods_ruling
        ) as is_fragile
    from sheet
)

select * from final order by place, series_id;
