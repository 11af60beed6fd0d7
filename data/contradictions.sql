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

unnamed_dispute as (
    select distinct
        source_id || ' ' || dispute as what,
        'a dispute that data/catalogue/disputes.yaml does not explain' as problem
    from standing
    where dispute is not null and dispute not in (select dispute_id from dispute)
),

-- A pair without a year in common lacks figures; that is no contradiction.
unexplained_pair as (
    select
        pair_finding.series_id || ' beside ' || pair_finding.other_id as what,
        'two sources of one measure: ' || pair_finding.finding || coalesce(' (' || pair_finding.told || ')', '')
        || ', where data/catalogue/pairs.yaml explains ' || source_pair.finding as problem
    from pair_finding
    inner join source_pair
        on pair_finding.series_id = source_pair.series_id and pair_finding.other_id = source_pair.other_id
    where pair_finding.finding <> 'no_common_year' and pair_finding.finding <> source_pair.finding
),

unsettled as (
    select
        self_finding.series_id || ' ' || self_finding.subject || ' (' || self_finding.detail || ')' as what,
        self_finding.finding || ': correct the import, or settle it in data/catalogue/settled.csv' as problem
    from self_finding
    anti join settled_finding
        on
            self_finding.finding = settled_finding.finding
            and self_finding.series_id = settled_finding.series_id
            and self_finding.subject = settled_finding.subject
    -- A step may be real: it waits for a person (tests/data/test_cross_examination.py), not the store.
    where self_finding.finding <> 'step'
),

-- Another source that measures an indicator of the national platform for the country must stand in a pair.
unpaired as (
    select distinct
        other.series_id as what,
        'measures what a national series measures, and no pair of data/catalogue/pairs.yaml names it' as problem
    from series_operand as other
    inner join series on other.series_id = series.series_id
    inner join series_operand as national
        on
            other.indicator = national.indicator
            and other.source_id <> national.source_id
            and other.composite_breakdown = national.composite_breakdown
    inner join series as of_nation on national.series_id = of_nation.series_id and series.unit = of_nation.unit
    where
        series.curated
        and national.source_id = 'kazstat_sdg'
        and other.role = 'operand'
        and national.role = 'operand'
        and other.indicator <> ''
        and other.series_id not in (select other_id from source_pair)
        and exists (
            select 1
            from series_value
            where series_value.series_id = other.series_id and series_value.ref_area = 'KZ'
        )
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
    select * from unexplained_pair
    union all
    select * from unsettled
    union all
    select * from unpaired
    union all
    select * from unnamed_dispute
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
