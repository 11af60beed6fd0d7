-- Question: what do women and men earn per hour in every section of the economy, and where are they nearest to equal?
-- Parameters: as_of a date; lang en|ru|kk.
-- Grain: one row per section and year (activity, time_period); activity _T is the whole economy.
-- Keys: activity, time_period
-- Columns: activity varchar, activity_name varchar, time_period integer, women double, men double, gap double,
-- women_to_men double, relative_gap double, who varchar, n_sections bigint, n_women_less bigint,
-- place_from_equal bigint, place_from_widest bigint, release date
-- Units: women, men and gap (women minus men) in tenge per hour of that year; women_to_men in per cent of men's pay;
-- relative_gap in per cent of men's pay, how much less women earn. Averages of all jobs, not of equal jobs. n_sections
-- counts the sections of the year, the whole economy left aside; women earn less in n_women_less of them.
-- place_from_equal is 1 where pay is nearest to equal, place_from_widest where it is farthest, both by the logarithm of
-- the ratio, so that half and double are equally far; the whole economy has none.
-- Method: relative gap (queries/macros/gender.sql), made for pay.
-- Source: national SDG platform, 8.5.1.
-- example: as_of=2026-11-22, lang=en

with paired as (
    select
        observation.activity,
        observation.time_period,
        observation.release,
        max(observation.obs_value) filter (where observation.sex = 'F') as women,
        max(observation.obs_value) filter (where observation.sex = 'M') as men
    from observation
    where
        observation.source_id = 'kazstat_sdg'
        and observation.release = release_as_of('kazstat_sdg', $as_of)
        and observation.indicator = '8.5.1'
        and observation.ref_area = 'KZ'
        and observation.age = '_T'
        and observation.urbanisation = '_T'
    group by
        observation.activity,
        observation.time_period,
        observation.release
),

complete as (
    select
        *,
        activity <> '_T' as is_section,
        abs(ln(women / men)) as distance
    from paired
    where women is not null and men is not null
),

placed as (
    select
        *,
        count(*) filter (where is_section) over (partition by time_period) as n_sections,
        count(*) filter (where is_section and women < men) over (partition by time_period) as n_women_less,
        if(is_section, rank() over (partition by time_period, is_section order by distance), null) as place_from_equal,
        if(
            is_section, rank() over (partition by time_period, is_section order by distance desc), null
        ) as place_from_widest
    from complete
),

final as (
    select
        placed.activity,
        in_language($lang, code.label_en, code.label_ru, code.label_kk) as activity_name,
        placed.time_period,
        placed.women,
        placed.men,
        gap_points(placed.women, placed.men) as gap,
        100 * placed.women / placed.men as women_to_men,
        relative_gap(placed.women, placed.men) as relative_gap,
        case
            when placed.women < placed.men then 'women_less'
            when placed.women > placed.men then 'men_less'
            else 'level'
        end as who,
        placed.n_sections,
        placed.n_women_less,
        placed.place_from_equal,
        placed.place_from_widest,
        placed.release
    from placed
    inner join code on placed.activity = code.code and code.dimension = 'ACTIVITY'
)

select * from final order by time_period, women_to_men desc, activity;
