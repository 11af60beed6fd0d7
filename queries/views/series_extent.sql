-- Question: how far does each curated series reach in each release?
-- Parameters: none.
-- Grain: one row per series and release. Counts; latest_year and latest_value are those of the country as a whole.
-- Keys: series_id, release
-- Columns: series_id varchar, source_id varchar, release date, first_year integer, last_year integer, n_years bigint,
-- n_areas bigint, has_sex boolean, has_urbanisation boolean, latest_year integer, latest_value double
-- Stored: as a table; the catalogue asks for all series at once, on every page.

create or replace table series_extent as
with final as (
    select
        series_value.series_id,
        series_value.source_id,
        series_value.release,
        min(series_value.time_period) as first_year,
        max(series_value.time_period) as last_year,
        count(distinct series_value.time_period) as n_years,
        count(distinct series_value.ref_area) filter (where series_value.ref_area <> 'KZ') as n_areas,
        bool_or(series_value.sex <> '_T') as has_sex,
        bool_or(series_value.urbanisation <> '_T') as has_urbanisation,
        max(series_value.time_period) filter (
            where series_value.ref_area = 'KZ' and series_value.sex = '_T' and series_value.urbanisation = '_T'
        ) as latest_year,
        arg_max(series_value.obs_value, series_value.time_period) filter (
            where series_value.ref_area = 'KZ' and series_value.sex = '_T' and series_value.urbanisation = '_T'
        ) as latest_value
    from series_value
    group by
        series_value.series_id,
        series_value.source_id,
        series_value.release
)

select * from final order by series_id, release;
