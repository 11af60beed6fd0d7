-- Question: which published numbers answer the same headline differently, and which one do the pages use?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per question and claim (question_id, claim_id), in the order of the catalogue.
-- Keys: question_id, claim_id
-- Columns: question_id varchar, question_order integer, question varchar, why varchar, claim_id varchar,
-- claim_order integer, used boolean, definition varchar, scope varchar, obs_value double, unit varchar,
-- decimals integer, time_period integer, publisher varchar, published_date varchar, source_url varchar
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
        in_language(
            $lang,
            disputed_headline.title_en,
            disputed_headline.title_ru,
            disputed_headline.title_kk
        ) as question,
        in_language($lang, disputed_headline.why_en, disputed_headline.why_ru, disputed_headline.why_kk) as why,
        disputed_claim.claim_id,
        disputed_claim.sort_order as claim_order,
        disputed_claim.used,
        in_language(
            $lang,
            disputed_claim.definition_en,
            disputed_claim.definition_ru,
            disputed_claim.definition_kk
        ) as definition,
        in_language($lang, disputed_claim.scope_en, disputed_claim.scope_ru, disputed_claim.scope_kk) as scope,
        coalesce(fact.obs_value, newest.obs_value) as obs_value,
        coalesce(fact.unit_measure, series.unit) as unit,
        if(fact.fact_id is null, series.decimals, null) as decimals,
        coalesce(fact.time_period, newest.time_period) as time_period,
        coalesce(
            fact.publisher,
            in_language($lang, source.publisher_en, source.publisher_ru, source.publisher_kk)
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

select * from final order by question_order, question_id, claim_order, claim_id;
