-- Question: how does each region stand in each curated series, in its newest year of each release?
-- Parameters: none.
-- Grain: one row per series, release, region, sex and residence.
-- Keys: series_id, release, ref_area, sex, urbanisation
-- Columns: series_id varchar, source_id varchar, release date, ref_area varchar, sex varchar, urbanisation varchar,
-- time_period integer, obs_value double, obs_status varchar, segment integer, national_value double, n_regions bigint,
-- n_lower bigint, n_higher bigint, n_worse bigint, from_year integer, from_value double
-- Units: values in the series' unit; counts of regions. n_worse: regions worse by the series' direction, for parity by
-- the distance from it; NULL where there is no better side.
-- from_year, from_value: the earliest value up to five years before, in the same segment; NULL where there is none.
-- Stored: as a table; a profile compares one region with all others in all series at once.

create or replace table region_standing as
with known as (
    select
        series_value.*,
        area.kind
    from series_value
    inner join area on series_value.ref_area = area.ref_area
    where area.kind in ('country', 'oblast', 'city')
),

newest as (
    select
        series_id,
        source_id,
        release,
        ref_area,
        sex,
        urbanisation,
        time_period,
        obs_value,
        obs_status,
        segment
    from known
    where kind <> 'country'
    qualify
        time_period = max(time_period) over (partition by series_id, source_id, release, ref_area, sex, urbanisation)
),

earlier as (
    select
        newest.series_id,
        newest.release,
        newest.ref_area,
        newest.sex,
        newest.urbanisation,
        min(known.time_period) as from_year,
        arg_min(known.obs_value, known.time_period) as from_value
    from newest
    inner join known
        on
            newest.series_id = known.series_id
            and newest.release = known.release
            and newest.ref_area = known.ref_area
            and newest.sex = known.sex
            and newest.urbanisation = known.urbanisation
            and newest.segment = known.segment
            and known.time_period between newest.time_period - 5 and newest.time_period - 1
    group by
        newest.series_id,
        newest.release,
        newest.ref_area,
        newest.sex,
        newest.urbanisation
),

compared as (
    select
        newest.series_id,
        newest.release,
        newest.ref_area,
        newest.sex,
        newest.urbanisation,
        count(*) filter (where known.kind <> 'country') as n_regions,
        max(known.obs_value) filter (where known.kind = 'country') as national_value,
        count(*) filter (where known.kind <> 'country' and known.obs_value < newest.obs_value) as n_lower,
        count(*) filter (where known.kind <> 'country' and known.obs_value > newest.obs_value) as n_higher,
        if(
            any_value(goodness(newest.obs_value, series.direction, series.transform)) is null,
            null,
            count(*) filter (
                where known.kind <> 'country'
                and goodness(known.obs_value, series.direction, series.transform)
                < goodness(newest.obs_value, series.direction, series.transform)
            )
        ) as n_worse
    from newest
    inner join series on newest.series_id = series.series_id
    inner join known
        on
            newest.series_id = known.series_id
            and newest.release = known.release
            and newest.sex = known.sex
            and newest.urbanisation = known.urbanisation
            and newest.time_period = known.time_period
    group by
        newest.series_id,
        newest.release,
        newest.ref_area,
        newest.sex,
        newest.urbanisation
),

final as (
    select
        newest.*,
        compared.national_value,
        compared.n_regions,
        compared.n_lower,
        compared.n_higher,
        compared.n_worse,
        earlier.from_year,
        earlier.from_value
    from newest
    inner join compared
        on
            newest.series_id = compared.series_id
            and newest.release = compared.release
            and newest.ref_area = compared.ref_area
            and newest.sex = compared.sex
            and newest.urbanisation = compared.urbanisation
    left join earlier
        on
            newest.series_id = earlier.series_id
            and newest.release = earlier.release
            and newest.ref_area = earlier.ref_area
            and newest.sex = earlier.sex
            and newest.urbanisation = earlier.urbanisation
)

select * from final
order by
    ref_area,
    release,
    series_id,
    sex,
    urbanisation;
