-- Question: in each region, how far apart are women and men, whom does it favour, and why is a region empty?
-- Parameters: series_id of a series with values by sex; as_of a date.
-- Grain: one row per year with both values in some region and per region that existed or is published in that year
-- (ref_area, time_period), the country included.
-- Keys: ref_area, time_period
-- Columns: ref_area varchar, kind varchar, time_period integer, women double, men double, gap double, gap_size double,
-- relative_gap double, parity_index double, who varchar, obs_status varchar, reason varchar, map_layout varchar,
-- sort_order integer
-- Units: women, men in the series' unit; gap is women minus men in points; gap_size without its sign. relative_gap is
-- in per cent of the men's value; parity_index women over men. who: women_ahead, men_ahead, level, women_higher,
-- men_higher. map_layout: the borders that the regions with a value belong to. reason where there is no gap:
-- not_published or quarantined. Within a year regions with a gap come first,
-- largest gap first.
-- Method: queries/macros/gender.sql; years after the catalogue's gap series are left out (queries/macros/splits.sql).
-- example: series_id=unemployment_total, as_of=2026-11-22

with held as (
    select * from releases_as_of($as_of)
),

paired as (
    select
        series_value.ref_area,
        series_value.time_period,
        max(series_value.obs_value) filter (where series_value.sex = 'F') as women,
        max(series_value.obs_value) filter (where series_value.sex = 'M') as men,
        bool_or(series_value.obs_status = 'S') as is_repaired
    from series_value
    inner join held on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.sex in ('F', 'M')
        and series_value.urbanisation = '_T'
        and area.kind in ('country', 'oblast', 'city')
    group by
        series_value.ref_area,
        series_value.time_period
),

known as (
    select *
    from paired
    where
        women is not null
        and men is not null
        and time_period <= coalesce(comparable_until($series_id, 'sex'), time_period)
),

shown_year as (
    select distinct known.time_period
    from known
    where known.ref_area <> 'KZ'
),

existing as (
    select
        area.ref_area,
        area.kind,
        area.sort_order,
        shown_year.time_period
    from area
    cross join shown_year
    where
        area.kind in ('country', 'oblast', 'city')
        and (
            exists (
                select 1
                from known
                where known.ref_area = area.ref_area and known.time_period = shown_year.time_period
            )
            or (
                coalesce(year(area.valid_from), 0) <= shown_year.time_period
                and coalesce(year(area.valid_to), 9999) > shown_year.time_period
            )
        )
),

kept_out as (
    select distinct
        quarantine.ref_area,
        quarantine.time_period
    from quarantine
    inner join series_operand
        on quarantine.source_id = series_operand.source_id and quarantine.indicator = series_operand.indicator
    inner join held on quarantine.source_id = held.source_id and quarantine.release = held.release
    where series_operand.series_id = $series_id and series_operand.role = 'operand' and quarantine.sex in ('F', 'M')
),

final as (
    select
        existing.ref_area,
        existing.kind,
        existing.time_period,
        known.women,
        known.men,
        gap_points(known.women, known.men) as gap,
        abs(gap_points(known.women, known.men)) as gap_size,
        relative_gap(known.women, known.men) as relative_gap,
        parity_index(known.women, known.men) as parity_index,
        who_is_ahead(
            known.women,
            known.men,
            case series.direction when 'increase' then 1 when 'decrease' then -1 else 0 end
        ) as who,
        case when known.is_repaired then 'S' else 'A' end as obs_status,
        case
            when known.women is not null then null
            when kept_out.ref_area is not null then 'quarantined'
            else 'not_published'
        end as reason,
        case
            when
                bool_or(known.ref_area in ('KZ-10', 'KZ-33', 'KZ-62')) over (partition by existing.time_period)
                then '2022'
            when bool_or(known.ref_area = 'KZ-61') over (partition by existing.time_period) then '2018'
            else 'pre2018'
        end as map_layout,
        existing.sort_order
    from existing
    inner join series on series.series_id = $series_id
    left join known on existing.ref_area = known.ref_area and existing.time_period = known.time_period
    left join kept_out on existing.ref_area = kept_out.ref_area and existing.time_period = kept_out.time_period
)

select * from final order by time_period, gap desc nulls last, sort_order, ref_area;
