-- Question: on which dates can the store be asked what was known, newest first?
-- Parameters: none.
-- Grain: one row per date on which some source was released or retrieved. `sources` counts the sources of that date;
-- `history` tells whether one of them keeps several releases.
-- Keys: release
-- Columns: release date, sources integer, history boolean

with dated as (
    select
        r.release,
        count(*)::integer as sources,
        bool_or(r.capture = 'releases') as history
    from release as r
    group by r.release
),

final as (
    select
        release,
        sources,
        history
    from dated
)

select
    release,
    sources,
    history
from final
order by release desc
