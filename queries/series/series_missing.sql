-- Question: which regions existed in a year but have no value of a series, and why?
-- Parameters: series_id; as_of a date.
-- Grain: one row per sex, residence, year with any regional value, and region without one.
-- Keys: sex, urbanisation, time_period, ref_area
-- Columns: sex varchar, urbanisation varchar, time_period integer, ref_area varchar, reason varchar, latest_year integer,
-- sort_order integer
-- Units: reason is quarantined (published, and set aside by the project) or not_published. latest_year is the newest
-- year before with a value, NULL where there is none.
-- example: series_id=neet_15_24, as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

known as (
    select
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.time_period
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and area.kind in ('oblast', 'city')
),

wanted as (
    select
        years.sex,
        years.urbanisation,
        years.time_period,
        area.ref_area,
        area.sort_order
    from (select distinct
        sex,
        urbanisation,
        time_period
    from known) as years
    inner join area
        on
            coalesce(year(area.valid_from), 0) <= years.time_period
            and coalesce(year(area.valid_to), 9999) > years.time_period
    where area.kind in ('oblast', 'city')
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
        wanted.sex,
        wanted.urbanisation,
        wanted.time_period,
        wanted.ref_area,
        if(kept_out.ref_area is null, 'not_published', 'quarantined') as reason,
        (
            select max(known.time_period)
            from known
            where
                known.ref_area = wanted.ref_area
                and known.sex = wanted.sex
                and known.urbanisation = wanted.urbanisation
                and known.time_period < wanted.time_period
        ) as latest_year,
        wanted.sort_order
    from wanted
    left join kept_out on wanted.ref_area = kept_out.ref_area and wanted.time_period = kept_out.time_period
    where not exists (
        select 1
        from known
        where
            known.ref_area = wanted.ref_area
            and known.sex = wanted.sex
            and known.urbanisation = wanted.urbanisation
            and known.time_period = wanted.time_period
    )
)

select * from final order by sex, urbanisation, time_period, sort_order, ref_area;
