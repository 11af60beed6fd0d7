-- Question: which national points of the headline series are new, revised or removed between two dates, and why?
-- Parameters: as_of, compare_with dates.
-- Grain: one row per headline series and year that differs (series_id, time_period).
-- Keys: series_id, time_period
-- Columns: series_id varchar, goal integer, title_en varchar, title_ru varchar, title_kk varchar, unit varchar,
-- decimals integer, time_period integer, kind varchar, old_value double, new_value double, change_percent double,
-- cause varchar, set_aside varchar, corrected_from integer
-- Units: values in the series' unit; change_percent in per cent of the earlier value.
-- Method: the table `assessment_point`, each source as of its newest release not later than each date; the causes from
-- `assessment_operand`, told by the figures that the series is made of, the first that holds:
-- new points: first_held (the source was not held at all before), set_aside_before (the earlier release had the row, set
-- aside), year_corrected (the same value stood under another year, corrected_from, that is gone now), else data;
-- revised points: repair (the publisher printed the same, only this project's repair differs), rounding (one is the
-- other with fewer decimals), else revision;
-- points that are gone: unit_respelt (the row is there under a unit that no list has), set_aside (the row is there and
-- set aside, for the reason in set_aside), year_corrected, else removal: the row is in no file of the release.
-- example: compare_with=2021-12-30, as_of=2026-11-22

with earlier_release as (
    select * from releases_as_of($compare_with)
),

later_release as (
    select * from releases_as_of($as_of)
),

earlier as (
    select
        series_id,
        time_period,
        obs_value
    from assessment_point
    where as_of = (select max(release.release) from release where release.release <= $compare_with::date)
),

later as (
    select
        series_id,
        time_period,
        obs_value
    from assessment_point
    where as_of = (select max(release.release) from release where release.release <= $as_of::date)
),

differing as (
    select
        coalesce(later.series_id, earlier.series_id) as series_id,
        coalesce(later.time_period, earlier.time_period) as time_period,
        earlier.obs_value as old_value,
        later.obs_value as new_value,
        case
            when earlier.obs_value is null then 'new'
            when later.obs_value is null then 'removed'
            else 'revised'
        end as kind
    from earlier
    full join later on earlier.series_id = later.series_id and earlier.time_period = later.time_period
    -- Derived series are quotients: the last bits of a division are no revision.
    where
        earlier.obs_value is null
        or later.obs_value is null
        or abs(later.obs_value - earlier.obs_value) > 1e-9 * abs(earlier.obs_value)
),

old_operand as (
    select assessment_operand.*
    from assessment_operand
    inner join earlier_release
        on
            assessment_operand.source_id = earlier_release.source_id
            and assessment_operand.release = earlier_release.release
),

new_operand as (
    select assessment_operand.*
    from assessment_operand
    inner join later_release
        on
            assessment_operand.source_id = later_release.source_id
            and assessment_operand.release = later_release.release
),

operand_pair as (
    select
        coalesce(new_operand.series_id, old_operand.series_id) as series_id,
        coalesce(new_operand.role, old_operand.role) as role,
        coalesce(new_operand.time_period, old_operand.time_period) as time_period,
        old_operand.obs_value as old_value,
        new_operand.obs_value as new_value,
        old_operand.printed_value as old_printed,
        new_operand.printed_value as new_printed,
        old_operand.set_aside as old_aside,
        new_operand.set_aside as new_aside,
        coalesce(new_operand.detail like 'UNIT_MEASURE%', false) as is_respelt
    from old_operand
    full join new_operand
        on
            old_operand.series_id = new_operand.series_id
            and old_operand.role = new_operand.role
            and old_operand.time_period = new_operand.time_period
),

moved as (
    select
        gone.series_id,
        gone.time_period as gone_year,
        come.time_period as come_year
    from operand_pair as gone
    inner join operand_pair as come
        on
            gone.series_id = come.series_id
            and gone.role = come.role
            and gone.old_value = come.new_value
            and gone.time_period <> come.time_period
    where
        gone.new_value is null
        and gone.new_aside is null
        and come.old_value is null
        and come.old_aside is null
    qualify
        count(*) over (partition by gone.series_id, gone.role, gone.time_period) = 1
        and count(*) over (partition by come.series_id, come.role, come.time_period) = 1
),

explained as (
    select
        differing.series_id,
        differing.time_period,
        bool_or(operand_pair.old_aside is not null) as was_aside,
        max(operand_pair.new_aside) as set_aside,
        bool_or(operand_pair.is_respelt) as is_respelt,
        -- A figure that the publisher printed alike both times differs by our repair alone.
        bool_and(coalesce(operand_pair.old_printed = operand_pair.new_printed, false)) as is_reprinted,
        bool_and(
            coalesce(
                operand_pair.old_printed = operand_pair.new_printed
                or is_rounding(operand_pair.old_printed, operand_pair.new_printed, coalesce(series.decimals, 1)),
                false
            )
        ) as is_rounded
    from differing
    inner join series on differing.series_id = series.series_id
    left join operand_pair
        on differing.series_id = operand_pair.series_id and differing.time_period = operand_pair.time_period
    group by
        differing.series_id,
        differing.time_period
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
            when differing.kind = 'new' and series.source_id not in (select source_id from earlier_release)
                then 'first_held'
            when differing.kind = 'new' and explained.was_aside then 'set_aside_before'
            when differing.kind = 'new' then if(come.come_year is null, 'data', 'year_corrected')
            when differing.kind = 'revised' and explained.is_reprinted then 'repair'
            when differing.kind = 'revised' then if(explained.is_rounded, 'rounding', 'revision')
            when explained.is_respelt then 'unit_respelt'
            when explained.set_aside is not null then 'set_aside'
            when gone.gone_year is not null then 'year_corrected'
            else 'removal'
        end as cause,
        explained.set_aside,
        if(differing.kind = 'new', come.gone_year, gone.come_year) as corrected_from
    from differing
    inner join series on differing.series_id = series.series_id
    inner join explained
        on differing.series_id = explained.series_id and differing.time_period = explained.time_period
    left join moved as come on differing.series_id = come.series_id and differing.time_period = come.come_year
    left join moved as gone on differing.series_id = gone.series_id and differing.time_period = gone.gone_year
)

select distinct *
from final
order by
    goal,
    series_id,
    time_period;
