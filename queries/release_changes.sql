-- Question: what changed in the curated series between what was held on two dates?
-- Parameters: from_date, to_date; series_id or NULL for all; national_only true for the country's totals alone.
-- Grain: one row per value that is new, revised or removed (series_id, ref_area, sex, urbanisation, time_period).
-- Units: old_value, new_value in the series' unit; change_percent of the old value. A repaired value changes too when
-- only one of the two releases was repaired: cause is then 'repair'; 'rounding' where both read the same at the series'
-- decimals; else 'publisher'. Sources held on only one of
-- the two dates are left out: their first release is no revision.
-- example: from_date=2021-12-30, to_date=2024-10-24, series_id=null, national_only=true

with compared as (
    select
        earlier.source_id,
        earlier.release as old_release,
        later.release as new_release
    from releases_as_of($from_date) as earlier
    inner join releases_as_of($to_date) as later on earlier.source_id = later.source_id
    where earlier.release <> later.release
),

old_values as (
    select
        series_value.*,
        compared.new_release
    from series_value
    inner join compared
        on series_value.source_id = compared.source_id and series_value.release = compared.old_release
    where
        ($series_id::varchar is null or series_value.series_id = $series_id::varchar)
        and (not $national_only or series_value.ref_area = 'KZ')
),

new_values as (
    select
        series_value.*,
        compared.old_release
    from series_value
    inner join compared
        on series_value.source_id = compared.source_id and series_value.release = compared.new_release
    where
        ($series_id::varchar is null or series_value.series_id = $series_id::varchar)
        and (not $national_only or series_value.ref_area = 'KZ')
),

matched as (
    select
        coalesce(old_values.series_id, new_values.series_id) as series_id,
        coalesce(old_values.ref_area, new_values.ref_area) as ref_area,
        coalesce(old_values.sex, new_values.sex) as sex,
        coalesce(old_values.urbanisation, new_values.urbanisation) as urbanisation,
        coalesce(old_values.time_period, new_values.time_period) as time_period,
        coalesce(old_values.release, new_values.old_release) as old_release,
        coalesce(new_values.release, old_values.new_release) as new_release,
        old_values.obs_value as old_value,
        new_values.obs_value as new_value,
        coalesce(old_values.obs_status = 'S', false) <> coalesce(new_values.obs_status = 'S', false) as repair_differs
    from old_values
    full join new_values
        on
            old_values.series_id = new_values.series_id
            and old_values.ref_area = new_values.ref_area
            and old_values.sex = new_values.sex
            and old_values.urbanisation = new_values.urbanisation
            and old_values.time_period = new_values.time_period
),

final as (
    select
        matched.series_id,
        ref_area,
        sex,
        urbanisation,
        time_period,
        case when old_value is null then 'new' when new_value is null then 'removed' else 'revised' end as change_kind,
        old_value,
        new_value,
        new_value - old_value as change,
        100.0::double * (new_value - old_value) / nullif(abs(old_value), 0) as change_percent,
        case
            when old_value is null or new_value is null then 'publisher'
            when repair_differs then 'repair'
            when round(old_value, series.decimals) = round(new_value, series.decimals) then 'rounding'
            else 'publisher'
        end as cause,
        old_release,
        new_release
    from matched
    inner join series on matched.series_id = series.series_id
    where old_value is distinct from new_value
)

select * from final order by change_kind, series_id, ref_area, sex, urbanisation, time_period;
