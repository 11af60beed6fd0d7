-- Fill the store from the tidy Parquet files: each value once in `figure`, each release it stood in in `standing`.
-- Variables set by store.py: the lists of files of each kind.

-- Equal values of one key get one number, that of the first row that says so; the files are sorted, so a rebuild
-- numbers them alike and figures of one indicator lie together.
create temp table flat as
with numbered as (
    select
        *,
        row_number() over () as row_number,
        hash(
            source_id,
            indicator,
            series_code,
            ref_area,
            sex,
            age,
            urbanisation,
            activity,
            composite_breakdown,
            education_lev,
            income_wealth_quantile,
            time_period,
            unit_measure,
            obs_value,
            obs_status,
            published_value,
            repair_evidence
        ) as same_figure
    from read_parquet(getvariable('figure_files'))
)

select
    * exclude (row_number, same_figure),
    (min(row_number) over (partition by same_figure))::integer as figure_id,
    row_number = figure_id as is_first
from numbered
order by
    figure_id,
    release,
    line;

-- A figure belongs to the curated published series whose operand it fits, else to an automatic one of its indicator.
create temp table named as
with one_each as (
    select * exclude (is_first)
    from flat
    where is_first
),

published as (
    select series_operand.*
    from series_operand
    inner join series on series_operand.series_id = series.series_id
    where series.derivation = 'published' and series_operand.role = 'operand'
),

matched as (
    select
        one_each.figure_id,
        min(published.series_id) as series_id
    from one_each
    inner join published
        on
            one_each.source_id = published.source_id
            and one_each.indicator = published.indicator
            and one_each.series_code = published.series_code
            and one_each.age = published.age
            and one_each.activity = published.activity
            and one_each.composite_breakdown = published.composite_breakdown
            and one_each.education_lev = published.education_lev
            and one_each.income_wealth_quantile = published.income_wealth_quantile
            and (published.ref_area is null or one_each.ref_area = published.ref_area)
            and (published.sex is null or one_each.sex = published.sex)
            and (published.urbanisation is null or one_each.urbanisation = published.urbanisation)
    group by one_each.figure_id
)

select
    one_each.*,
    coalesce(
        matched.series_id,
        one_each.source_id || '/' || one_each.indicator
        || case when one_each.series_code in ('', one_each.indicator) then '' else '/' || one_each.series_code end
    ) as series_id
from one_each
left join matched on one_each.figure_id = matched.figure_id
order by one_each.figure_id;

insert into series by name
select
    named.series_id,
    false as curated,
    named.source_id,
    min(named.indicator) as indicator,
    'published' as derivation
from named
anti join series on named.series_id = series.series_id
group by named.series_id, named.source_id
order by named.series_id;

insert into figure by name
select * exclude (release, file, line, licence)
from named
order by figure_id;

-- Disputes that the checks of an import found, by row, and those that a person found, by what the figure is.
insert into standing by name
with found_row as (
    select
        source_id,
        release,
        file,
        line,
        min(dispute_id) as dispute,
        string_agg(detail, '; ' order by detail) as dispute_detail
    from read_parquet(getvariable('dispute_files'))
    group by
        source_id,
        release,
        file,
        line
),

found_figure as (
    select
        named.figure_id,
        min(disputed_value.dispute_id) as dispute
    from named
    inner join disputed_value
        on
            named.source_id = disputed_value.source_id
            and named.indicator = disputed_value.indicator
            and named.time_period between disputed_value.years_from and disputed_value.years_to
            and (disputed_value.series_code is null or named.series_code = disputed_value.series_code)
            and (disputed_value.ref_area is null or named.ref_area = disputed_value.ref_area)
            and (disputed_value.sex is null or named.sex = disputed_value.sex)
            and (disputed_value.activity is null or named.activity = disputed_value.activity)
    group by named.figure_id
),

relabelled as (
    select
        source_id,
        release,
        file,
        line,
        string_agg(field || ' ' || if(as_published = '', '(blank)', as_published), ', ' order by field) as published_as
    from read_parquet(getvariable('repair_files'))
    where outcome = 'applied' and field <> 'Value'
    group by
        source_id,
        release,
        file,
        line
)

select
    flat.figure_id,
    flat.source_id,
    flat.release,
    flat.file,
    flat.line,
    flat.licence,
    relabelled.published_as,
    found_row.dispute_detail,
    coalesce(found_row.dispute, found_figure.dispute) as dispute
from flat
left join found_row
    on
        flat.source_id = found_row.source_id
        and flat.release = found_row.release
        and flat.file = found_row.file
        and flat.line = found_row.line
left join found_figure on flat.figure_id = found_figure.figure_id
left join relabelled
    on
        flat.source_id = relabelled.source_id
        and flat.release = relabelled.release
        and flat.file = relabelled.file
        and flat.line = relabelled.line
order by flat.figure_id, flat.release, flat.line;

insert into quarantine by name
select * from read_parquet(getvariable('quarantine_files'));

insert into repair by name
select * from read_parquet(getvariable('repair_files'));

insert into import_count by name
select * from read_parquet(getvariable('import_count_files'));

insert into gate_finding by name
select * from read_parquet(getvariable('gate_finding_files'));

insert into fact by name
select * from read_parquet(getvariable('fact_files'));

-- A region that lost territory starts anew in the first year for which the source shows the region split off from it.
insert into series_break by name
with operand_value as (
    select
        series_operand.series_id,
        figure.ref_area,
        figure.time_period
    from figure
    inner join series_operand
        on
            figure.source_id = series_operand.source_id
            and figure.indicator = series_operand.indicator
            and figure.series_code::varchar = series_operand.series_code
            and figure.age::varchar = series_operand.age
            and figure.activity::varchar = series_operand.activity
            and figure.composite_breakdown::varchar = series_operand.composite_breakdown
    where series_operand.role = 'operand'
),

split as (
    select
        operand_value.series_id,
        area.predecessor as ref_area,
        min(operand_value.time_period) as time_period
    from operand_value
    inner join area on operand_value.ref_area = area.ref_area
    where area.predecessor is not null
    group by operand_value.series_id, area.predecessor
)

select
    split.series_id,
    split.time_period,
    split.ref_area,
    'boundary' as kind
from split
where exists (
    select 1
    from operand_value
    where
        operand_value.series_id = split.series_id
        and operand_value.ref_area = split.ref_area
        and operand_value.time_period < split.time_period
)
and exists (
    select 1
    from operand_value
    where
        operand_value.series_id = split.series_id
        and operand_value.ref_area = split.ref_area
        and operand_value.time_period >= split.time_period
)
and not exists (
    select 1
    from series_break
    where
        series_break.series_id = split.series_id
        and series_break.ref_area = split.ref_area
        and series_break.kind = 'boundary'
);

drop table flat;
drop table named;
