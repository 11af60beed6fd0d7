-- Question: what is the national course of every series of the catalogue, for a picture the size of a word?
-- Parameters: as_of a date.
-- Grain: one row per curated series with national values (series_id). years, heights: the national total's years and
-- values on a scale from 0 (lowest) to 1 (highest), in order of time; latest_value, latest_year: the newest one, in the
-- series' unit.
-- Keys: series_id
-- Columns: series_id varchar, years integer[], heights double[], latest_year integer, latest_value double
-- example: as_of=2026-11-22

with national as (
    select
        series_value.series_id,
        series_value.time_period,
        series_value.obs_value,
        min(series_value.obs_value) over (partition by series_value.series_id) as lowest,
        max(series_value.obs_value) over (partition by series_value.series_id) as highest
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
),

final as (
    select
        series_id,
        list(time_period order by time_period) as years,
        list(
            round(coalesce((obs_value - lowest) / nullif(highest - lowest, 0), 0.5::double), 2)
            order by time_period
        ) as heights,
        max(time_period) as latest_year,
        arg_max(obs_value, time_period) as latest_value
    from national
    group by series_id
)

select * from final order by series_id;
