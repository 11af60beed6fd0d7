-- Question: which publications stand behind a series of cited figures?
-- Parameters: series_id, NULL for every series.
-- Grain: one row per series and publication (host, source_url); none for a series that comes from a publisher's table.
-- Keys: series_id, source_url
-- Columns: series_id varchar, source_url varchar, host varchar, publisher varchar, language varchar,
-- published_date varchar, first_year integer, last_year integer, year_is_stated boolean
-- Units: years. host is the publication's address without its path; language is that of the page, a code of ISO 639-1,
-- NULL where nobody has noted it. year_is_stated: false where the page names no reference year, so that the year is that
-- of the page.
-- example: series_id=neet_14_34

with cited as (
    select distinct
        series_operand.series_id,
        fact.source_url,
        fact.publisher,
        fact.published_date,
        coalesce(fact.period_note, '') <> 'NOT_STATED' and coalesce(fact.note, '') <> 'UNDATED' as year_is_stated,
        fact.time_period
    from series_operand
    inner join fact_series on series_operand.series_code = fact_series.series_code
    inner join fact on fact_series.fact_id = fact.fact_id
    where
        series_operand.series_id = coalesce($series_id, series_operand.series_id)
        and series_operand.source_id = 'cited_facts'
),

placed as (
    select
        *,
        regexp_extract(source_url, '^https?://(?:www\.)?([^/]+)', 1) as host,
        regexp_extract(source_url, '^https?://[^/]+/(.*)', 1) as path
    from cited
),

final as (
    select
        placed.series_id,
        placed.source_url,
        placed.host,
        min(placed.publisher) as publisher,
        arg_max(page_language.language, coalesce(length(page_language.path), 0)) as language,
        max(placed.published_date) as published_date,
        min(placed.time_period) as first_year,
        max(placed.time_period) as last_year,
        bool_and(placed.year_is_stated) as year_is_stated
    from placed
    left join page_language
        on
            placed.host = page_language.host
            and (page_language.path is null or starts_with(placed.path, page_language.path))
    group by
        placed.series_id,
        placed.source_url,
        placed.host
)

select * from final order by series_id, last_year desc, published_date desc, source_url;
