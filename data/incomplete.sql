-- Question: which figures are missing as a whole? Grain: one row per source and kind of row; none in a complete store.
-- Every source of the catalogue that is not derived needs at least one figure, every release listed there at least one file read, and
-- whatever `least_rows` asks for.

with expected as (
    select
        source_id,
        'figures' as kind,
        1 as least
    from source
    where derived_from is null
    union all
    select
        release.source_id,
        'files of the release of ' || release.release as kind,
        1 as least
    from release
    inner join source on release.source_id = source.source_id
    where source.derived_from is null
    union all
    select
        source_id,
        kind,
        rows as least
    from least_rows
),

held as (
    select
        source_id,
        'figures' as kind,
        count(*) as rows
    from standing
    group by source_id
    union all
    select
        source_id,
        'files of the release of ' || release as kind,
        count(*) as rows
    from import_count
    group by
        source_id,
        release
    union all
    select
        'cited_facts' as source_id,
        'facts' as kind,
        count(*) as rows
    from fact
),

final as (
    select
        expected.source_id,
        expected.kind,
        coalesce(held.rows, 0) as rows,
        max(expected.least) as least
    from expected
    left join held on expected.source_id = held.source_id and expected.kind = held.kind
    group by
        expected.source_id,
        expected.kind,
        held.rows
    having coalesce(held.rows, 0) < max(expected.least)
)

select
    source_id,
    kind,
    rows,
    least
from final
order by
    source_id,
    kind;
