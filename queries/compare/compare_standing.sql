-- Question: in how many comparisons is Kazakhstan best or last, and what is its place in each?
-- Parameters: as_of a date; since_year the oldest year that still counts as a value of today.
-- Grain: one row per series of the lens world with a value of Kazakhstan and of at least two more countries.
-- Keys: series_id
-- Columns: series_id varchar, goal integer, unit varchar, decimals integer, time_period integer, obs_value double,
-- obs_status varchar, place bigint, n_tied bigint, n_countries bigint, first_year integer, last_year integer,
-- standing varchar, merit varchar, world_value double, world_year integer, n_best bigint, n_last bigint,
-- n_neither bigint, n_unranked bigint, n_series bigint
-- Units: the series' own; place counts countries from the highest value, ties share it. first_year and last_year are
-- the oldest and the newest year among the values compared. standing: highest, lowest, shared, between. merit
-- follows the direction of the series, for parity the distance from it: best, last, neither, or unranked where there is
-- no better side or the value grows with the size of the country, so that no place can be won. n_best to n_unranked and
-- n_series repeat in every row; n_neither holds the unranked too. world_value is NULL where the world is
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
        if(
            is_sized(series.unit, unit.kind, series.additive),
            null,
            goodness(newest.obs_value, series.direction, series.transform)
        ) as goodness,
        rank() over (partition by newest.series_id order by newest.obs_value desc) as place,
        rank() over (partition by newest.series_id order by goodness desc) as place_from_best,
        rank() over (partition by newest.series_id order by goodness) as place_from_last,
        count(*) over (partition by newest.series_id, goodness) as n_as_good,
        count(*) over (partition by newest.series_id, newest.obs_value) as n_tied,
        count(*) over (partition by newest.series_id) as n_countries,
        min(newest.time_period) over (partition by newest.series_id) as first_year,
        max(newest.time_period) over (partition by newest.series_id) as last_year
    from newest
    inner join area on newest.ref_area = area.ref_area
    inner join series on newest.series_id = series.series_id
    inner join unit on series.unit = unit.code
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
        end as standing,
        case
            when placed.goodness is null then 'unranked'
            when placed.n_as_good > 1 then 'neither'
            when placed.place_from_best = 1 then 'best'
            when placed.place_from_last = 1 then 'last'
            else 'neither'
        end as merit
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
        ruled.merit,
        world.obs_value as world_value,
        world.time_period as world_year,
        count(*) filter (where ruled.merit = 'best') over () as n_best,
        count(*) filter (where ruled.merit = 'last') over () as n_last,
        count(*) filter (where ruled.merit in ('neither', 'unranked')) over () as n_neither,
        count(*) filter (where ruled.merit = 'unranked') over () as n_unranked,
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
