-- Question: which national figures is each headline series made of in each release, and which rows of them were set aside?
-- Parameters: none.
-- Grain: one row per headline series, role (operand, against), release and year of a figure, or of a row set aside.
-- Keys: series_id, role, release, time_period
-- Columns: series_id varchar, role varchar, source_id varchar, release date, time_period integer, obs_value double,
-- printed_value double, changed_fields varchar, set_aside varchar, detail varchar
-- Units: the publisher's. printed_value is what the publisher printed; obs_value is NULL where the row was set aside, and
-- set_aside then has the reason. changed_fields names the labels that the project put right.
-- Stored: as a table; from it `snapshot_changes` tells why a value of one release is not that of another.

create or replace table assessment_operand as
with operand as (
    select series_operand.*
    from series_operand
    inner join series on series_operand.series_id = series.series_id
    where series.curated and series.headline and series_operand.role in ('operand', 'against')
),

stored as (
    select
        operand.series_id,
        operand.role,
        observation.source_id,
        observation.release,
        observation.time_period,
        observation.obs_value,
        coalesce(observation.published_value, observation.obs_value) as printed_value,
        observation.published_as as changed_fields
    from operand
    inner join observation
        on
            operand.source_id = observation.source_id
            and operand.indicator = observation.indicator
            and operand.series_code = observation.series_code
            and operand.age = observation.age
            and operand.activity = observation.activity
            and operand.composite_breakdown = observation.composite_breakdown
            and operand.education_lev = observation.education_lev
            and operand.income_wealth_quantile = observation.income_wealth_quantile
            and coalesce(operand.sex, '_T') = observation.sex
            and coalesce(operand.urbanisation, '_T') = observation.urbanisation
    where observation.ref_area = 'KZ'
),

aside as (
    select
        operand.series_id,
        operand.role,
        quarantine.source_id,
        quarantine.release,
        quarantine.time_period,
        any_value(quarantine.obs_value) as printed_value,
        min(quarantine.reason::varchar) as set_aside,
        min(quarantine.detail) as detail
    from operand
    inner join quarantine
        on
            operand.source_id = quarantine.source_id
            and operand.indicator = quarantine.indicator
            and operand.series_code = coalesce(quarantine.series_code, operand.series_code)
            and operand.age = coalesce(quarantine.age, operand.age)
            and operand.activity = coalesce(quarantine.activity, operand.activity)
            and coalesce(operand.sex, '_T') = coalesce(quarantine.sex, '_T')
            and coalesce(operand.urbanisation, '_T') = coalesce(quarantine.urbanisation, '_T')
    where quarantine.time_period is not null and coalesce(quarantine.ref_area, 'KZ') = 'KZ'
    group by
        operand.series_id,
        operand.role,
        quarantine.source_id,
        quarantine.release,
        quarantine.time_period
),

final as (
    select * from stored
    union all by name
    select aside.*
    from aside
    anti join stored
        on
            aside.series_id = stored.series_id
            and aside.role = stored.role
            and aside.release = stored.release
            and aside.time_period = stored.time_period
)

select
    series_id,
    role,
    source_id,
    release,
    time_period,
    obs_value,
    printed_value,
    changed_fields,
    set_aside,
    detail
from final
order by
    series_id,
    role,
    release,
    time_period;
