-- Question: where does Kazakhstan stand among other countries, each by its newest value, and how do groups compare?
-- Parameters: series_id; as_of a date; since_year the oldest year that still counts as a value of today.
-- Grain: one row per country or group of countries with a value since that year; both sexes, town and village.
-- Keys: ref_area
-- Columns: ref_area varchar, role varchar, time_period integer, obs_value double, obs_status varchar, place bigint,
-- n_tied bigint, unit_measure varchar, source_id varchar, release date
-- Units: the series' own. Years differ between countries, therefore time_period belongs beside every value. role:
-- country, or group (a region of the world, an income group). place counts countries from the highest value; countries
-- with equal values share it (n_tied). Groups have no place.
-- example: series_id=world_women_managers, as_of=2026-11-22, since_year=2015

with held as (
    select * from releases_as_of($as_of)
),

newest as (
    select
        series_value.ref_area,
        max(series_value.time_period) as time_period,
        arg_max(series_value.obs_value, series_value.time_period) as obs_value,
        arg_max(series_value.obs_status, series_value.time_period) as obs_status,
        any_value(series_value.unit_measure) as unit_measure,
        any_value(series_value.source_id) as source_id,
        any_value(series_value.release) as release
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = $series_id
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
        and series_value.time_period >= $since_year::integer
        and series_value.obs_value is not null
    group by series_value.ref_area
),

roles as (
    select
        newest.*,
        if(area.kind in ('country', 'other_country'), 'country', 'group') as role
    from newest
    inner join area on newest.ref_area = area.ref_area
    where area.kind in ('country', 'other_country', 'world_region')
),

final as (
    select
        roles.ref_area,
        roles.role,
        roles.time_period,
        roles.obs_value,
        roles.obs_status,
        if(roles.role = 'country', rank() over (partition by roles.role order by roles.obs_value desc), null) as place,
        if(roles.role = 'country', count(*) over (partition by roles.role, roles.obs_value), null) as n_tied,
        roles.unit_measure,
        roles.source_id,
        roles.release
    from roles
)

select * from final order by role, obs_value desc, ref_area;
