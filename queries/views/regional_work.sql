-- Question: what part of the country's work, value added and people has each region, by what counts as creative?
-- Parameters: none.
-- Grain: one row per definition (activity; ISIC4_JMR is J, M and R together), release of the employed, region of today
-- and year since 2021.
-- Keys: activity, release, ref_area, time_period
-- Columns: release date, activity varchar, ref_area varchar, time_period integer, part varchar, jobs double,
-- value_added double, residents double, obs_status varchar, employed double, per_10000 double, place bigint,
-- n_regions bigint, jobs_outside double, value_outside double, residents_outside double
-- Units: jobs, value_added, residents in per cent of the country; employed in thousand; per_10000 residents. part:
-- cities (Astana, Almaty), focus or others; the three columns *_outside are what all regions but the two cities hold.
-- Method: below 5,000 employed a survey is too noisy for a single year, so such a region's jobs and employed are the
-- mean of up to three years since 2021 and marked E. The regions of today stand in all tables since 2021.
-- Source: Bureau of National Statistics, tables 5927, 5933, 5831, 6576.
-- Stored: as a table; the regions page and the pages of the regions ask it for all definitions.

create or replace table regional_work as
with employed as (
    select
        derived_figure.release,
        derived_figure.activity,
        derived_figure.ref_area,
        derived_figure.time_period,
        derived_figure.obs_value as single,
        100.0::double * derived_figure.obs_value / sum(derived_figure.obs_value) over (
            partition by derived_figure.release, derived_figure.activity, derived_figure.time_period
        ) as single_share
    from derived_figure
    inner join area on derived_figure.ref_area = area.ref_area
    where
        derived_figure.source_id = 'bns_jobs'
        and derived_figure.series_code = 'EMPLOYED'
        and derived_figure.time_period >= 2021
        and area.kind in ('oblast', 'city')
),

smoothed as (
    select
        release,
        activity,
        ref_area,
        time_period,
        single < 5 as is_small,
        if(is_small, avg(single) over three_years, single) as employed,
        if(is_small, avg(single_share) over three_years, single_share) as jobs,
        single_share
    from employed
    window three_years as (
        partition by release, activity, ref_area order by time_period range between 2 preceding and current row
    )
),

residents as (
    select
        standing.release,
        figure.ref_area,
        figure.time_period,
        figure.obs_value as people,
        100.0::double * figure.obs_value
        / sum(figure.obs_value) over (partition by standing.release, figure.time_period) as residents
    from figure
    inner join standing on figure.figure_id = standing.figure_id
    inner join area on figure.ref_area = area.ref_area
    where
        figure.source_id = 'bns_population'
        and figure.sex = '_T'
        and figure.urbanisation = '_T'
        and area.kind in ('oblast', 'city')
),

value_added as (
    select
        release,
        activity,
        region as ref_area,
        time_period,
        100.0::double * gva / sum(gva) over (partition by release, activity, time_period) as value_added
    from regional_gva
    where geography = 'published'
),

joined as (
    select
        smoothed.release,
        smoothed.activity,
        smoothed.ref_area,
        smoothed.time_period,
        case
            when smoothed.ref_area in ('KZ-71', 'KZ-75') then 'cities'
            when area.focus then 'focus'
            else 'others'
        end as part,
        smoothed.jobs,
        value_added.value_added,
        residents.residents,
        if(smoothed.is_small, 'E', 'A') as obs_status,
        smoothed.employed,
        10000.0::double * 1000 * smoothed.employed / residents.people as per_10000,
        smoothed.single_share
    from smoothed
    inner join area on smoothed.ref_area = area.ref_area
    inner join value_added
        on
            value_added.release = release_as_of('bns_gva', smoothed.release)
            and smoothed.activity = value_added.activity
            and smoothed.ref_area = value_added.ref_area
            and smoothed.time_period = value_added.time_period
    inner join residents
        on
            residents.release = release_as_of('bns_population', smoothed.release)
            and smoothed.ref_area = residents.ref_area
            and smoothed.time_period = residents.time_period
),

final as (
    select
        * exclude (single_share),
        rank() over (partition by release, activity, time_period order by jobs desc) as place,
        count(*) over same_year as n_regions,
        sum(single_share) filter (where part <> 'cities') over same_year as jobs_outside,
        sum(value_added) filter (where part <> 'cities') over same_year as value_outside,
        sum(residents) filter (where part <> 'cities') over same_year as residents_outside
    from joined
    window same_year as (partition by release, activity, time_period)
)

select * from final order by activity, release, time_period, jobs desc, ref_area;
