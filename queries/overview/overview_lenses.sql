-- Question: what is the newest thing to say under each of the three lenses, as of a date?
-- Parameters: as_of a date.
-- Grain: one row per lens that has an answer by then (youth, women, regions). youth: value = NEET rate 15-24; second,
-- third = the rate of young women and of young men in the same year. women: value = women's hourly pay in the arts per
-- 100 of men's; second = the same ratio in the whole economy. regions: value = share of the two leading regions
-- (area_1, area_2) in the value added of section J; second = their share of gross regional product; third = effective
-- number of equal regions.
-- Keys: lens
-- Columns: lens varchar, series_id varchar, time_period integer, obs_value double, base_year integer,
-- base_value double, change double, second double, third double, area_1 varchar, area_2 varchar, source_id varchar,
-- release date, is_finding boolean
-- Units: per cent, third of regions a number. base_year, base_value: the oldest year of the same unbroken stretch, from
-- 2015 on. is_finding marks the lens whose year is newest (women before youth before regions in the same year), so that
-- the page opens with the freshest fact.
-- example: as_of=2026-11-22

with national as (
    select
        sv.series_id,
        sv.sex,
        sv.time_period,
        sv.obs_value,
        sv.segment
    from series_value as sv
    inner join releases_as_of($as_of) as held on sv.source_id = held.source_id and sv.release = held.release
    where
        sv.series_id in ('neet_15_24', 'pay_women_to_men_arts', 'pay_women_to_men_economy')
        and sv.ref_area = 'KZ'
        and sv.urbanisation = '_T'
),

latest as (
    select
        n.series_id,
        max(n.time_period) as time_period,
        arg_max(n.obs_value, n.time_period) as obs_value,
        arg_max(n.segment, n.time_period) as segment
    from national as n
    where n.sex = '_T'
    group by n.series_id
),

based as (
    select
        l.series_id,
        min(n.time_period) as base_year,
        arg_min(n.obs_value, n.time_period) as base_value
    from latest as l
    inner join national as n on l.series_id = n.series_id and l.segment = n.segment
    where
        n.sex = '_T'
        and n.time_period >= 2015
    group by l.series_id
),

youth as (
    select
        'youth' as lens,
        l.series_id,
        l.time_period,
        l.obs_value,
        b.base_year,
        b.base_value,
        women.obs_value as second,
        men.obs_value as third
    from latest as l
    left join based as b on l.series_id = b.series_id
    left join national as women
        on l.series_id = women.series_id and l.time_period = women.time_period and women.sex = 'F'
    left join national as men
        on l.series_id = men.series_id and l.time_period = men.time_period and men.sex = 'M'
    where l.series_id = 'neet_15_24'
),

women as (
    select
        'women' as lens,
        l.series_id,
        l.time_period,
        l.obs_value,
        b.base_year,
        b.base_value,
        economy.obs_value as second,
        null::double as third
    from latest as l
    left join based as b on l.series_id = b.series_id
    left join national as economy
        on economy.series_id = 'pay_women_to_men_economy' and l.time_period = economy.time_period and economy.sex = '_T'
    where l.series_id = 'pay_women_to_men_arts'
),

regional as (
    select
        rg.time_period,
        rg.region,
        100.0::double * rg.gva / sum(rg.gva) over (partition by rg.time_period) as share,
        100.0::double * rg.grp / sum(rg.grp) over (partition by rg.time_period) as reference_share,
        row_number() over (partition by rg.time_period order by rg.gva desc, rg.region asc) as place
    from regional_gva as rg
    inner join releases_as_of($as_of) as held on held.source_id = 'bns_gva' and rg.release = held.release
    where
        rg.activity = 'ISIC4_J'
        and rg.geography = 'published'
        and rg.gva is not null
),

concentrated as (
    select
        r.time_period,
        sum(r.share) filter (where r.place <= 2) as obs_value,
        sum(r.reference_share) filter (where r.place <= 2) as second,
        10000.0::double / sum(r.share * r.share) as third,
        max(r.region) filter (where r.place = 1) as area_1,
        max(r.region) filter (where r.place = 2) as area_2
    from regional as r
    group by r.time_period
),

regions as (
    select
        'regions' as lens,
        'gva_j_regional_share' as series_id,
        max(c.time_period) as time_period,
        arg_max(c.obs_value, c.time_period) as obs_value,
        min(c.time_period) as base_year,
        arg_min(c.obs_value, c.time_period) as base_value,
        arg_max(c.second, c.time_period) as second,
        arg_max(c.third, c.time_period) as third,
        arg_max(c.area_1, c.time_period) as area_1,
        arg_max(c.area_2, c.time_period) as area_2
    from concentrated as c
    having count(*) > 0
),

together as (
    select
        y.*,
        null::varchar as area_1,
        null::varchar as area_2
    from youth as y
    union all by name
    select
        w.*,
        null::varchar as area_1,
        null::varchar as area_2
    from women as w
    union all by name
    select *
    from regions
),

final as (
    select
        t.lens,
        t.series_id,
        t.time_period,
        t.obs_value,
        t.base_year,
        t.base_value,
        t.obs_value - t.base_value as change,
        t.second,
        t.third,
        t.area_1,
        t.area_2,
        s.source_id,
        held.release,
        row_number() over (
            order by
                t.time_period desc,
                case t.lens when 'women' then 1 when 'youth' then 2 else 3 end
        ) = 1 as is_finding
    from together as t
    inner join series as s on t.series_id = s.series_id
    left join releases_as_of($as_of) as held on s.source_id = held.source_id
)

select
    lens,
    series_id,
    time_period,
    obs_value,
    base_year,
    base_value,
    change,
    second,
    third,
    area_1,
    area_2,
    source_id,
    release,
    is_finding
from final
order by case lens when 'youth' then 1 when 'women' then 2 else 3 end, lens
