-- Question: is a section of the creative economy still in Astana and Almaty, and do the focus regions gain?
-- Parameters: activity ISIC4_J|ISIC4_R; as_of a date.
-- Grain: one row, none before the first release.
-- Keys: none
-- Columns: first_year integer, last_year integer, cities_first double, cities_last double, course_cities varchar,
-- kyzylorda_first double, kyzylorda_last double, mangystau_first double, mangystau_last double, others_first double,
-- others_last double
-- Units: per cent of the country's value added in the section, in the first and the latest year. others: all regions
-- but the two cities and the two focus regions. course_cities: rose, fell, or level where both years print the same at
-- one decimal. The two cities, Kyzylorda and Mangystau kept their codes through both reforms, so that first and latest
-- compare.
-- example: activity=ISIC4_J, as_of=2026-11-22

with based as (
    select
        time_period,
        case
            when region in ('KZ-71', 'KZ-75') then 'cities'
            when region = 'KZ-43' then 'kyzylorda'
            when region = 'KZ-47' then 'mangystau'
            else 'others'
        end as part,
        gva
    from regional_gva
    where
        activity = $activity
        and geography = 'published'
        and release = release_as_of('bns_gva', $as_of)
),

parted as (
    select
        time_period,
        part,
        100.0::double * sum(gva) / sum(sum(gva)) over (partition by time_period) as share
    from based
    group by
        time_period,
        part
),

ends as (
    select
        part,
        min(time_period) as first_year,
        max(time_period) as last_year,
        round(arg_min(share, time_period), 1) as first_share,
        round(arg_max(share, time_period), 1) as last_share
    from parted
    group by part
),

coursed as (
    select
        *,
        case
            when last_share > first_share then 'rose'
            when last_share < first_share then 'fell'
            else 'level'
        end as course
    from ends
),

final as (
    select
        any_value(first_year) as first_year,
        any_value(last_year) as last_year,
        max(first_share) filter (where part = 'cities') as cities_first,
        max(last_share) filter (where part = 'cities') as cities_last,
        max(course) filter (where part = 'cities') as course_cities,
        max(first_share) filter (where part = 'kyzylorda') as kyzylorda_first,
        max(last_share) filter (where part = 'kyzylorda') as kyzylorda_last,
        max(first_share) filter (where part = 'mangystau') as mangystau_first,
        max(last_share) filter (where part = 'mangystau') as mangystau_last,
        max(first_share) filter (where part = 'others') as others_first,
        max(last_share) filter (where part = 'others') as others_last
    from coursed
    having count(*) > 0
)

select * from final order by first_year;
