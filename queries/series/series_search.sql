-- Question: under which words in three languages can each series be found?
-- Parameters: none.
-- Grain: one row per curated series (series_id), in the order of a list without a search. is_abroad: the series is of
-- other countries.
-- Keys: series_id
-- Columns: series_id varchar, indicator varchar, target varchar, goal integer, lens varchar, headline boolean,
-- title_en varchar, title_ru varchar, title_kk varchar, description_en varchar, description_ru varchar,
-- description_kk varchar, breakdowns varchar[], is_abroad boolean
-- Source: data/catalogue/series.

with final as (
    select
        series_id,
        indicator,
        target,
        goal,
        lens,
        headline,
        title_en,
        title_ru,
        title_kk,
        description_en,
        description_ru,
        description_kk,
        breakdowns,
        lens = 'world' as is_abroad
    from series
    where curated
)

select * from final
order by
    coalesce(headline, false) desc,
    goal nulls last,
    series_id;
