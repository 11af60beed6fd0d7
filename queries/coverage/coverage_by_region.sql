-- Question: for how many years does each series of a lens have a value in each region?
-- Parameters: as_of a date; lens youth|women|regions|sector|context; lang en|ru|kk; from_year, to_year.
-- Grain: one row per series and area with any value (series_id, ref_area): the country and the regions of today.
-- Keys: series_id, ref_area
-- Columns: series_id varchar, ref_area varchar, sort_order integer, n_possible bigint, n_years bigint,
-- percent_years double, level integer, mark varchar, n_all hugeint, title varchar
-- Units: n_years counts years with a value; percent_years is n_years in per cent of the years since the area exists in
-- which the series has any value at all. level: 1 below a quarter, 2 below half, 3 below all, 4 all of them.
-- example: as_of=2026-11-22, lens=youth, lang=en, from_year=2010, to_year=2025

with known as (
    select distinct
        series_value.series_id,
        series_value.ref_area,
        series_value.time_period
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join series on series_value.series_id = series.series_id
    where
        series.lens = $lens
        and series_value.time_period between $from_year and $to_year
),

years as (
    select distinct
        series_id,
        time_period
    from known
),

place as (
    select
        ref_area,
        sort_order,
        coalesce(year(valid_from), 0) as from_year
    from area
    where
        kind in ('country', 'oblast', 'city')
        and valid_to is null
),

counted as (
    select
        years.series_id,
        place.ref_area,
        place.sort_order,
        count(*) filter (where years.time_period >= place.from_year or known.time_period is not null) as n_possible,
        count(known.time_period) as n_years
    from years
    cross join place
    left join known
        on
            years.series_id = known.series_id
            and years.time_period = known.time_period
            and place.ref_area = known.ref_area
    group by
        years.series_id,
        place.ref_area,
        place.sort_order
),

final as (
    select
        counted.*,
        100.0::double * counted.n_years / counted.n_possible as percent_years,
        case
            when 4 * counted.n_years < counted.n_possible then 1
            when 2 * counted.n_years < counted.n_possible then 2
            when counted.n_years < counted.n_possible then 3
            else 4
        end as level,
        counted.n_years::varchar as mark,
        sum(counted.n_years) over (partition by counted.series_id) as n_all,
        in_language($lang, series.title_en, series.title_ru, series.title_kk) as title
    from counted
    inner join series on counted.series_id = series.series_id
    where counted.n_years > 0
)

select * from final order by n_all desc, title, series_id, sort_order, ref_area;
