-- Question: for which regions and towns has a series a value, as of a date?
-- Parameters: series_id, NULL for every series; as_of a date; lang en|ru|kk.
-- Grain: one row per series and area with any value, the country left out. first_year, last_year: the years with a
-- value.
-- Keys: series_id, ref_area
-- Columns: series_id varchar, ref_area varchar, name varchar, first_year integer, last_year integer, sort_order integer
-- example: series_id=neet_15_24, as_of=2026-11-22, lang=en

with valued as (
    select
        series_value.series_id,
        series_value.ref_area,
        min(series_value.time_period) as first_year,
        max(series_value.time_period) as last_year
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.series_id = coalesce($series_id, series_value.series_id)
        and series_value.ref_area <> 'KZ'
    group by series_value.series_id, series_value.ref_area
),

final as (
    select
        valued.series_id,
        valued.ref_area,
        in_language($lang, area.short_en, area.short_ru, area.short_kk) as name,
        valued.first_year,
        valued.last_year,
        area.sort_order
    from valued
    inner join area on valued.ref_area = area.ref_area
)

select * from final order by series_id, sort_order, ref_area;
