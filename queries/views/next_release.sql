-- Question: when does a source's publisher say that the release after the newest one held is due?
-- Parameters: none.
-- Grain: one row per source; next_release is NULL where nothing is announced that we know of. Figures reckoned from
-- several sources are due when the first of those is.
-- Keys: source_id
-- Columns: source_id varchar, next_release date
-- Stored: as a table; three questions ask it.

create or replace table next_release as
with reckoned as (
    select
        source_id,
        unnest(derived_from) as operand_id
    from source
),

of_operands as (
    select
        reckoned.source_id,
        min(operand.next_release) as next_release
    from reckoned
    inner join source as operand on reckoned.operand_id = operand.source_id
    group by reckoned.source_id
),

final as (
    select
        source.source_id,
        coalesce(source.next_release, of_operands.next_release) as next_release
    from source
    left join of_operands on source.source_id = of_operands.source_id
)

select * from final order by source_id;
