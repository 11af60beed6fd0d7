-- Until which year the two halves of a series (women and men, village and town) may be set against each other: the
-- catalogue's gap series of the same figures says so with its last year; NULL where it sets no limit. A later year is
-- published but contradicts its own total.

create or replace macro comparable_until(wanted_series, split) as (
    select max(series.years_to)
    from series_operand as whole
    inner join series_operand as half
        on whole.source_id = half.source_id
        and whole.indicator = half.indicator
        and whole.series_code = half.series_code
        and whole.age = half.age
        and whole.activity = half.activity
        and whole.composite_breakdown = half.composite_breakdown
        and whole.education_lev = half.education_lev
        and whole.income_wealth_quantile = half.income_wealth_quantile
    inner join series on half.series_id = series.series_id
    where whole.series_id = wanted_series
        and whole.role = 'operand'
        and half.role = 'operand'
        and series.derivation = 'difference'
        and ((split = 'sex' and half.sex = 'F') or (split = 'urbanisation' and half.urbanisation = 'R'))
);
