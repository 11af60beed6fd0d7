-- Question: which series can be mapped by region, as of a date?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per series (series_id) with values for at least ten regions in some year. Counts are left out, because
-- a map of counts shows where people live; so are gaps, which have maps of their own around zero, and the measures of
-- value added and of the employed that have a control of their own. can_compare: the series' rates can be weighted, so
-- that regions that were split can be joined again.
-- Keys: series_id
-- Columns: series_id varchar, title varchar, lens varchar, unit varchar, decimals integer, first_year integer,
-- last_year integer, can_compare boolean
-- example: as_of=2026-11-22, lang=en

with covered as (
    select
        series_coverage.series_id,
        min(series_coverage.time_period) as first_year,
        max(series_coverage.time_period) as last_year
    from series_coverage
    inner join releases_as_of($as_of) as held
        on series_coverage.source_id = held.source_id and series_coverage.release = held.release
    where series_coverage.n_regions >= 10
    group by series_coverage.series_id
),

final as (
    select
        series.series_id,
        in_language($lang, series.title_en, series.title_ru, series.title_kk) as title,
        series.lens,
        series.unit,
        series.decimals,
        covered.first_year,
        covered.last_year,
        exists(
            select 1
            from series_operand
            where series_operand.series_id = series.series_id and series_operand.role = 'weight'
        ) as can_compare
    from series
    inner join covered on series.series_id = covered.series_id
    where
        series.curated
        and series.derivation <> 'difference'
        and (series.derivation = 'share' or not coalesce(series.additive, false))
        and not regexp_matches(
            series.series_id, '^(gva|employed)_(j|m|r|jmr)_(regional_share|share_of_grp|per_10000|quotient)$'
        )
)

select *
from final
order by
    case lens when 'youth' then 1 when 'women' then 2 when 'regions' then 3 when 'sector' then 4 else 5 end,
    title,
    series_id;
