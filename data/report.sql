-- Question: what became of the rows of each release? Grain: one row per source and release, then one for all.

with counted as (
    select
        source_id,
        release::varchar as release,
        count(*) as files,
        sum(read)::bigint as read,
        sum(stored)::bigint as stored,
        sum(repaired)::bigint as repaired,
        sum(quarantined)::bigint as quarantined,
        sum(dropped)::bigint as dropped,
        sum(duplicate)::bigint as duplicate
    from import_count
    group by rollup ((source_id, release))
),

final as (
    select
        coalesce(source_id, 'all') as source_id,
        coalesce(release, '') as release,
        * exclude (source_id, release)
    from counted
)

select * from final order by source_id = 'all', source_id, release;
