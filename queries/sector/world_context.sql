-- Question: how large are the creative industries in the world, according to whom?
-- Parameters: as_of a date.
-- Grain: one row per cited world figure (measure), in a fixed order.
-- Keys: measure
-- Columns: place integer, measure varchar, time_period integer, obs_value double, unit varchar, publisher varchar,
-- published_date varchar, source_url varchar, note varchar
-- Units: obs_value in `unit`; note FORECAST marks an expectation, AT_LEAST and ABOUT a rounded claim.
-- Source: single figures as cited, data/figures/fact.parquet; never drawn beside figures of Kazakhstan.
-- example: as_of=2026-11-22

with asked as (
    select *
    from
        (
            values
            (1, 'WORLD_GDP_SHARE'),
            (2, 'WORLD_EMPLOYMENT_SHARE'),
            (3, 'WORLD_GDP_SHARE_2030'),
            (4, 'WORLD_MEDIA_MARKET')
        ) as listed (place, measure)
),

final as (
    select
        asked.place,
        fact.measure,
        fact.time_period,
        fact.obs_value,
        fact.unit_measure as unit,
        fact.publisher,
        fact.published_date,
        fact.source_url,
        fact.note
    from asked
    inner join fact on asked.measure = fact.measure
    inner join releases_as_of($as_of) as held on held.source_id = 'cited_facts'
)

select * from final order by place, measure;
