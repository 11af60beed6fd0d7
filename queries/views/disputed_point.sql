-- Question: which values of the curated series are disputed, and what was published beside them?
-- Parameters: none.
-- Grain: one row per disputed value of a series in each release.
-- Keys: series_id, release, ref_area, sex, urbanisation, time_period
-- Columns: series_id varchar, source_id varchar, release date, ref_area varchar, sex varchar, urbanisation varchar,
-- time_period integer, obs_value double, dispute varchar, total double, women double, men double, town double,
-- village double
-- Units: the publisher's. total, women, men, town, village: what the release has for the same area, age and year, set
-- aside or not; NULL where it has nothing.
-- Stored: as a table; few values are disputed, and every chart of a series asks for its own.

create or replace table disputed_point as
with disputed as (
    select * from series_value where dispute is not null
),

operand as (
    select * from series_operand where role = 'operand' and series_id in (select series_id from disputed)
),

published as (
    select
        operand.series_id,
        observation.release,
        observation.ref_area,
        observation.time_period,
        observation.sex,
        observation.urbanisation,
        observation.obs_value
    from observation
    inner join operand
        on
            observation.source_id = operand.source_id
            and observation.indicator = operand.indicator
            and observation.series_code = operand.series_code
            and observation.age = operand.age
            and observation.activity = operand.activity
            and observation.composite_breakdown = operand.composite_breakdown
            and observation.education_lev = operand.education_lev
            and observation.income_wealth_quantile = operand.income_wealth_quantile
    union all by name
    select
        operand.series_id,
        quarantine.release,
        quarantine.ref_area,
        quarantine.time_period,
        quarantine.sex,
        quarantine.urbanisation,
        quarantine.obs_value
    from quarantine
    inner join operand
        on
            quarantine.source_id = operand.source_id
            and quarantine.indicator = operand.indicator
            and quarantine.series_code = operand.series_code
            and quarantine.age = operand.age
            and quarantine.activity = operand.activity
    where quarantine.reason = 'total_outside_parts'
),

final as (
    select
        disputed.series_id,
        disputed.ref_area,
        disputed.sex,
        disputed.urbanisation,
        disputed.time_period,
        disputed.obs_value,
        disputed.source_id,
        disputed.release,
        disputed.dispute,
        max(published.obs_value) filter (where published.sex = '_T' and published.urbanisation = '_T') as total,
        max(published.obs_value) filter (where published.sex = 'F' and published.urbanisation = '_T') as women,
        max(published.obs_value) filter (where published.sex = 'M' and published.urbanisation = '_T') as men,
        max(published.obs_value) filter (where published.sex = '_T' and published.urbanisation = 'U') as town,
        max(published.obs_value) filter (where published.sex = '_T' and published.urbanisation = 'R') as village
    from disputed
    left join published
        on
            disputed.series_id = published.series_id
            and disputed.release = published.release
            and disputed.ref_area = published.ref_area
            and disputed.time_period = published.time_period
    group by
        disputed.series_id,
        disputed.ref_area,
        disputed.sex,
        disputed.urbanisation,
        disputed.time_period,
        disputed.obs_value,
        disputed.source_id,
        disputed.release,
        disputed.dispute
)

select
    series_id,
    source_id,
    release,
    ref_area,
    sex,
    urbanisation,
    time_period,
    obs_value,
    dispute,
    total,
    women,
    men,
    town,
    village
from final
order by
    series_id,
    release,
    ref_area,
    sex,
    urbanisation,
    time_period;
