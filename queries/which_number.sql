-- Question: which published numbers answer the same headline differently, and which one do the pages use?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per question and claim (question_id, claim_id), in the order of the catalogue.
-- Units: obs_value in `unit`. A claim with a cited fact shows that fact; one with only a series shows the country's
-- newest value as of the date, so its publisher is the source of the series. Claims are never joined by a line. A claim
-- whose source was not held on the date is left out.
-- Source: data/catalogue/reconciliation.yaml, which names definition, scope and the reason for the choice.
-- example: as_of=2026-11-22, lang=ru

with held_fact as (
    select fact.*
    from fact
    inner join releases_as_of($as_of) as held on held.source_id = 'cited_facts'
),

newest as (
    select
        series_value.series_id,
        max(series_value.time_period) as time_period,
        arg_max(series_value.obs_value, series_value.time_period) as obs_value
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where
        series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
        and series_value.series_id in (select disputed_claim.series_id from disputed_claim)
    group by series_value.series_id
),

final as (
    select
        disputed_headline.question_id,
        disputed_headline.sort_order as question_order,
        case $lang
            when 'kk' then disputed_headline.title_kk
            when 'ru' then disputed_headline.title_ru
            else disputed_headline.title_en
        end as question,
        case $lang
            when 'kk' then disputed_headline.why_kk
            when 'ru' then disputed_headline.why_ru
            else disputed_headline.why_en
        end as why,
        disputed_claim.claim_id,
        disputed_claim.sort_order as claim_order,
        disputed_claim.used,
        case $lang
            when 'kk' then disputed_claim.definition_kk
            when 'ru' then disputed_claim.definition_ru
            else disputed_claim.definition_en
        end as definition,
        case $lang
            when 'kk' then disputed_claim.scope_kk
            when 'ru' then disputed_claim.scope_ru
            else disputed_claim.scope_en
        end as scope,
        coalesce(fact.obs_value, newest.obs_value) as obs_value,
        coalesce(fact.unit_measure, series.unit) as unit,
        if(fact.fact_id is null, series.decimals, null) as decimals,
        coalesce(fact.time_period, newest.time_period) as time_period,
        coalesce(
            fact.publisher,
            case $lang
                when 'kk' then source.publisher_kk
                when 'ru' then source.publisher_ru
                else source.publisher_en
            end
        ) as publisher,
        fact.published_date,
        coalesce(fact.source_url, source.url) as source_url
    from disputed_claim
    inner join disputed_headline on disputed_claim.question_id = disputed_headline.question_id
    left join held_fact as fact on disputed_claim.fact_id = fact.fact_id
    left join series on disputed_claim.series_id = series.series_id
    left join source on series.source_id = source.source_id
    left join newest on disputed_claim.series_id = newest.series_id
    where fact.fact_id is not null or newest.series_id is not null
)

select * from final order by question_order, claim_order;
