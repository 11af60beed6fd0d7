-- Question: in how many regions are women worse or better off than men, and where is the difference widest?
-- Parameters: series_id of a series with values by sex; as_of a date.
-- Grain: one row per year in which some region has both values.
-- Keys: time_period
-- Columns: time_period integer, n_regions bigint, n_women_ahead bigint, n_men_ahead bigint, n_women_higher bigint,
-- n_men_higher bigint, n_level bigint, widest_size double, widest_area varchar, widest_gap double, widest_who varchar,
-- n_widest bigint, leading varchar
-- Units: gap in points, women minus men. n_women_ahead, n_men_ahead count regions by whom the difference favours;
-- n_women_higher, n_men_higher by whose value is higher; widest_* is the region farthest from zero (n_widest share it).
-- leading: whichever of women_ahead, men_ahead (or women_higher, men_higher without a good direction) is more frequent,
-- or even.
-- example: series_id=unemployment_total, as_of=2026-11-22

with paired as (
    select
        series_value.ref_area,
        series_value.time_period,
        max(series_value.obs_value) filter (where series_value.sex = 'F') as women,
        max(series_value.obs_value) filter (where series_value.sex = 'M') as men
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.urbanisation = '_T'
        and area.kind in ('oblast', 'city')
    group by
        series_value.ref_area,
        series_value.time_period
),

known as (
    select
        paired.ref_area,
        paired.time_period,
        area.sort_order,
        gap_points(paired.women, paired.men) as gap,
        who_is_ahead(
            paired.women,
            paired.men,
            case series.direction when 'increase' then 1 when 'decrease' then -1 else 0 end
        ) as who
    from paired
    inner join area on paired.ref_area = area.ref_area
    inner join series on series.series_id = $series_id
    where
        paired.women is not null
        and paired.men is not null
        and paired.time_period <= coalesce(comparable_until($series_id, 'sex'), paired.time_period)
),

counted as (
    select
        time_period,
        count(*) as n_regions,
        count(*) filter (where who in ('women_ahead')) as n_women_ahead,
        count(*) filter (where who in ('men_ahead')) as n_men_ahead,
        count(*) filter (where gap > 0) as n_women_higher,
        count(*) filter (where gap < 0) as n_men_higher,
        count(*) filter (where who = 'level') as n_level,
        max(abs(gap)) as widest_size
    from known
    group by time_period
),

final as (
    select
        counted.*,
        arg_min(known.ref_area, known.sort_order) as widest_area,
        arg_min(known.gap, known.sort_order) as widest_gap,
        arg_min(known.who, known.sort_order) as widest_who,
        count(*) as n_widest,
        case
            when counted.n_women_higher > counted.n_men_higher then 'women_higher'
            when counted.n_women_higher < counted.n_men_higher then 'men_higher'
            else 'even'
        end as "leading"
    from counted
    inner join known on counted.time_period = known.time_period and abs(known.gap) = counted.widest_size
    group by all
)

select * from final order by time_period;
