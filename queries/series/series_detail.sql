-- Question: what exactly is a series, what target does it serve, and who says so?
-- Parameters: series_id, NULL for every series; lang en|ru|kk.
-- Grain: one row per series. Texts in the asked language; target_value in `unit`; NULL target_value means direction
-- only. section: the letter of the one section of activities that the figures are of, NULL where they are of none or of
-- several.
-- Keys: series_id
-- Columns: series_id varchar, reference varchar, indicator varchar, title varchar, description varchar,
-- rationale varchar, caveat varchar, proxy varchar, target_source varchar, publisher varchar, source_title varchar,
-- attribution varchar, source_url varchar, capture varchar, release_kind varchar, licence_id varchar, lens varchar,
-- goal integer, target varchar, strength varchar, measures varchar, linked_by varchar, mapping varchar,
-- headline boolean, source_id varchar, unit varchar, decimals integer,
-- direction varchar, derivation varchar, additive boolean, baseline_year integer, target_value double,
-- target_year integer, target_kind varchar, target_comparable boolean, transform varchar, natural_limit double,
-- breakdowns varchar[], section varchar
-- Source: data/catalogue/series and sources.yaml.
-- example: series_id=neet_15_24, lang=kk

with section as (
    select
        series_id,
        case when count(distinct activity) = 1 then any_value(regexp_extract(activity, '^ISIC4_([A-Z])$', 1)) end as letter
    from series_operand
    where role = 'operand'
    group by series_id
),

final as (
    select
        series.series_id,
        series.reference,
        series.indicator,
        in_language($lang, series.title_en, series.title_ru, series.title_kk) as title,
        in_language($lang, series.description_en, series.description_ru, series.description_kk) as description,
        in_language($lang, series.rationale_en, series.rationale_ru, series.rationale_kk) as rationale,
        in_language($lang, series.caveat_en, series.caveat_ru, series.caveat_kk) as caveat,
        in_language($lang, series.proxy_en, series.proxy_ru, series.proxy_kk) as proxy,
        in_language($lang, series.target_source_en, series.target_source_ru, series.target_source_kk) as target_source,
        in_language($lang, source.publisher_en, source.publisher_ru, source.publisher_kk) as publisher,
        in_language($lang, source.title_en, source.title_ru, source.title_kk) as source_title,
        in_language($lang, source.attribution_en, source.attribution_ru, source.attribution_kk) as attribution,
        source.url as source_url,
        source.capture,
        source.release_kind,
        source.licence_id,
        series.lens,
        series.goal,
        series.target,
        series.strength,
        series.measures,
        in_language($lang, target.linked_by_en, target.linked_by_ru, target.linked_by_kk) as linked_by,
        in_language($lang, mapping.name_en, mapping.name_ru, mapping.name_kk) as mapping,
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
        series.breakdowns,
        nullif(section.letter, '') as section
    from series
    inner join source on series.source_id = source.source_id
    left join target on series.target = target.target
    left join mapping on series.mapped_by = mapping.mapping
    left join section on series.series_id = section.series_id
    where series.series_id = coalesce($series_id, series.series_id)
)

select * from final order by series_id;
