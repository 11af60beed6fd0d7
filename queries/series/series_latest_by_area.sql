-- Question: what is the newest value of a series in each region, and why is a region missing?
-- Parameters: series_id; as_of a date; sex _T|F|M; urbanisation _T|U|R; for_year a year, or NULL for the newest year in
-- which any region has a value.
-- Grain: one row per region that exists or is published in that year (ref_area), the country included.
-- Keys: ref_area
-- Columns: ref_area varchar, kind varchar, time_period integer, obs_value double, obs_status varchar, segment integer,
-- release date, latest_year integer, latest_value double, reason varchar, sort_order integer
-- Units: the series' own. A region without a value keeps its row: obs_value NULL and reason 'not_published' or
-- 'quarantined'; latest_year and latest_value then say what was last known.
-- example: series_id=neet_15_24, as_of=2026-11-22, sex=_T, urbanisation=_T, for_year=null

with held as (
    select * from releases_as_of($as_of)
),

known as (
    select
        series_value.ref_area,
        series_value.time_period,
        series_value.obs_value,
        series_value.obs_status,
        series_value.segment,
        series_value.source_id,
        series_value.release
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and area.kind in ('country', 'oblast', 'city')
),

shown_year as (
    select coalesce($for_year::integer, max(time_period) filter (where ref_area <> 'KZ'), max(time_period)) as shown
    from known
),

existing as (
    select
        area.ref_area,
        area.kind,
        area.sort_order,
        shown_year.shown as time_period
    from area
    cross join shown_year
    where
        area.kind in ('country', 'oblast', 'city')
        and (
            exists (
                select 1 from known where known.ref_area = area.ref_area and known.time_period = shown_year.shown
            )
            or (
                coalesce(year(area.valid_from), 0) <= shown_year.shown
                and coalesce(year(area.valid_to), 9999) > shown_year.shown
            )
        )
),

last_known as (
    select
        known.ref_area,
        max(known.time_period) as latest_year,
        arg_max(known.obs_value, known.time_period) as latest_value
    from known
    cross join shown_year
    where known.time_period <= shown_year.shown
    group by known.ref_area
),

kept_out as (
    select distinct
        quarantine.ref_area,
        quarantine.time_period
    from quarantine
    inner join series_operand
        on
            quarantine.source_id = series_operand.source_id
            and quarantine.indicator = series_operand.indicator
            and series_operand.role in ('operand', 'against')
    inner join held on quarantine.source_id = held.source_id and quarantine.release = held.release
    where series_operand.series_id = $series_id
),

final as (
    select
        existing.ref_area,
        existing.kind,
        existing.time_period,
        known.obs_value,
        known.obs_status,
        known.segment,
        known.release,
        last_known.latest_year,
        last_known.latest_value,
        case
            when known.obs_value is not null then null
            when kept_out.ref_area is not null then 'quarantined'
            else 'not_published'
        end as reason,
        existing.sort_order
    from existing
    left join known on existing.ref_area = known.ref_area and existing.time_period = known.time_period
    left join last_known on existing.ref_area = last_known.ref_area
    left join kept_out on existing.ref_area = kept_out.ref_area and existing.time_period = kept_out.time_period
)

select * from final order by sort_order, ref_area;
