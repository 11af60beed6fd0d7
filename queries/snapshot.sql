-- Question: what does the donor's snapshot print of every headline series, as of a date, judged by one method?
-- Parameters: as_of (date); method (open_sdg, unsd2022, un2023, eurostat, escap_csi, escap_api or sdsn).
-- Grain: one row per headline series (series_id), national values, in printing order.
-- Units: values in the series' unit; growth as a factor minus one; gap_closed and time_elapsed as plain ratios.
-- Method: the table `assessment_sheet`, read at the newest release date not later than as_of; guards apply whichever
-- method is asked. printed_decimals is the least number of decimals, from the series' own up to six, at which a hand
-- calculation from the printed figures gives the same status.
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
        * exclude (as_of, chosen, evidence, reason),
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
            as methods_agreeing
    from sheet
)

select * from final order by place;
