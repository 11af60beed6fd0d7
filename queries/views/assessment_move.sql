-- Question: what differs between a headline series as of one release date and as of another, whatever the method?
-- Parameters: none.
-- Grain: one row per compare_with, as_of (release dates) and headline series.
-- Keys: compare_with, as_of, series_id
-- Columns: compare_with date, as_of date, series_id varchar, old_reason varchar, new_reason varchar,
-- old_base_year integer, old_base_value double, old_year integer, old_value double, new_base_year integer,
-- new_base_value double, new_year integer, new_value double, causes varchar[]
-- Units: values in the series' unit.
-- Method: `causes` names everything that differs inside the assessed window, the decisive one first: `target`,
-- `first_held`, `revision` or `repair` (a value of the window differs), `removal` (a point is gone), `set_aside` (the row
-- is there, and set aside by us), `rounding` (a value lost or won decimals), `data` (the window reaches further). A
-- revision is decisive when the earlier window with the later values already leaves the earlier status; that replay uses
-- the default method and needs an earlier status to compare with.
-- Stored: as a table; nothing here depends on the reader's method, and there are few pairs of release dates.

create or replace table assessment_move as
with paired as (
    select
        earlier.as_of as compare_with,
        later.as_of,
        later.series_id,
        earlier.release as old_release,
        later.release as new_release,
        earlier.reason as old_reason,
        later.reason as new_reason,
        earlier.open_sdg as old_default,
        earlier.base_year as old_base_year,
        earlier.year as old_year,
        later.base_year as new_base_year,
        later.year as new_year,
        earlier.base_value as old_base_value,
        earlier.value as old_value,
        later.base_value as new_base_value,
        later.value as new_value,
        later.target,
        later.level,
        later.target_year,
        later.direction,
        later.transform,
        later.natural_limit,
        (earlier.level is distinct from later.level) or earlier.target_year <> later.target_year as other_target,
        least(coalesce(earlier.base_year, later.base_year, 0), coalesce(later.base_year, earlier.base_year, 0))
            as window_start
    from assessment as later
    inner join assessment as earlier on later.series_id = earlier.series_id
),

old_points as (
    select
        paired.compare_with,
        paired.as_of,
        point.* exclude (as_of)
    from paired
    inner join assessment_point as point
        on paired.compare_with = point.as_of and paired.series_id = point.series_id
    where point.time_period >= paired.window_start
),

new_points as (
    select
        paired.compare_with,
        point.*
    from paired
    inner join assessment_point as point on paired.as_of = point.as_of and paired.series_id = point.series_id
    where point.time_period >= paired.window_start
),

window_points as (
    select
        coalesce(old_points.compare_with, new_points.compare_with) as compare_with,
        coalesce(old_points.as_of, new_points.as_of) as as_of,
        coalesce(old_points.series_id, new_points.series_id) as series_id,
        coalesce(old_points.time_period, new_points.time_period) as time_period,
        old_points.obs_value as old_value,
        new_points.obs_value as new_value,
        abs(new_points.printed_value - old_points.printed_value) > 1e-9 * abs(old_points.printed_value)
        and not is_rounding(old_points.printed_value, new_points.printed_value, coalesce(series.decimals, 1)) as is_reprinted,
        is_rounding(old_points.printed_value, new_points.printed_value, coalesce(series.decimals, 1)) as is_rounded,
        abs(new_points.obs_value - old_points.obs_value) > 1e-9 * abs(old_points.obs_value) as is_changed
    from old_points
    full join new_points
        on
            old_points.compare_with = new_points.compare_with
            and old_points.as_of = new_points.as_of
            and old_points.series_id = new_points.series_id
            and old_points.time_period = new_points.time_period
    inner join series on coalesce(old_points.series_id, new_points.series_id) = series.series_id
),

aside as (
    select distinct
        series_id,
        release,
        time_period
    from assessment_operand
    where set_aside is not null
),

window_changes as (
    select
        paired.compare_with,
        paired.as_of,
        paired.series_id,
        bool_or(point.old_value is null) as has_new,
        bool_or(point.new_value is null and aside.series_id is null) as has_removed,
        bool_or(point.new_value is null and aside.series_id is not null) as has_set_aside,
        bool_or(point.is_rounded) as has_rounded,
        bool_or(point.is_reprinted) as has_revised,
        bool_or(point.is_changed and not point.is_reprinted and not point.is_rounded) as has_repaired,
        max(point.new_value) filter (where point.time_period = paired.old_base_year) as replayed_base,
        max(point.new_value) filter (where point.time_period = paired.old_year) as replayed_value
    from paired
    inner join window_points as point
        on
            paired.compare_with = point.compare_with
            and paired.as_of = point.as_of
            and paired.series_id = point.series_id
    left join aside
        on
            paired.series_id = aside.series_id
            and paired.new_release = aside.release
            and point.time_period = aside.time_period
    group by
        paired.compare_with,
        paired.as_of,
        paired.series_id
),

replayed as (
    select
        paired.*,
        window_changes.* exclude (compare_with, as_of, series_id),
        progress_transform(window_changes.replayed_base, paired.transform) as b,
        progress_transform(window_changes.replayed_value, paired.transform) as v
    from paired
    left join window_changes
        on
            paired.compare_with = window_changes.compare_with
            and paired.as_of = window_changes.as_of
            and paired.series_id = window_changes.series_id
),

decided as (
    select
        *,
        open_sdg_status(
            open_sdg_value(b, old_base_year, v, old_year, target, target_year, direction),
            target is not null,
            limit_factor(b, natural_limit),
            target_is_met(v, level, direction),
            target_is_met(b, level, direction)
        ) as replayed_status
    from replayed
),

final as (
    select
        compare_with,
        as_of,
        series_id,
        old_reason,
        new_reason,
        old_base_year,
        old_base_value,
        old_year,
        old_value,
        new_base_year,
        new_base_value,
        new_year,
        new_value,
        list_filter(
            [
                if(coalesce(other_target, false), 'target', null),
                if(old_release is null and new_release is not null, 'first_held', null),
                if(replayed_status <> old_default and has_revised, 'revision', null),
                if(replayed_status <> old_default and has_repaired, 'repair', null),
                if(old_release is not null and has_removed, 'removal', null),
                if(old_release is not null and has_set_aside, 'set_aside', null),
                if(old_release is not null and has_new, 'data', null),
                if(coalesce(replayed_status = old_default, true) and has_revised, 'revision', null),
                if(coalesce(replayed_status = old_default, true) and has_repaired, 'repair', null),
                if(has_rounded, 'rounding', null)
            ],
            lambda cause: cause is not null
        ) as causes
    from decided
)

select * from final order by compare_with, as_of, series_id;
