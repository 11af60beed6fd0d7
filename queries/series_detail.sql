-- Question: what exactly is a series, what target does it serve, and who says so?
-- Parameters: series_id; lang en|ru|kk.
-- Grain: one row. Texts in the asked language; target_value in `unit`; NULL target_value means direction only.
-- Source: data/catalogue/series and sources.yaml.
-- example: series_id=neet_15_24, lang=kk

with final as (
    select
        series.series_id,
        series.reference,
        series.indicator,
        case $lang when 'kk' then series.title_kk when 'ru' then series.title_ru else series.title_en end as title,
        case $lang
            when 'kk' then series.description_kk
            when 'ru' then series.description_ru
            else series.description_en
        end as description,
        case $lang
            when 'kk' then series.rationale_kk
            when 'ru' then series.rationale_ru
            else series.rationale_en
        end as rationale,
        case $lang when 'kk' then series.caveat_kk when 'ru' then series.caveat_ru else series.caveat_en end as caveat,
        case $lang when 'kk' then series.proxy_kk when 'ru' then series.proxy_ru else series.proxy_en end as proxy,
        case $lang
            when 'kk' then series.target_source_kk
            when 'ru' then series.target_source_ru
            else series.target_source_en
        end as target_source,
        case $lang
            when 'kk' then source.publisher_kk
            when 'ru' then source.publisher_ru
            else source.publisher_en
        end as publisher,
        case $lang when 'kk' then source.title_kk when 'ru' then source.title_ru else source.title_en end
            as source_title,
        source.url as source_url,
        source.capture,
        source.release_kind,
        source.licence_id,
        series.lens,
        series.goal,
        series.target,
        series.strength,
        series.headline,
        series.source_id,
        series.unit,
        series.decimals,
        series.direction,
        series.derivation,
        series.additive,
        series.baseline_year,
        series.target_value,
        series.target_year,
        series.target_kind,
        series.target_comparable,
        series.transform,
        series.natural_limit,
        series.breakdowns
    from series
    inner join source on series.source_id = source.source_id
    where series.series_id = $series_id
)

select * from final order by series_id;
