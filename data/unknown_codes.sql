-- Question: which codes of the figures are on no list? Grain: one row per source, dimension and code; none in sound data.

with figure as (
    select distinct
        source_id,
        series_code,
        ref_area,
        age,
        activity,
        composite_breakdown,
        education_lev,
        income_wealth_quantile,
        unit_measure
    from read_parquet(getvariable('figure_files'))
),

used as (
    select
        source_id,
        'SERIES' as dimension,
        series_code as code
    from figure
    union
    select
        source_id,
        'REF_AREA',
        ref_area
    from figure
    union
    select
        source_id,
        'AGE',
        age
    from figure
    union
    select
        source_id,
        'ACTIVITY',
        activity
    from figure
    union
    select
        source_id,
        'COMPOSITE_BREAKDOWN',
        composite_breakdown
    from figure
    union
    select
        source_id,
        'EDUCATION_LEV',
        education_lev
    from figure
    union
    select
        source_id,
        'INCOME_WEALTH_QUANTILE',
        income_wealth_quantile
    from figure
    union
    select
        source_id,
        'UNIT_MEASURE',
        unit_measure
    from figure
),

known as (
    select
        dimension,
        code
    from code
    union
    select
        'REF_AREA',
        ref_area
    from area
    union
    select
        'UNIT_MEASURE',
        code
    from unit
),

final as (
    select used.*
    from used
    anti join known on used.dimension = known.dimension and used.code = known.code
)

select
    source_id,
    dimension,
    code
from final
order by
    source_id,
    dimension,
    code;
