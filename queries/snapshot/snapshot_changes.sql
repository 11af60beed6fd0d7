-- Question: which national points of the headline series are new, revised or removed between two dates?
-- Parameters: as_of, compare_with dates.
-- Grain: one row per headline series and year that differs (series_id, time_period).
-- Keys: series_id, time_period
-- Columns: series_id varchar, goal integer, title_en varchar, title_ru varchar, title_kk varchar, unit varchar,
-- decimals integer, time_period integer, kind varchar, old_value double, new_value double, change_percent double,
-- cause varchar
-- Units: values in the series' unit; change_percent in per cent of the earlier value.
-- Method: the table `assessment_point`, each source as of its newest release not later than each date. `cause` of a
-- revised point is `repair` when the publisher printed the same value both times and only this project's repair
-- differs, else `revision`; a new point is `first_held` when its source was not held at all on the earlier date, else
-- `data`.
-- example: compare_with=2021-12-30, as_of=2026-11-22

with earlier as (
    select
        series_id,
        time_period,
        obs_value,
        printed_value
    from assessment_point
    where as_of = (select max(release.release) from release where release.release <= $compare_with::date)
),

later as (
    select
        series_id,
        time_period,
        obs_value,
        printed_value
    from assessment_point
    where as_of = (select max(release.release) from release where release.release <= $as_of::date)
),

compared as (
    select
        coalesce(later.series_id, earlier.series_id) as series_id,
        coalesce(later.time_period, earlier.time_period) as time_period,
        earlier.obs_value as old_value,
        later.obs_value as new_value,
        earlier.printed_value as old_printed,
        later.printed_value as new_printed
    from earlier
    full join later on earlier.series_id = later.series_id and earlier.time_period = later.time_period
),

differing as (
    select
        *,
        case
            when old_value is null then 'new'
            when new_value is null then 'removed'
            else 'revised'
        end as kind,
        -- Derived series are quotients: the last bits of a division are no revision.
        abs(new_printed - old_printed) <= 1e-9 * abs(old_printed) as same_printed
    from compared
    where
        old_value is null
        or new_value is null
        or abs(new_value - old_value) > 1e-9 * abs(old_value)
),

final as (
    select
        differing.series_id,
        series.goal,
        series.title_en,
        series.title_ru,
        series.title_kk,
        series.unit,
        series.decimals,
        differing.time_period,
        differing.kind,
        differing.old_value,
        differing.new_value,
        100 * (differing.new_value - differing.old_value) / nullif(abs(differing.old_value), 0) as change_percent,
        case
            when differing.kind = 'revised' then if(differing.same_printed, 'repair', 'revision')
            when differing.kind = 'removed' then 'removal'
            when series.source_id not in (select source_id from release where release <= $compare_with::date)
                then 'first_held'
            else 'data'
        end as cause
    from differing
    inner join series on differing.series_id = series.series_id
)

select * from final
order by
    goal,
    series_id,
    time_period;
