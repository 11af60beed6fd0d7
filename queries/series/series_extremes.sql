-- Question: which regions stand at the two ends of a series in each year, and is the end shared?
-- Parameters: series_id; as_of a date.
-- Grain: one row per sex, residence and year in which any region has a value.
-- Keys: sex, urbanisation, time_period
-- Columns: sex varchar, urbanisation varchar, time_period integer, n_regions bigint, n_expected bigint,
-- highest_area varchar, highest_value double, others_highest bigint, lowest_area varchar, lowest_value double,
-- others_lowest bigint, national_value double, n_above bigint
-- Units: the series' own. n_regions have a value, of n_expected that existed at the end of the year; a region that was
-- divided counts as its parts where they have values. others_highest, others_lowest: how many more regions share that very value. n_above: regions
-- above the country as a whole, NULL without a national value and where the country is the sum of its regions.
-- example: series_id=neet_15_24, as_of=2026-11-22

with known as (
    select
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.time_period,
        series_value.obs_value,
        area.sort_order
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and area.kind in ('country', 'oblast', 'city')
),

region as (
    select
        known.*,
        national.obs_value as national_value,
        max(known.obs_value) over of_year as highest_value,
        min(known.obs_value) over of_year as lowest_value
    from known
    left join known as national
        on
            national.ref_area = 'KZ'
            and known.sex = national.sex
            and known.urbanisation = national.urbanisation
            and known.time_period = national.time_period
    where known.ref_area <> 'KZ'
    window of_year as (partition by known.sex, known.urbanisation, known.time_period)
),

missed as (
    select
        years.sex,
        years.urbanisation,
        years.time_period,
        count(*) as n_missing
    from (select distinct
        sex,
        urbanisation,
        time_period
    from region) as years
    inner join area
        on
            coalesce(year(area.valid_from), 0) <= years.time_period
            and coalesce(year(area.valid_to), 9999) > years.time_period
    where
        area.kind in ('oblast', 'city')
        and not exists (
            select 1
            from region
            inner join area as own on region.ref_area = own.ref_area
            where
                region.sex = years.sex
                and region.urbanisation = years.urbanisation
                and region.time_period = years.time_period
                and (own.ref_area = area.ref_area or (area.valid_to is not null and own.predecessor = area.ref_area))
        )
    group by
        years.sex,
        years.urbanisation,
        years.time_period
),

final as (
    select
        region.sex,
        region.urbanisation,
        region.time_period,
        count(*) as n_regions,
        count(*) + coalesce(any_value(missed.n_missing), 0) as n_expected,
        arg_min(region.ref_area, region.sort_order) filter (where region.obs_value = region.highest_value)
            as highest_area,
        any_value(region.highest_value) as highest_value,
        count(*) filter (where region.obs_value = region.highest_value) - 1 as others_highest,
        arg_min(region.ref_area, region.sort_order) filter (where region.obs_value = region.lowest_value)
            as lowest_area,
        any_value(region.lowest_value) as lowest_value,
        count(*) filter (where region.obs_value = region.lowest_value) - 1 as others_lowest,
        any_value(region.national_value) as national_value,
        case
            when not any_value(series.additive) and any_value(region.national_value) is not null
                then count(*) filter (where region.obs_value > region.national_value)
        end as n_above
    from region
    inner join series on series.series_id = $series_id
    left join missed
        on
            region.sex = missed.sex
            and region.urbanisation = missed.urbanisation
            and region.time_period = missed.time_period
    group by
        region.sex,
        region.urbanisation,
        region.time_period
)

select * from final order by sex, urbanisation, time_period;
