-- Question: how much of what could be known about regions is held, lens by lens?
-- Parameters: as_of a date; from_year, to_year.
-- Grain: one row per lens, and one for all lenses together (lens 'all').
-- Keys: lens
-- Columns: lens varchar, n_series bigint, n_regional bigint, n_values bigint, n_held bigint, n_possible bigint,
-- percent_regions double
-- Units: counts; percent_regions is the share of the possible region-years (regions that existed, in the years and
-- series with any regional value) that have a value.
-- example: as_of=2026-11-22, from_year=2010, to_year=2025

with covered as (
    select
        series.lens,
        series_coverage.series_id,
        series_coverage.time_period,
        series_coverage.n_regions,
        greatest(series_coverage.n_expected, series_coverage.n_regions) as n_expected,
        series_coverage.n_values
    from series_coverage
    inner join releases_as_of($as_of) as held
        on series_coverage.source_id = held.source_id and series_coverage.release = held.release
    inner join series on series_coverage.series_id = series.series_id
    where series_coverage.time_period between $from_year and $to_year
),

final as (
    select
        coalesce(lens, 'all') as lens,
        count(distinct series_id) as n_series,
        count(distinct series_id) filter (where n_regions > 1) as n_regional,
        sum(n_values)::bigint as n_values,
        sum(n_regions) filter (where n_regions > 1)::bigint as n_held,
        sum(n_expected) filter (where n_regions > 1)::bigint as n_possible,
        100.0::double * sum(n_regions) filter (where n_regions > 1)
        / nullif(sum(n_expected) filter (where n_regions > 1), 0) as percent_regions
    from covered
    group by grouping sets ((lens), ())
)

select * from final order by lens;
