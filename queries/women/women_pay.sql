-- Question: what do women and men earn per hour in the creative sections and in the whole economy?
-- Parameters: as_of a date; for_year a year or NULL for the newest with all sections.
-- Grain: one row per section (activity: _T the whole economy, ISIC4_R, ISIC4_J, ISIC4_M).
-- Keys: activity
-- Columns: activity varchar, time_period integer, women double, men double, gap double, women_to_men double,
-- relative_gap double, who varchar, release date
-- Units: women, men and gap (women minus men) in tenge per hour of that year; women_to_men in per cent of men's pay;
-- relative_gap in per cent of men's pay, how much less women earn. Averages of all jobs, not of equal jobs.
-- Method: relative gap (queries/macros/gender.sql), made for pay.
-- Source: national SDG platform, 8.5.1.
-- example: as_of=2026-11-22, for_year=null

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
        and observation.activity in ('_T', 'ISIC4_R', 'ISIC4_J', 'ISIC4_M')
    group by
        observation.activity,
        observation.time_period,
        observation.release
),

complete as (
    select
        *,
        count(*) over (partition by time_period) as n_sections
    from paired
    where women is not null and men is not null
),

final as (
    select
        activity,
        time_period,
        women,
        men,
        gap_points(women, men) as gap,
        100 * women / men as women_to_men,
        relative_gap(women, men) as relative_gap,
        case when women < men then 'women_less' when women > men then 'men_less' else 'level' end as who,
        release
    from complete
    where
        time_period = coalesce(
            $for_year::integer, (select max(whole.time_period) from complete as whole where whole.n_sections = 4)
        )
)

select * from final order by women_to_men desc, activity;
