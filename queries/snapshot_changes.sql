-- Question: which national points of the headline series are new, revised or removed between two dates?
-- Parameters: as_of, compare_with (dates). Grain: one row per headline series and year that differs (series_id,
-- time_period). Units: values in the series' unit; change_percent in per cent of the earlier value.
-- Method: each source as of its newest release not later than each date. `cause` of a revised point is `repair` when
-- the publisher printed the same value both times and only this project's repair differs, else `revision`; a new point
-- is `first_held` when its source was not held at all on the earlier date, else `data`.
-- example: compare_with=2021-12-30, as_of=2026-11-22

with headline as (
    select
        series_id,
        goal,
        title_en,
        title_ru,
        title_kk,
        unit,
        decimals,
        source_id
    from series
    where curated and headline
),

earlier as (
    select
        series_value.series_id,
        series_value.time_period,
        series_value.obs_value,
        coalesce(series_value.published_value, series_value.obs_value) as printed_value
    from headline
    inner join releases_as_of($compare_with) as held on headline.source_id = held.source_id
    inner join series_value
        on headline.series_id = series_value.series_id and held.release = series_value.release
    where series_value.ref_area = 'KZ' and series_value.sex = '_T' and series_value.urbanisation = '_T'
),

later as (
    select
        series_value.series_id,
        series_value.time_period,
        series_value.obs_value,
        coalesce(series_value.published_value, series_value.obs_value) as printed_value
    from headline
    inner join releases_as_of($as_of) as held on headline.source_id = held.source_id
    inner join series_value
        on headline.series_id = series_value.series_id and held.release = series_value.release
    where series_value.ref_area = 'KZ' and series_value.sex = '_T' and series_value.urbanisation = '_T'
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
        headline.goal,
        headline.title_en,
        headline.title_ru,
        headline.title_kk,
        headline.unit,
        headline.decimals,
        differing.time_period,
        differing.kind,
        differing.old_value,
        differing.new_value,
        100 * (differing.new_value - differing.old_value) / nullif(abs(differing.old_value), 0) as change_percent,
        case
            when differing.kind = 'revised' then if(differing.same_printed, 'repair', 'revision')
            when differing.kind = 'removed' then 'removal'
            when not exists (select 1 from earlier where earlier.series_id = differing.series_id)
                then if(
                    release_as_of(headline.source_id, $compare_with) is null, 'first_held', 'data'
                )
            else 'data'
        end as cause
    from differing
    inner join headline on differing.series_id = headline.series_id
)

select * from final
order by
    goal,
    series_id,
    time_period;
