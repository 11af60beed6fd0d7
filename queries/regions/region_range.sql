-- Question: how much of the work, and of the money, is outside Astana and Almaty, by what counts as creative?
-- Parameters: as_of a date.
-- Grain: one row per definition (activity): sections J, M, R, and the three together, in their newest year.
-- Keys: activity
-- Columns: activity varchar, time_period integer, jobs_outside double, value_outside double, lowest_jobs double,
-- highest_jobs double
-- Units: per cent of the country's employed and value added of the definition; lowest and highest over the definitions.
-- Source: Bureau of National Statistics, tables 5927, 5933, 5831.
-- example: as_of=2026-11-22

with jobs as (
    select
        derived_figure.activity,
        derived_figure.time_period,
        100.0::double * sum(derived_figure.obs_value) filter (where derived_figure.ref_area not in ('KZ-71', 'KZ-75'))
        / sum(derived_figure.obs_value) as jobs_outside
    from derived_figure
    inner join area on derived_figure.ref_area = area.ref_area
    where
        derived_figure.source_id = 'bns_jobs'
        and derived_figure.series_code = 'EMPLOYED'
        and derived_figure.release = release_as_of('bns_jobs', $as_of)
        and area.kind in ('oblast', 'city')
    group by
        derived_figure.activity,
        derived_figure.time_period
),

value_added as (
    select
        activity,
        time_period,
        100.0::double * sum(gva) filter (where region not in ('KZ-71', 'KZ-75')) / sum(gva) as value_outside
    from regional_gva
    where geography = 'published' and release = release_as_of('bns_gva', $as_of)
    group by
        activity,
        time_period
),

newest as (
    select
        jobs.activity,
        jobs.time_period,
        jobs.jobs_outside,
        value_added.value_outside
    from jobs
    inner join value_added on jobs.activity = value_added.activity and jobs.time_period = value_added.time_period
    qualify jobs.time_period = max(jobs.time_period) over (partition by jobs.activity)
),

final as (
    select
        *,
        min(jobs_outside) over () as lowest_jobs,
        max(jobs_outside) over () as highest_jobs
    from newest
)

select * from final order by activity;
