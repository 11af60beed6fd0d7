-- Question: what is the value of each curated series, derived ones included, in each release?
-- Parameters: none.
-- Grain: one row per series, area, sex, residence, year and release; a dimension fixed by the series shows '_T'.
-- Keys: series_id, release, ref_area, sex, urbanisation, time_period
-- Columns: series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, time_period integer,
-- obs_value double, obs_status varchar, unit_measure varchar, segment integer, release date, source_id varchar,
-- published_value double, published_as varchar, dispute varchar
-- Units: the series' own.
-- Method: published and slice take the figure, derived that of `derived_figure`; ratio is 100 * a / b; difference is a - b;
-- relative is 100 * a / the national a; share is 100 * a / the sum over regions, one generation of borders per year.
-- A value is disputed where any figure it is made of is (U in obs_status).
-- `segment` counts the breaks up to and including the year, and each disputed year and each cited figure is a segment of
-- its own: a line or a progress never joins two segments.
-- Stored: as a table because the pages ask it constantly; built with the store.

create or replace table series_value as
with member as (
    select
        series_operand.series_id,
        series_operand.role,
        figure.ref_area,
        figure.time_period,
        figure.obs_value,
        figure.obs_status::varchar as obs_status,
        figure.published_value,
        standing.published_as,
        standing.dispute,
        standing.release,
        figure.source_id,
        case when series_operand.sex is null then figure.sex::varchar else '_T' end as sex,
        case when series_operand.urbanisation is null then figure.urbanisation::varchar else '_T' end as urbanisation
    from series_operand
    inner join figure
        on
            series_operand.source_id = figure.source_id
            and series_operand.indicator = figure.indicator
            and series_operand.series_code = figure.series_code::varchar
            and series_operand.age = figure.age::varchar
            and series_operand.activity = figure.activity::varchar
            and series_operand.composite_breakdown = figure.composite_breakdown::varchar
            and series_operand.education_lev = figure.education_lev::varchar
            and series_operand.income_wealth_quantile = figure.income_wealth_quantile::varchar
            and (series_operand.ref_area is null or series_operand.ref_area = figure.ref_area)
            and (series_operand.sex is null or series_operand.sex = figure.sex::varchar)
            and (series_operand.urbanisation is null or series_operand.urbanisation = figure.urbanisation::varchar)
    inner join standing on figure.figure_id = standing.figure_id
),

-- Figures that the store derives from several tables; they know neither sex nor residence.
derived as (
    select
        series_operand.series_id,
        series_operand.role,
        derived_figure.ref_area,
        derived_figure.time_period,
        derived_figure.obs_value,
        derived_figure.obs_status,
        null::double as published_value,
        derived_figure.release,
        derived_figure.source_id,
        '_T' as sex,
        '_T' as urbanisation
    from series_operand
    inner join derived_figure
        on
            series_operand.source_id = derived_figure.source_id
            and series_operand.indicator = derived_figure.indicator
            and series_operand.series_code = derived_figure.series_code
            and series_operand.activity = derived_figure.activity
            and (series_operand.ref_area is null or series_operand.ref_area = derived_figure.ref_area)
),

operand as (
    select * from member where role = 'operand'
    union all by name
    select * from derived where role = 'operand'
),

against as (
    select * from member where role = 'against'
),

-- Shares are of regions only; South Kazakhstan is left out where the regions it became stand beside it.
region as (
    select
        operand.*,
        sum(operand.obs_value) over same_total as total_value,
        bool_or(operand.obs_status = 'S') over same_total as total_is_repaired,
        max(operand.dispute) over same_total as total_dispute
    from operand
    inner join area on operand.ref_area = area.ref_area
    where
        area.kind in ('oblast', 'city')
        and not exists (
            select 1
            from operand as successor
            inner join area as younger on successor.ref_area = younger.ref_area
            where
                younger.predecessor = operand.ref_area
                and area.valid_to is not null
                and successor.series_id = operand.series_id
                and successor.release = operand.release
                and successor.time_period = operand.time_period
                and successor.sex = operand.sex
                and successor.urbanisation = operand.urbanisation
        )
    window same_total as (
        partition by
            operand.series_id,
            operand.release,
            operand.time_period,
            operand.sex,
            operand.urbanisation
    )
),

evaluated as (
    select operand.* exclude (role)
    from operand
    inner join series on operand.series_id = series.series_id
    where series.derivation in ('published', 'slice', 'derived')
    union all by name
    select
        operand.* exclude (role, obs_value, obs_status, published_value, published_as, dispute),
        case series.derivation
            when 'ratio' then 100 * operand.obs_value / nullif(against.obs_value, 0)
            else operand.obs_value - against.obs_value
        end as obs_value,
        coalesce(operand.dispute, against.dispute) as dispute,
        case when 'S' in (operand.obs_status, against.obs_status) then 'S' else operand.obs_status end as obs_status
    from operand
    inner join series on operand.series_id = series.series_id
    inner join against
        on
            operand.series_id = against.series_id
            and operand.ref_area = against.ref_area
            and operand.time_period = against.time_period
            and operand.sex = against.sex
            and operand.urbanisation = against.urbanisation
            and operand.release = against.release
    where series.derivation in ('ratio', 'difference')
    union all by name
    select
        operand.* exclude (role, obs_value, obs_status, published_value, published_as, dispute),
        100 * operand.obs_value / nullif(national.obs_value, 0) as obs_value,
        coalesce(operand.dispute, national.dispute) as dispute,
        case when 'S' in (operand.obs_status, national.obs_status) then 'S' else operand.obs_status end as obs_status
    from operand
    inner join series on operand.series_id = series.series_id
    inner join operand as national
        on
            operand.series_id = national.series_id
            and national.ref_area = 'KZ'
            and operand.time_period = national.time_period
            and operand.sex = national.sex
            and operand.urbanisation = national.urbanisation
            and operand.release = national.release
    where series.derivation = 'relative' and operand.ref_area <> 'KZ'
    union all by name
    select
        region.* exclude (
            role, obs_value, obs_status, published_value, published_as, dispute, total_value, total_is_repaired,
            total_dispute
        ),
        region.total_dispute as dispute,
        100 * region.obs_value / nullif(region.total_value, 0) as obs_value,
        case when region.total_is_repaired then 'S' else region.obs_status end as obs_status
    from region
    inner join series on region.series_id = series.series_id
    where series.derivation = 'share'
),

in_years as (
    select
        evaluated.*,
        series.unit as unit_measure
    from evaluated
    inner join series on evaluated.series_id = series.series_id
    where
        evaluated.obs_value is not null
        and (series.years_from is null or evaluated.time_period >= series.years_from)
        and (series.years_to is null or evaluated.time_period <= series.years_to)
        and not list_contains(coalesce(series.years_except, []), evaluated.time_period)
),

-- A disputed year stands alone, and so does each figure cited from a publication: nothing is joined to it or compared
-- with it.
parted as (
    select
        *,
        source_id = 'cited_facts'
        or dispute is not null
        or lag(dispute) over same_line is not null as stands_apart
    from in_years
    window same_line as (
        partition by
            series_id,
            release,
            ref_area,
            sex,
            urbanisation
        order by time_period
    )
),

stretched as (
    select
        * exclude (stands_apart),
        count(*) filter (where stands_apart) over (
            partition by
                series_id,
                release,
                ref_area,
                sex,
                urbanisation
            order by time_period
        ) as n_apart
    from parted
),

broken as (
    select
        in_years.series_id,
        in_years.ref_area,
        in_years.time_period,
        count(*) as segment,
        bool_or(series_break.time_period = in_years.time_period) as starts_here
    from (select distinct
        series_id,
        ref_area,
        time_period
    from in_years) as in_years
    inner join series_break
        on
            in_years.series_id = series_break.series_id
            and series_break.time_period <= in_years.time_period
            and (series_break.ref_area is null or series_break.ref_area = in_years.ref_area)
    group by
        in_years.series_id,
        in_years.ref_area,
        in_years.time_period
),

final as (
    select
        stretched.series_id,
        stretched.ref_area,
        stretched.sex,
        stretched.urbanisation,
        stretched.time_period,
        stretched.obs_value,
        case
            when broken.starts_here then 'B'
            when stretched.dispute is not null then 'U'
            else stretched.obs_status
        end as obs_status,
        stretched.unit_measure,
        (coalesce(broken.segment, 0) + stretched.n_apart)::integer as segment,
        stretched.release,
        stretched.source_id,
        stretched.published_value,
        stretched.published_as,
        stretched.dispute
    from stretched
    left join broken
        on
            stretched.series_id = broken.series_id
            and stretched.ref_area = broken.ref_area
            and stretched.time_period = broken.time_period
)

select * from final
order by
    series_id,
    release,
    ref_area,
    sex,
    urbanisation,
    time_period;
