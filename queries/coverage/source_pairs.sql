-- Question: where do two sources of one measure disagree, by how much, and why?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per pair of series (series_id, other_id) of which both newest releases were out on that date; those
-- that disagree come first.
-- Keys: series_id, other_id
-- Columns: series_id varchar, other_id varchar, title varchar, other_title varchar, other_source varchar, unit varchar,
-- decimals integer, n_years bigint, first_year integer, last_year integer, median_difference double,
-- largest_difference double, largest_year integer, finding varchar, verdict varchar, why varchar
-- Units: differences in the first series' unit, the first series minus the other. finding: agrees, differs_in_years,
-- differs, years_shifted, labels_exchanged, unit_off. verdict: a person's word, NULL where the two agree.
-- Source: data/catalogue/pairs.yaml; method: queries/views/pair_finding.sql.
-- example: as_of=2026-11-22, lang=en

with newest as (
    select
        source_id,
        max(release) as release
    from release
    group by source_id
),

final as (
    select
        pair_finding.series_id,
        pair_finding.other_id,
        in_language($lang, national.title_en, national.title_ru, national.title_kk) as title,
        in_language($lang, other.title_en, other.title_ru, other.title_kk) as other_title,
        in_language($lang, source.publisher_en, source.publisher_ru, source.publisher_kk) as other_source,
        national.unit,
        coalesce(national.decimals, 1) as decimals,
        pair_finding.n_years,
        pair_finding.first_year,
        pair_finding.last_year,
        pair_finding.median_difference,
        pair_finding.largest_difference,
        pair_finding.largest_year,
        pair_finding.finding,
        source_pair.verdict,
        in_language($lang, source_pair.why_en, source_pair.why_ru, source_pair.why_kk) as why
    from pair_finding
    inner join source_pair
        on pair_finding.series_id = source_pair.series_id and pair_finding.other_id = source_pair.other_id
    inner join series as national on pair_finding.series_id = national.series_id
    inner join series as other on pair_finding.other_id = other.series_id
    inner join source on other.source_id = source.source_id
    inner join newest as national_release on national.source_id = national_release.source_id
    inner join newest as other_release on other.source_id = other_release.source_id
    where
        pair_finding.n_years > 0
        and greatest(national_release.release, other_release.release) <= $as_of::date
)

select * from final
order by
    finding = 'agrees',
    series_id,
    other_id;
