-- Question: which publications stand behind a series of cited figures?
-- Parameters: series_id, NULL for every series.
-- Grain: one row per series and publication (host, source_url); none for a series that comes from a publisher's table.
-- Keys: series_id, source_url
-- Columns: series_id varchar, source_url varchar, host varchar, published_date varchar, first_year integer,
-- last_year integer
-- Units: years. host is the publication's address without its path, as short as it can be named in any language.
-- example: series_id=neet_14_34

with cited as (
    select distinct
        series_operand.series_id,
        fact.source_url,
        fact.published_date,
        figure.time_period
    from series_operand
    inner join figure
        on
            series_operand.source_id = figure.source_id
            and series_operand.series_code = figure.series_code::varchar
    inner join fact
        on
            figure.series_code::varchar = fact.measure
            and figure.ref_area = fact.ref_area
            and figure.time_period = fact.time_period
            and figure.obs_value = fact.obs_value
    where
        series_operand.series_id = coalesce($series_id, series_operand.series_id)
        and series_operand.source_id = 'cited_facts'
),

final as (
    select
        series_id,
        source_url,
        regexp_extract(source_url, '^https?://(?:www\.)?([^/]+)', 1) as host,
        max(published_date) as published_date,
        min(time_period) as first_year,
        max(time_period) as last_year
    from cited
    group by series_id, source_url
)

select * from final order by series_id, last_year desc, published_date desc, source_url;
