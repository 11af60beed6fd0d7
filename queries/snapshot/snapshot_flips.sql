-- Question: which statuses of the headline series differ between two dates, and why?
-- Parameters: as_of, compare_with dates;
-- method, compare_method open_sdg|unsd2022|un2023|eurostat|escap_csi|escap_api|sdsn.
-- Grain: one row per headline series whose status differs (series_id).
-- Keys: series_id
-- Columns: series_id varchar, goal integer, title_en varchar, title_ru varchar, title_kk varchar, old_status varchar,
-- old_reason varchar, new_status varchar, new_reason varchar, old_base_year integer, old_base_value double,
-- old_year integer, old_value double, new_base_year integer, new_base_value double, new_year integer, new_value double,
-- causes varchar[], turned_year integer
-- Units: values in the series' unit. turned_year: with the figures of the later date, the last year from which on the
-- status would have been what it is now; NULL where it was never another, or where not both are of the default method.
-- Method: statuses of two methods are compared in the vocabulary all methods share (`ruling`). `causes` begins with
-- `method` where the other method alone would move the status; the rest are those of the table `assessment_move`, which
-- compares every two release dates and names the decisive cause first.
-- example: compare_method=open_sdg, compare_with=2021-12-30, method=open_sdg, as_of=2026-11-22

with moved as (
    select *
    from assessment_move
    where
        as_of = (select max(release.release) from release where release.release <= $as_of::date)
        and compare_with = (select max(release.release) from release where release.release <= $compare_with::date)
),

ruled as (
    select
        moved.*,
        earlier.status as old_status,
        later.status as new_status,
        later.ruling <> other.ruling as method_decides
    from moved
    inner join assessment_ruling as earlier
        on
            moved.compare_with = earlier.as_of
            and moved.series_id = earlier.series_id
            and earlier.method = $compare_method
    inner join assessment_ruling as later
        on moved.as_of = later.as_of and moved.series_id = later.series_id and later.method = $method
    inner join assessment_ruling as other
        on moved.as_of = other.as_of and moved.series_id = other.series_id and other.method = $compare_method
    where
        if(
            $method = $compare_method,
            coalesce(earlier.status, 'not_assessed') <> coalesce(later.status, 'not_assessed'),
            earlier.ruling <> later.ruling
        )
),

final as (
    select
        ruled.series_id,
        series.goal,
        series.title_en,
        series.title_ru,
        series.title_kk,
        coalesce(ruled.old_status, 'not_assessed') as old_status,
        if(ruled.old_status is null, coalesce(ruled.old_reason, 'method_needs_target'), null) as old_reason,
        coalesce(ruled.new_status, 'not_assessed') as new_status,
        if(ruled.new_status is null, coalesce(ruled.new_reason, 'method_needs_target'), null) as new_reason,
        ruled.old_base_year,
        ruled.old_base_value,
        ruled.old_year,
        ruled.old_value,
        ruled.new_base_year,
        ruled.new_base_value,
        ruled.new_year,
        ruled.new_value,
        list_concat(if(ruled.method_decides, ['method'], []), ruled.causes) as causes,
        if($method = 'open_sdg' and $compare_method = 'open_sdg', robustness.turned_year, null) as turned_year
    from ruled
    inner join series on ruled.series_id = series.series_id
    left join assessment_robustness as robustness
        on ruled.as_of = robustness.as_of and ruled.series_id = robustness.series_id
)

select * from final
order by
    goal,
    series_id;
