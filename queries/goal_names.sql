-- Question: what are the goals called?
-- Parameters: lang en|ru|kk. Grain: one row per goal.
-- example: lang=kk

with final as (
    select
        goal,
        case $lang when 'kk' then name_kk when 'ru' then name_ru else name_en end as name
    from goal
)

select * from final order by goal;
