-- Question: what did an earlier version print wrongly, what is right, and since when?
-- Parameters: lang en|ru|kk.
-- Grain: one row per correction (correction), newest first, those of one day as the catalogue has them.
-- Keys: correction
-- Columns: correction varchar, page varchar, since date, printed varchar, right_now varchar
-- Source: data/catalogue/corrections.yaml.
-- example: lang=en

with final as (
    select
        correction,
        page,
        since,
        in_language($lang, printed_en, printed_ru, printed_kk) as printed,
        in_language($lang, right_en, right_ru, right_kk) as right_now,
        place
    from correction
)

select * exclude (place) from final order by since desc, place, correction;
