-- Question: in which years does a series start anew, and why?
-- Parameters: series_id; lang en|ru|kk.
-- Grain: one row per break (time_period, ref_area, kind); ref_area NULL means everywhere.
-- Keys: time_period, ref_area or NULL, kind
-- Columns: time_period integer, ref_area varchar, kind varchar, note varchar
-- Source: data/catalogue/series.
-- example: series_id=neet_15_24, lang=en

with final as (
    select
        time_period,
        ref_area,
        kind,
        in_language($lang, note_en, note_ru, note_kk) as note
    from series_break
    where series_id = $series_id
)

select * from final order by time_period, ref_area, kind;
