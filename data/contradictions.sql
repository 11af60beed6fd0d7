-- Question: does anything in the store contradict itself? Grain: one row per contradiction; none in a sound store.

with operand_match as (
    select
        figure.figure_id,
        figure.unit_measure,
        series.series_id,
        series.unit
    from figure
    inner join series_operand
        on
            figure.source_id = series_operand.source_id
            and figure.indicator = series_operand.indicator
            and figure.series_code::varchar = series_operand.series_code
            and figure.age::varchar = series_operand.age
            and figure.activity::varchar = series_operand.activity
            and figure.composite_breakdown::varchar = series_operand.composite_breakdown
            and figure.education_lev::varchar = series_operand.education_lev
            and figure.income_wealth_quantile::varchar = series_operand.income_wealth_quantile
            and (series_operand.ref_area is null or figure.ref_area = series_operand.ref_area)
            and (series_operand.sex is null or figure.sex::varchar = series_operand.sex)
            and (series_operand.urbanisation is null or figure.urbanisation::varchar = series_operand.urbanisation)
    inner join series on series_operand.series_id = series.series_id
    where series_operand.role = 'operand' and series.derivation = 'published'
),

other_unit as (
    select
        series_id || ' (' || unit || ', figures ' || unit_measure || ')' as what,
        'unit of the series differs from the unit of its figures' as problem
    from operand_match
    where unit <> unit_measure
),

standing_count as (
    select
        source_id,
        release,
        file,
        count(*) as stored
    from standing
    group by
        source_id,
        release,
        file
),

quarantine_count as (
    select
        source_id,
        release,
        file,
        count(*) as quarantined
    from quarantine
    group by
        source_id,
        release,
        file
),

not_reconciled as (
    select
        import_count.source_id || ' ' || import_count.release::varchar || ' ' || import_count.file as what,
        'rows stored or set aside do not add up to the rows counted: import again' as problem
    from import_count
    left join standing_count
        on
            import_count.source_id = standing_count.source_id
            and import_count.release = standing_count.release
            and import_count.file = standing_count.file
    left join quarantine_count
        on
            import_count.source_id = quarantine_count.source_id
            and import_count.release = quarantine_count.release
            and import_count.file = quarantine_count.file
    where
        import_count.stored <> coalesce(standing_count.stored, 0)
        or import_count.quarantined <> coalesce(quarantine_count.quarantined, 0)
),

two_values as (
    select
        figure.source_id
        || ' '
        || standing.release::varchar
        || ' '
        || standing.file
        || ' '
        || figure.time_period as what,
        'two values under one key in one release' as problem
    from figure
    inner join standing on figure.figure_id = standing.figure_id
    group by
        figure.source_id,
        figure.indicator,
        figure.series_code,
        figure.ref_area,
        figure.sex,
        figure.age,
        figure.urbanisation,
        figure.activity,
        figure.composite_breakdown,
        figure.education_lev,
        figure.income_wealth_quantile,
        figure.time_period,
        figure.unit_measure,
        standing.release,
        standing.file
    having count(*) > 1
),

-- The proof that a section's employed by region are what they are said to be: they add up to the published number.
employed_by_region as (
    select
        activity || ' ' || time_period || ' (' || round(sum(obs_value) filter (where ref_area <> 'KZ'), 3) || ' for '
        || max(obs_value) filter (where ref_area = 'KZ') || ')' as what,
        'employed of the regions do not add up to the published number of the country' as problem
    from derived_figure
    where series_code = 'EMPLOYED'
    group by
        release,
        activity,
        time_period
    having abs(sum(obs_value) filter (where ref_area <> 'KZ') - max(obs_value) filter (where ref_area = 'KZ')) > 0.05
),

final as (
    select * from employed_by_region
    union all
    select * from other_unit
    union all
    select * from not_reconciled
    union all
    select * from two_values
)

select distinct
    problem,
    what
from final
order by
    problem,
    what;
