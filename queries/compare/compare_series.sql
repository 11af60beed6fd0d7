-- Question: by which series can Kazakhstan be read beside other countries?
-- Parameters: lang en|ru|kk.
-- Grain: one row per series of the lens world with Kazakhstan and at least two more countries. name is the title
-- without its last part ("neighbours and the world"). totals is true for amounts of whole economies: a group of
-- countries is then the sum of its members and belongs on no common scale with one of them.
-- Keys: series_id
-- Columns: series_id varchar, goal integer, target varchar, name varchar, unit varchar, decimals integer,
-- direction varchar, totals boolean, source_id varchar
-- Source: data/catalogue/series/international.yaml.
-- example: lang=ru

with held_areas as (
    select
        series_value.series_id,
        count(distinct series_value.ref_area) as n_countries,
        bool_or(series_value.ref_area = 'KZ') as has_kazakhstan
    from series_value
    inner join series on series_value.series_id = series.series_id
    inner join area on series_value.ref_area = area.ref_area
    where series.lens = 'world' and area.kind in ('country', 'other_country')
    group by series_value.series_id
),

final as (
    select
        series.series_id,
        series.goal,
        series.target,
        regexp_replace(
            in_language($lang, series.title_en, series.title_ru, series.title_kk),
            ': [^:]+$',
            ''
        ) as name,
        series.unit,
        series.decimals,
        series.direction,
        series.unit in ('M_USD', 'USD', 'UNITS', 'NUMBER') as totals,
        series.source_id
    from held_areas
    inner join series on held_areas.series_id = series.series_id
    where held_areas.has_kazakhstan and held_areas.n_countries >= 3
)

select * from final order by goal, string_split(target, '.')[2], name, series_id;
