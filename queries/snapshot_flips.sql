-- Question: which statuses of the headline series differ between two dates, and why?
-- Parameters: as_of, compare_with (dates), method, compare_method (one of the progress methods).
-- Grain: one row per headline series whose status differs (series_id). Units: values in the series' unit.
-- Method: statuses of two methods are compared in the vocabulary all methods share (`ruling`). `causes` names everything
-- that differs inside the assessed window, the decisive one first: `method`, `target`, `revision` or `repair` (a value of
-- the window differs), `removal` (a point is gone), `data` (the window reaches further), `first_held`. A revision is
-- decisive when the earlier window with the later values already leaves the earlier status; that replay uses the default
-- method and needs an earlier status to compare with.
-- example: compare_method=open_sdg, compare_with=2021-12-30, method=open_sdg, as_of=2026-11-22

with earlier as (
    select
        assessment.*,
        chosen.status as chosen,
        chosen.ruling as chosen_ruling
    from assessment
    inner join assessment_ruling as chosen
        on
            assessment.as_of = chosen.as_of
            and assessment.series_id = chosen.series_id
            and chosen.method = $compare_method
    where assessment.as_of = (select max(release.release) from release where release.release <= $compare_with::date)
),

later as (
    select
        assessment.*,
        chosen.status as chosen,
        chosen.ruling as chosen_ruling,
        other.ruling as other_ruling
    from assessment
    inner join assessment_ruling as chosen
        on assessment.as_of = chosen.as_of and assessment.series_id = chosen.series_id and chosen.method = $method
    inner join assessment_ruling as other
        on
            assessment.as_of = other.as_of
            and assessment.series_id = other.series_id
            and other.method = $compare_method
    where assessment.as_of = (select max(release.release) from release where release.release <= $as_of::date)
),

moved as (
    select
        later.series_id,
        earlier.release as old_release,
        later.release as new_release,
        coalesce(earlier.chosen, 'not_assessed') as old_status,
        coalesce(later.chosen, 'not_assessed') as new_status,
        if(earlier.chosen is null, coalesce(earlier.reason, 'method_needs_target'), null) as old_reason,
        if(later.chosen is null, coalesce(later.reason, 'method_needs_target'), null) as new_reason,
        earlier.open_sdg as old_default,
        later.chosen_ruling <> later.other_ruling as method_decides,
        earlier.base_year as old_base_year,
        earlier.year as old_year,
        later.base_year as new_base_year,
        later.year as new_year,
        earlier.base_value as old_base_value,
        earlier.value as old_value,
        later.base_value as new_base_value,
        later.value as new_value,
        later.target,
        later.target_year,
        later.direction,
        later.transform,
        later.natural_limit,
        earlier.target is distinct from later.target or earlier.target_year <> later.target_year as other_target
    from later
    inner join earlier on later.series_id = earlier.series_id
    where
        if(
            $method = $compare_method,
            coalesce(earlier.chosen, 'not_assessed') <> coalesce(later.chosen, 'not_assessed'),
            earlier.chosen_ruling <> later.chosen_ruling
        )
),

window_points as (
    select
        moved.series_id,
        point.time_period,
        max(point.obs_value) filter (where point.release = moved.old_release) as old_value,
        max(point.obs_value) filter (where point.release = moved.new_release) as new_value,
        max(coalesce(point.published_value, point.obs_value)) filter (where point.release = moved.old_release)
            as old_printed,
        max(coalesce(point.published_value, point.obs_value)) filter (where point.release = moved.new_release)
            as new_printed
    from moved
    inner join series_value as point
        on
            moved.series_id = point.series_id
            and point.release in (moved.old_release, moved.new_release)
    where
        point.ref_area = 'KZ'
        and point.sex = '_T'
        and point.urbanisation = '_T'
        and point.time_period >= least(
            coalesce(moved.old_base_year, moved.new_base_year, 0), coalesce(moved.new_base_year, moved.old_base_year, 0)
        )
    group by
        moved.series_id,
        point.time_period
),

window_changes as (
    select
        moved.series_id,
        bool_or(window_points.old_value is null) as has_new,
        bool_or(window_points.new_value is null) as has_removed,
        bool_or(
            abs(window_points.new_printed - window_points.old_printed) > 1e-9 * abs(window_points.old_printed)
        ) as has_revised,
        bool_or(
            abs(window_points.new_value - window_points.old_value) > 1e-9 * abs(window_points.old_value)
            and abs(window_points.new_printed - window_points.old_printed) <= 1e-9 * abs(window_points.old_printed)
        ) as has_repaired,
        max(window_points.new_value) filter (where window_points.time_period = moved.old_base_year) as replayed_base,
        max(window_points.new_value) filter (where window_points.time_period = moved.old_year) as replayed_value
    from moved
    inner join window_points on moved.series_id = window_points.series_id
    group by moved.series_id
),

replayed as (
    select
        moved.*,
        window_changes.* exclude (series_id),
        progress_transform(window_changes.replayed_base, moved.transform) as b,
        progress_transform(window_changes.replayed_value, moved.transform) as v
    from moved
    left join window_changes on moved.series_id = window_changes.series_id
),

decided as (
    select
        *,
        old_default is not null
        and open_sdg_status(
            open_sdg_value(b, old_base_year, v, old_year, target, target_year, direction),
            target is not null,
            limit_factor(b, natural_limit),
            target_is_met(v, target, direction),
            target_is_met(b, target, direction)
        ) is distinct from old_default as revision_decides
    from replayed
),

final as (
    select
        decided.series_id,
        series.goal,
        series.title_en,
        series.title_ru,
        series.title_kk,
        decided.old_status,
        decided.old_reason,
        decided.new_status,
        decided.new_reason,
        decided.old_base_year,
        decided.old_base_value,
        decided.old_year,
        decided.old_value,
        decided.new_base_year,
        decided.new_base_value,
        decided.new_year,
        decided.new_value,
        list_filter(
            [
                if(decided.method_decides, 'method', null),
                if(coalesce(decided.other_target, false), 'target', null),
                if(decided.old_release is null and decided.new_release is not null, 'first_held', null),
                if(decided.revision_decides and decided.has_revised, 'revision', null),
                if(decided.revision_decides and decided.has_repaired, 'repair', null),
                if(decided.old_release is not null and decided.has_removed, 'removal', null),
                if(decided.old_release is not null and decided.has_new, 'data', null),
                if(not decided.revision_decides and decided.has_revised, 'revision', null),
                if(not decided.revision_decides and decided.has_repaired, 'repair', null)
            ],
            lambda cause: cause is not null
        ) as causes
    from decided
    inner join series on decided.series_id = series.series_id
)

select * from final
order by
    goal,
    series_id;
