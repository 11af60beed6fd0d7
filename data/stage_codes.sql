-- Code lists as one table, before the schema makes types of them. `_T` (and no series code) belongs to every list.

create temp table staged_code as
with written as (
    select
        dimension,
        code,
        label_en,
        label_ru,
        label_kk
    from read_csv($codes, header = true, all_varchar = true)
),

total as (
    select unnest(['AGE', 'ACTIVITY', 'COMPOSITE_BREAKDOWN', 'EDUCATION_LEV', 'INCOME_WEALTH_QUANTILE']) as dimension
)

select * from written
union all by name
select
    dimension,
    '_T' as code
from total
anti join written on total.dimension = written.dimension and written.code = '_T'
union all by name
select
    'SERIES' as dimension,
    '' as code;
