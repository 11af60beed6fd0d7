-- Question: in how many comparisons is Kazakhstan highest or lowest, and what is its place in each?
-- Parameters: as_of a date; since_year the oldest year that still counts as a value of today.
-- Grain: one row per series of the lens world with a value of Kazakhstan and of at least two more countries.
-- Keys: series_id
-- Columns: series_id varchar, goal integer, unit varchar, decimals integer, time_period integer, obs_value double,
-- obs_status varchar, place bigint, n_tied bigint, n_countries bigint, first_year integer, last_year integer,
-- standing varchar, world_value double, world_year integer, n_highest bigint, n_lowest bigint, n_series bigint
-- Units: the series' own; place counts countries from the highest value, ties share it. first_year and last_year are
-- the oldest and the newest year among the values compared. standing: highest, lowest, shared, between. n_highest,
-- n_lowest, n_series repeat in every row: how often each standing occurs in all. world_value is NULL where the world is
-- not in the series or is the sum of its countries.
-- example: as_of=2026-11-22, since_year=2015

with held as (
    select * from releases_as_of($as_of)
),

newest as (
    select
        series_value.series_id,
        series_value.ref_area,
        max(series_value.time_period) as time_period,
        arg_max(series_value.obs_value, series_value.time_period) as obs_value,
        arg_max(series_value.obs_status, series_value.time_period) as obs_status
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id in (select series.series_id from series where series.lens = 'world')
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
        and series_value.time_period >= $since_year::integer
        and series_value.obs_value is not null
    group by series_value.series_id, series_value.ref_area
),

placed as (
    select
        newest.series_id,
        newest.ref_area,
        newest.time_period,
        newest.obs_value,
        newest.obs_status,
        rank() over (partition by newest.series_id order by newest.obs_value desc) as place,
        count(*) over (partition by newest.series_id, newest.obs_value) as n_tied,
        count(*) over (partition by newest.series_id) as n_countries,
        min(newest.time_period) over (partition by newest.series_id) as first_year,
        max(newest.time_period) over (partition by newest.series_id) as last_year
    from newest
    inner join area on newest.ref_area = area.ref_area
    where area.kind in ('country', 'other_country')
),

ruled as (
    select
        placed.*,
        case
            when placed.n_tied > 1 then 'shared'
            when placed.place = 1 then 'highest'
            when placed.place = placed.n_countries then 'lowest'
            else 'between'
        end as standing
    from placed
    where placed.ref_area = 'KZ' and placed.n_countries >= 3
),

final as (
    select
        ruled.series_id,
        series.goal,
        series.unit,
        series.decimals,
        ruled.time_period,
        ruled.obs_value,
        ruled.obs_status,
        ruled.place,
        ruled.n_tied,
        ruled.n_countries,
        ruled.first_year,
        ruled.last_year,
        ruled.standing,
        world.obs_value as world_value,
        world.time_period as world_year,
        count(*) filter (where ruled.standing = 'highest') over () as n_highest,
        count(*) filter (where ruled.standing = 'lowest') over () as n_lowest,
        count(*) over () as n_series
    from ruled
    inner join series on ruled.series_id = series.series_id
    left join newest as world
        on
            ruled.series_id = world.series_id
            and world.ref_area = 'M49-001'
            and series.unit not in ('M_USD', 'USD', 'UNITS', 'NUMBER')
)

select * from final order by goal, series_id;
