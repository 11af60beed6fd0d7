-- Question: what are the goals called?
-- Parameters: lang en|ru|kk.
-- Grain: one row per goal.
-- Keys: goal
-- Columns: goal integer, name varchar
-- example: lang=kk

with final as (
    select
        goal,
        in_language($lang, name_en, name_ru, name_kk) as name
    from goal
)

select * from final order by goal;
