-- Question: for which years, regions, sexes and settlements does each series of a lens have values?
-- Parameters: as_of a date; lens youth|women|regions|sector|context|world; lang en|ru|kk; from_year, to_year.
-- Grain: one row per series and year with any value (series_id, time_period).
-- Keys: series_id, time_period
-- Columns: series_id varchar, time_period integer, has_national boolean, n_regions bigint, n_expected bigint,
-- n_sex bigint, n_urbanisation bigint, n_values bigint, n_repaired bigint, title varchar, percent_regions double,
-- level integer, mark varchar, n_all_regions hugeint
-- Units: counts. level: 1 the country only (or other countries), 2 fewer than four fifths of the regions of that year,
-- 3 more but not all, 4 all of them. percent_regions: regions with a value in per cent of those that then existed. mark
-- is what is printed in a cell: the number of regions, or a dot; with a star where women and men are apart.
-- example: as_of=2026-11-22, lens=youth, lang=en, from_year=2010, to_year=2025

with covered as (
    select
        series_coverage.series_id,
        series_coverage.time_period,
        series_coverage.has_national,
        series_coverage.n_regions,
        greatest(series_coverage.n_expected, series_coverage.n_regions) as n_expected,
        series_coverage.n_sex,
        series_coverage.n_urbanisation,
        series_coverage.n_values,
        series_coverage.n_repaired,
        in_language($lang, series.title_en, series.title_ru, series.title_kk) as title
    from series_coverage
    inner join releases_as_of($as_of) as held
        on series_coverage.source_id = held.source_id and series_coverage.release = held.release
    inner join series on series_coverage.series_id = series.series_id
    where
        series.lens = $lens
        and series_coverage.time_period between $from_year and $to_year
),

final as (
    select
        *,
        100.0::double * n_regions / n_expected as percent_regions,
        case
            when n_regions = 0 then 1
            when n_regions < 0.8::double * n_expected then 2
            when n_regions < n_expected then 3
            else 4
        end as level,
        if(n_regions = 0, '•', n_regions::varchar) || if(n_sex > 1, '*', '') as mark,
        sum(n_regions) over (partition by series_id) as n_all_regions
    from covered
)

select * from final order by n_all_regions desc, title, series_id, time_period;
