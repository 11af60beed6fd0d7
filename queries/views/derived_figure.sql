-- Question: what do the publishers' tables give together that none of them prints?
-- Parameters: none.
-- Grain: one row per derived figure and release of its source. Dimensions as in `observation`.
-- Keys: source_id, release, indicator, series_code, activity, ref_area, time_period
-- Columns: source_id varchar, release date, indicator varchar, series_code varchar, activity varchar, ref_area varchar,
-- time_period integer, obs_value double, obs_status varchar, unit_measure varchar
-- Units: see unit_measure.
-- Method: employed of a region's section = value added (million KZT) / value added per employed person (thousand KZT),
-- in thousand; the country's number is the published one. Sections J, M and R are also added up. Shares in per cent; the
-- quotient is 1 where the section has the weight it has in the country; per 10,000 residents from 2022, because the
-- census moved the population and the regions were recalculated. A region is set against its own employed only where
-- both tables mean the same ground. Volumes chain the indices of single years; real value added per employed person is
-- the chain divided by the growth of the employed.
-- Source: Bureau of National Statistics, tables 5927, 5933, 5831, 102798, 6576, 4440, 450904; ILOSTAT,
-- EMP_TEMP_SEX_ECO_NB.
-- Stored: as a table; every series that is derived reads it.

create or replace table derived_figure as
with made as (
    select
        release.source_id as derived_id,
        release.release as derived_release,
        unnest(source.derived_from) as operand_id
    from release
    inner join source on release.source_id = source.source_id
    where source.derived_from is not null
),

held as (
    select
        made.derived_id,
        made.derived_release,
        made.operand_id,
        max(release.release) as operand_release
    from made
    inner join release on made.operand_id = release.source_id and made.derived_release >= release.release
    group by all
),

operand as (
    select
        held.derived_id,
        held.derived_release,
        figure.source_id,
        figure.series_code::varchar as series_code,
        figure.activity::varchar as activity,
        figure.ref_area,
        figure.time_period,
        figure.obs_value,
        figure.obs_status::varchar as obs_status,
        area.kind
    from held
    inner join standing
        on held.operand_id = standing.source_id and held.operand_release = standing.release
    inner join figure on standing.figure_id = figure.figure_id
    inner join area on figure.ref_area = area.ref_area
    where figure.sex = '_T' and figure.urbanisation = '_T'
),

-- Employed women of a section beside all its employed: the printed total, else both sexes, else the national table.
women as (
    select
        held.derived_release,
        figure.activity::varchar as activity,
        figure.ref_area,
        figure.time_period,
        max(figure.obs_value) filter (where figure.sex = 'F') as women,
        coalesce(
            max(figure.obs_value) filter (where figure.sex = '_T'),
            sum(figure.obs_value) filter (where figure.sex <> '_T' and figure.source_id = 'ilo_employed')
        ) as everybody,
        count(*) filter (where figure.sex = 'M') as n_men,
        count(*) filter (where figure.sex = '_T') as n_totals
    from held
    inner join standing
        on held.operand_id = standing.source_id and held.operand_release = standing.release
    inner join figure on standing.figure_id = figure.figure_id
    where
        held.derived_id = 'ilo_women'
        and figure.activity in ('ISIC4_J', 'ISIC4_M', 'ISIC4_R')
    group by all
),

-- Employed of the sections by region, and the published number of the country.
employed_of_section as (
    select
        added.derived_release,
        added.activity,
        added.ref_area,
        added.time_period,
        added.obs_value / nullif(per_person.obs_value, 0) as obs_value,
        if('P' in (added.obs_status, per_person.obs_status), 'P', 'A') as obs_status
    from operand as added
    inner join operand as per_person
        on
            added.derived_release = per_person.derived_release
            and added.activity = per_person.activity
            and added.ref_area = per_person.ref_area
            and added.time_period = per_person.time_period
    where
        added.derived_id = 'bns_jobs'
        and per_person.derived_id = 'bns_jobs'
        and added.source_id = 'bns_gva'
        and added.series_code = 'GVA'
        and added.kind in ('oblast', 'city')
        and per_person.source_id = 'bns_productivity'
    union all by name
    select
        derived_release,
        activity,
        ref_area,
        time_period,
        obs_value,
        obs_status
    from operand
    where
        derived_id = 'bns_jobs'
        and source_id = 'bns_employment'
        and activity in ('ISIC4_J', 'ISIC4_M', 'ISIC4_R')
),

employed as (
    select * from employed_of_section
    union all by name
    select
        derived_release,
        'ISIC4_JMR' as activity,
        ref_area,
        time_period,
        sum(obs_value) as obs_value,
        if(bool_or(obs_status = 'P'), 'P', 'A') as obs_status
    from employed_of_section
    group by
        derived_release,
        ref_area,
        time_period
    having count(*) = 3
),

-- All employed of a region, left out where the sections of that year stand on other ground: a region that was split off
-- is in the one table and not yet in the other.
all_employed as (
    select
        operand.derived_release,
        operand.ref_area,
        operand.time_period,
        operand.obs_value
    from operand
    where
        operand.derived_id = 'bns_jobs'
        and (
            (operand.source_id = 'bns_employed_regions' and operand.kind in ('oblast', 'city'))
            or (operand.source_id = 'bns_employment' and operand.activity = '_T')
        )
        and not exists (
            select 1
            from employed_of_section as younger
            inner join area on younger.ref_area = area.ref_area
            where
                area.predecessor = operand.ref_area
                and younger.derived_release = operand.derived_release
                and younger.time_period = operand.time_period
                and not exists (
                    select 1
                    from operand as counted
                    where
                        counted.derived_id = 'bns_jobs'
                        and counted.source_id = 'bns_employed_regions'
                        and counted.derived_release = younger.derived_release
                        and counted.ref_area = younger.ref_area
                        and counted.time_period = younger.time_period
                )
        )
),

residents as (
    select *
    from operand
    where derived_id = 'bns_jobs' and source_id = 'bns_population' and time_period >= 2022
),

compared as (
    select
        employed.*,
        100 * employed.obs_value / national.obs_value as share_of_country,
        100 * employed.obs_value / all_employed.obs_value as share_of_employed,
        share_of_employed / (100 * national.obs_value / nation.obs_value) as quotient,
        10000 * 1000 * employed.obs_value / residents.obs_value as per_10000
    from employed
    inner join employed as national
        on
            employed.derived_release = national.derived_release
            and employed.activity = national.activity
            and employed.time_period = national.time_period
            and national.ref_area = 'KZ'
    left join all_employed
        on
            employed.derived_release = all_employed.derived_release
            and employed.ref_area = all_employed.ref_area
            and employed.time_period = all_employed.time_period
    left join all_employed as nation
        on
            employed.derived_release = nation.derived_release
            and employed.time_period = nation.time_period
            and nation.ref_area = 'KZ'
    left join residents
        on
            employed.derived_release = residents.derived_release
            and employed.ref_area = residents.ref_area
            and employed.time_period = residents.time_period
),

-- Value added of the three sections together, beside the country's and beside the gross product of the region.
value_added as (
    select
        derived_release,
        activity,
        series_code,
        ref_area,
        time_period,
        obs_value
    from operand
    where
        derived_id = 'bns_jobs'
        and source_id = 'bns_gva'
        and (series_code = 'GRP' or activity in ('ISIC4_J', 'ISIC4_M', 'ISIC4_R'))
),

three_sections as (
    select
        derived_release,
        ref_area,
        time_period,
        sum(obs_value) filter (where series_code = 'GVA') as gva,
        max(obs_value) filter (where series_code = 'GRP') as grp
    from value_added
    group by all
    having count(*) filter (where series_code = 'GVA') = 3
),

together as (
    select
        three_sections.*,
        100 * three_sections.gva / national.gva as share_of_country,
        100 * three_sections.gva / three_sections.grp as share_of_product
    from three_sections
    inner join three_sections as national
        on
            three_sections.derived_release = national.derived_release
            and three_sections.time_period = national.time_period
            and national.ref_area = 'KZ'
),

-- Volumes of the whole economy and of the sections; the index of a year is chained onto the year before.
volume as (
    select
        derived_release,
        if(series_code = 'GDP', '_T', activity) as activity,
        ref_area,
        time_period,
        obs_value
    from operand
    where
        derived_id = 'bns_growth'
        and (
            (source_id = 'bns_volume' and (series_code = 'GDP' or activity in ('ISIC4_J', 'ISIC4_M', 'ISIC4_R')))
            or (source_id = 'bns_volume_regions' and kind in ('oblast', 'city') and time_period >= 2022)
        )
),

chained as (
    select
        derived_release,
        activity,
        ref_area,
        time_period,
        exp(sum(ln(obs_value / 100)) over each_year) as since_start
    from volume
    window each_year as (partition by derived_release, activity, ref_area order by time_period)
),

since_2015 as (
    select
        chained.*,
        100 * chained.since_start / base.since_start as obs_value
    from chained
    inner join chained as base
        on
            chained.derived_release = base.derived_release
            and chained.activity = base.activity
            and chained.ref_area = base.ref_area
            and base.time_period = 2015
    where chained.time_period >= 2015
),

growth_of_employed as (
    select
        derived_release,
        activity,
        time_period,
        obs_value / first_value(obs_value) over (partition by derived_release, activity order by time_period) as since_2015
    from operand
    where derived_id = 'bns_growth' and source_id = 'bns_employment' and time_period >= 2015
),

final as (
    select
        'bns_jobs' as source_id,
        derived_release as release,
        'BNS-5927/5933' as indicator,
        unnest([
            {'series_code': 'EMPLOYED', 'obs_value': obs_value, 'unit_measure': 'TH_PEOPLE'},
            {
                'series_code': 'EMPLOYED_SHARE_OF_COUNTRY',
                'obs_value': if(ref_area = 'KZ', null, share_of_country),
                'unit_measure': 'PT_OF_TOTAL'
            },
            {'series_code': 'EMPLOYED_SHARE', 'obs_value': share_of_employed, 'unit_measure': 'PT'},
            {
                'series_code': 'EMPLOYED_QUOTIENT',
                'obs_value': if(ref_area = 'KZ', null, quotient),
                'unit_measure': 'RATIO'
            },
            {'series_code': 'EMPLOYED_PER_10000', 'obs_value': per_10000, 'unit_measure': 'PER_10000_POP'}
        ], recursive := true),
        activity,
        ref_area,
        time_period,
        obs_status
    from compared
    union all by name
    select
        'bns_jobs' as source_id,
        derived_release as release,
        'BNS-5927' as indicator,
        unnest([
            {
                'series_code': 'GVA_SHARE_OF_COUNTRY',
                'obs_value': if(ref_area = 'KZ', null, share_of_country),
                'unit_measure': 'PT_OF_TOTAL'
            },
            {'series_code': 'GVA_SHARE_OF_PRODUCT', 'obs_value': share_of_product, 'unit_measure': 'PT'}
        ], recursive := true),
        'ISIC4_JMR' as activity,
        ref_area,
        time_period,
        'A' as obs_status
    from together
    union all by name
    select
        'bns_growth' as source_id,
        derived_release as release,
        'BNS-4440' as indicator,
        'VOLUME_2015' as series_code,
        obs_value,
        'IX' as unit_measure,
        activity,
        ref_area,
        time_period,
        'A' as obs_status
    from since_2015
    union all by name
    select
        'bns_growth' as source_id,
        derived_release as release,
        'BNS-450904' as indicator,
        'VOLUME_2021' as series_code,
        100 * since_start as obs_value,
        'IX' as unit_measure,
        activity,
        ref_area,
        time_period,
        'A' as obs_status
    from chained
    where ref_area <> 'KZ'
    union all by name
    select
        'bns_growth' as source_id,
        since_2015.derived_release as release,
        'BNS-4440/5831' as indicator,
        'REAL_GVA_PER_EMPLOYED' as series_code,
        since_2015.obs_value / growth_of_employed.since_2015 as obs_value,
        'IX' as unit_measure,
        since_2015.activity,
        since_2015.ref_area,
        since_2015.time_period,
        'A' as obs_status
    from since_2015
    inner join growth_of_employed
        on
            since_2015.derived_release = growth_of_employed.derived_release
            and since_2015.activity = growth_of_employed.activity
            and since_2015.time_period = growth_of_employed.time_period
    where since_2015.ref_area = 'KZ'
    union all by name
    select
        'ilo_women' as source_id,
        derived_release as release,
        'EMP_TEMP_SEX_ECO_NB' as indicator,
        'WOMEN_SHARE' as series_code,
        100 * women / everybody as obs_value,
        'PT' as unit_measure,
        activity,
        ref_area,
        time_period,
        'A' as obs_status
    from women
    where n_totals > 0 or n_men > 0
)

select
    source_id,
    release,
    indicator,
    series_code,
    activity,
    ref_area,
    time_period,
    obs_value,
    obs_status,
    unit_measure
from final
where obs_value is not null
order by
    source_id,
    release,
    series_code,
    activity,
    ref_area,
    time_period;
