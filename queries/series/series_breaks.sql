-- Question: in which years does a series start anew, and why?
-- Parameters: series_id, NULL for every series; lang en|ru|kk.
-- Grain: one row per break of a series (series_id, time_period, ref_area, kind); ref_area NULL means everywhere.
-- Keys: series_id, time_period, ref_area or NULL, kind
-- Columns: series_id varchar, time_period integer, ref_area varchar, kind varchar, note varchar
-- Source: data/catalogue/series.
-- example: series_id=neet_15_24, lang=en

with final as (
    select
        series_id,
        time_period,
        ref_area,
        kind,
        in_language($lang, note_en, note_ru, note_kk) as note
    from series_break
    where series_id = coalesce($series_id, series_id)
)

select * from final order by series_id, time_period, ref_area, kind;
