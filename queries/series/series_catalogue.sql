-- Question: which series can be shown, how far back do they go, and how fresh are they as of a date?
-- Parameters: lang en|ru|kk for title and description; as_of a date.
-- Grain: one row per curated series (series_id). Titles in all three languages come along for the search.
-- Keys: series_id
-- Columns: series_id varchar, reference varchar, indicator varchar, title varchar, description varchar,
-- title_en varchar, title_ru varchar, title_kk varchar, lens varchar, goal integer, target varchar, strength varchar,
-- headline boolean, source_id varchar, unit varchar, decimals integer, direction varchar, derivation varchar,
-- additive boolean, release date, first_year integer, last_year integer, n_years bigint, n_areas bigint,
-- has_sex boolean, has_urbanisation boolean, latest_year integer, latest_value double, age_years bigint,
-- freshness varchar
-- Units: latest_value in `unit`, for the country as a whole; age_years is the year of as_of minus the latest year.
-- freshness: current (up to 3 years), ageing, stale (latest year before 2020), not_held (nothing released by then).
-- example: lang=en, as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

valued as (
    select series_extent.*
    from series_extent
    inner join held on series_extent.source_id = held.source_id and series_extent.release = held.release
),

final as (
    select
        series.series_id,
        series.reference,
        series.indicator,
        in_language($lang, series.title_en, series.title_ru, series.title_kk) as title,
        in_language($lang, series.description_en, series.description_ru, series.description_kk) as description,
        series.title_en,
        series.title_ru,
        series.title_kk,
        series.lens,
        series.goal,
        series.target,
        series.strength,
        series.headline,
        series.source_id,
        series.unit,
        series.decimals,
        series.direction,
        series.derivation,
        series.additive,
        valued.release,
        valued.first_year,
        valued.last_year,
        valued.n_years,
        valued.n_areas,
        valued.has_sex,
        valued.has_urbanisation,
        valued.latest_year,
        valued.latest_value,
        year($as_of::date) - valued.last_year as age_years,
        case
            when valued.last_year is null then 'not_held'
            when valued.last_year < 2020 then 'stale'
            when year($as_of::date) - valued.last_year > 3 then 'ageing'
            else 'current'
        end as freshness
    from series
    left join valued on series.series_id = valued.series_id
    where series.curated
)

select * from final order by goal, lens, series_id;
