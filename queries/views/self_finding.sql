-- Question: which series contradicts itself: a copy, a sum that does not fit, a step beyond its own history?
-- Parameters: none.
-- Grain: one row per finding and what it is about (finding, series_id, subject), each source in its newest release.
-- Keys: finding, series_id, subject
-- Columns: finding varchar, series_id varchar, subject varchar, detail varchar
-- Method: areas_equal: two regions have the same values in every year that both have, at least five of at least four
-- different values (subject: both areas). series_equal: so have two series of one source for the country, at least eight
-- values (subject: the other series). sum_differs: the regions of an additive series add up to more than half a per cent
-- off the country, in a year in which all regions of the time have a value (subject: the year). step: a year differs
-- from the one before by more than three times the line's usual step and half as much again as any other step, at least
-- six steps, money and counts by their logarithms; a year in which the line starts anew is no step (subject: the year).
-- Stored: as a table; `make store` refuses a copy or a sum that data/catalogue/settled.csv does not explain, and a test
-- a step.

create or replace table self_finding as
with newest as (
    select
        source_id,
        max(release) as release
    from release
    group by source_id
),

known as (
    select
        series_value.series_id,
        series_value.source_id,
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.segment,
        series_value.unit_measure,
        area.kind
    from series_value
    inner join newest on series_value.source_id = newest.source_id and series_value.release = newest.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.sex = '_T'
        and series_value.urbanisation = '_T'
        and area.kind in ('country', 'oblast', 'city')
),

areas_equal as (
    select
        'areas_equal' as finding,
        one.series_id,
        one.ref_area || ' ' || other.ref_area as subject,
        count(*) || ' values from ' || min(one.time_period) || ' to ' || max(one.time_period) as detail
    from known as one
    inner join known as other
        on one.series_id = other.series_id and one.time_period = other.time_period and one.ref_area < other.ref_area
    group by
        one.series_id,
        one.ref_area,
        other.ref_area
    having
        count(*) >= 5
        and count(distinct one.obs_value) >= 4
        and bool_and(one.obs_value = other.obs_value)
),

series_equal as (
    select
        'series_equal' as finding,
        one.series_id,
        other.series_id as subject,
        count(*) || ' values from ' || min(one.time_period) || ' to ' || max(one.time_period) as detail
    from known as one
    inner join known as other
        on
            one.time_period = other.time_period
            and one.ref_area = other.ref_area
            and one.source_id = other.source_id
            and one.unit_measure = other.unit_measure
            and one.series_id < other.series_id
    where one.ref_area = 'KZ'
    group by
        one.series_id,
        other.series_id
    having
        count(*) >= 8
        and count(distinct one.obs_value) >= 4
        and bool_and(one.obs_value = other.obs_value)
),

summed as (
    select
        known.series_id,
        known.time_period,
        max(known.obs_value) filter (where known.kind = 'country') as country,
        sum(known.obs_value) filter (where known.kind <> 'country') as regions,
        count(*) filter (where known.kind <> 'country') as n_regions
    from known
    inner join series on known.series_id = series.series_id
    where series.additive
    group by
        known.series_id,
        known.time_period
),

sum_differs as (
    select
        'sum_differs' as finding,
        series_id,
        time_period::varchar as subject,
        printf('country %.6g, %d regions %.6g', country, n_regions, regions) as detail
    from summed
    where
        n_regions >= case when time_period < 2018 then 16 when time_period < 2022 then 17 else 20 end
        and abs(regions - country) > 0.005::double * abs(country)
),

stepped as (
    select
        known.series_id,
        known.time_period,
        known.obs_value,
        lag(known.obs_value) over line as before,
        if(unit.kind in ('money', 'count') and known.obs_value > 0, ln(known.obs_value), known.obs_value) as height,
        lag(known.time_period) over line as year_before,
        known.segment <> lag(known.segment) over line as starts_anew
    from known
    inner join unit on known.unit_measure = unit.code
    inner join series on known.series_id = series.series_id
    where known.ref_area = 'KZ' and series.source_id <> 'cited_facts'
    window line as (partition by known.series_id order by known.time_period)
),

rise as (
    select
        *,
        abs(height - lag(height) over (partition by series_id order by time_period)) as size
    from stepped
    qualify time_period = year_before + 1
),

step as (
    select
        'step' as finding,
        rise.series_id,
        rise.time_period::varchar as subject,
        printf('%.6g → %.6g', any_value(rise.before), any_value(rise.obs_value)) as detail
    from rise
    inner join rise as other on rise.series_id = other.series_id and rise.time_period <> other.time_period
    where not rise.starts_anew
    group by
        rise.series_id,
        rise.time_period,
        rise.size
    having
        count(*) >= 5
        and rise.size > 3 * median(other.size)
        and rise.size > 1.5::double * coalesce(max(other.size) filter (where not other.starts_anew), 0)
),

final as (
    select * from areas_equal
    union all
    select * from series_equal
    union all
    select * from sum_differs
    union all
    select * from step
)

select * from final order by finding, series_id, subject;
