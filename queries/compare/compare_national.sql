-- Question: what do national platforms say where an international series is compared?
-- Parameters: series_id of the international series; as_of a date; lang en|ru|kk.
-- Grain: one row per country whose own platform publishes the indicator. obs_value and time_period are its newest
-- figure, international_value and international_year the newest one of the series compared (NULL where it has none);
-- newer is true where the national year is later than that one. Two sources: the two figures stand beside each other
-- and are never joined by a line.
-- Keys: series_id, ref_area
-- Columns: ref_area varchar, series_id varchar, title varchar, time_period integer, obs_value double,
-- international_year integer, international_value double, newer boolean, unit varchar, decimals integer,
-- source_title varchar, source_url varchar, licence_id varchar, release date
-- Units: the national series' own; age bands can differ and stand in its title.
-- example: series_id=world_neet_15_24, as_of=2026-11-22, lang=kk

with paired as (
    select *
    from
        (
            values
            ('world_neet_15_24', 'neet_15_24', 'KZ'),
            ('world_neet_15_24', 'kg_neet_15_24', 'KG'),
            ('world_neet_15_24', 'am_neet_15_24', 'AM'),
            ('world_neet_15_24', 'uz_neet', 'UZ'),
            ('world_neet_15_24', 'tj_neet_15_24', 'TJ'),
            ('world_youth_unemployment', 'unemployment_16_24', 'KZ'),
            ('world_women_managers', 'women_managers', 'KZ'),
            ('world_women_managers', 'kg_women_managers', 'KG'),
            ('world_women_managers', 'am_women_managers', 'AM'),
            ('world_women_managers', 'uz_women_managers', 'UZ'),
            ('world_women_parliament', 'women_parliament', 'KZ'),
            ('world_women_local_councils', 'women_councils', 'KZ'),
            ('world_ict_programming', 'ict_programming_15_plus', 'KZ'),
            ('world_ict_programming_15_24', 'ict_programming_15_24', 'KZ'),
            ('world_ict_presentation', 'ict_graphics_15_plus', 'KZ'),
            ('world_ict_presentation_15_24', 'ict_graphics_15_24', 'KZ'),
            ('world_internet_use', 'internet_use', 'KZ'),
            ('world_tourism_gdp', 'tourism_gva_share', 'KZ')
        ) as listed (international_id, series_id, ref_area)
),

held as (
    select * from releases_as_of($as_of)
),

wanted as (
    select $series_id::varchar as series_id
    union
    select paired.series_id
    from paired
    where paired.international_id = $series_id
),

newest as (
    select
        series_value.series_id,
        series_value.ref_area,
        max(series_value.time_period) as time_period,
        arg_max(series_value.obs_value, series_value.time_period) as obs_value,
        any_value(series_value.release) as release
    from series_value
    inner join wanted on series_value.series_id = wanted.series_id
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    where series_value.sex = '_T' and series_value.urbanisation = '_T' and series_value.obs_value is not null
    group by series_value.series_id, series_value.ref_area
),

final as (
    select
        paired.ref_area,
        paired.series_id,
        in_language($lang, series.title_en, series.title_ru, series.title_kk) as title,
        newest.time_period,
        newest.obs_value,
        international.time_period as international_year,
        international.obs_value as international_value,
        coalesce(newest.time_period > international.time_period, false) as newer,
        series.unit,
        series.decimals,
        in_language($lang, source.title_en, source.title_ru, source.title_kk) as source_title,
        source.url as source_url,
        source.licence_id,
        newest.release
    from paired
    inner join newest on paired.series_id = newest.series_id and paired.ref_area = newest.ref_area
    inner join series on paired.series_id = series.series_id
    inner join source on series.source_id = source.source_id
    left join newest as international
        on paired.international_id = international.series_id and paired.ref_area = international.ref_area
    where paired.international_id = $series_id
)

select * from final order by ref_area <> 'KZ', time_period desc, ref_area, series_id;
