-- Question: how far has each of these series come between any two years of one unbroken stretch, and may a sentence say
-- that it rose or fell?
-- Parameters: series_ids a list; as_of a date.
-- Grain: one row per series, area, sex, residence and pair of years of one segment; a year is a pair with itself.
-- Keys: series_id, ref_area, sex, urbanisation, first_year, latest_year
-- Columns: series_id varchar, ref_area varchar, sex varchar, urbanisation varchar, first_year integer,
-- first_value double, latest_year integer, latest_value double, baseline_year integer, lowest double, highest double,
-- unit varchar, decimals integer, change double, course varchar, verdict varchar
-- Units: values in the series' own unit; change is the latest value minus the first. lowest and highest are the ends of
-- all values from the first to the latest year. baseline_year is the catalogue's, from which progress is measured.
-- course: rose or fell, where the sign is the same from the year before or after the first and to the year before or
-- after the latest; level, where no value differs from another by half of the last published digit; moved, where the
-- sign hangs on the choice of a year; pair, where no other year is there to try; nominal at current prices, whose
-- change is not that of the thing; cited, single figures of publications; single, one year alone. verdict: better, worse,
-- or none where nothing rose or fell or no direction is the good one. A change never reaches across a break.
-- Method: robustness of the sign to the end years, one year each way.
-- example: series_ids=[neet_15_24], as_of=2026-11-22

with known as (
    select
        series_value.series_id,
        series_value.ref_area,
        series_value.sex,
        series_value.urbanisation,
        series_value.segment,
        series_value.time_period,
        series_value.obs_value,
        row_number() over stretch as place,
        lag(series_value.obs_value) over stretch as value_before,
        lead(series_value.obs_value) over stretch as value_after
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    where list_contains($series_ids::varchar[], series_value.series_id)
    window stretch as (
        partition by
            series_value.series_id,
            series_value.ref_area,
            series_value.sex,
            series_value.urbanisation,
            series_value.segment
        order by series_value.time_period
    )
),

stretched as (
    select
        series_id,
        ref_area,
        sex,
        urbanisation,
        segment,
        list(obs_value order by time_period) as obs_values
    from known
    group by
        series_id,
        ref_area,
        sex,
        urbanisation,
        segment
),

paired as (
    select
        latest.series_id,
        latest.ref_area,
        latest.sex,
        latest.urbanisation,
        earliest.time_period as first_year,
        earliest.obs_value as first_value,
        latest.time_period as latest_year,
        latest.obs_value as latest_value,
        list_slice(stretched.obs_values, earliest.place, latest.place) as obs_values,
        list_filter(
            [
                latest.obs_value - earliest.value_before,
                if(latest.place - earliest.place > 1, latest.obs_value - earliest.value_after, null),
                if(latest.place - earliest.place > 1, latest.value_before - earliest.obs_value, null),
                latest.value_after - earliest.obs_value
            ],
            lambda change: change is not null
        ) as other_changes
    from known as latest
    inner join known as earliest
        on
            latest.series_id = earliest.series_id
            and latest.ref_area = earliest.ref_area
            and latest.sex = earliest.sex
            and latest.urbanisation = earliest.urbanisation
            and latest.segment = earliest.segment
            and latest.time_period >= earliest.time_period
    inner join stretched
        on
            latest.series_id = stretched.series_id
            and latest.ref_area = stretched.ref_area
            and latest.sex = stretched.sex
            and latest.urbanisation = stretched.urbanisation
            and latest.segment = stretched.segment
),

-- Value added is held at current prices alone, and so are its shares; money at constant prices says so in its unit.
priced as (
    select
        series.series_id,
        coalesce(
            (unit.kind = 'money' and not contains(unit.code, 'CON_')) or series.source_id = 'bns_gva',
            false
        ) as is_nominal
    from series
    left join unit on series.unit = unit.code
),

compared as (
    select
        paired.* exclude (obs_values, other_changes),
        series.baseline_year,
        list_min(paired.obs_values) as lowest,
        list_max(paired.obs_values) as highest,
        series.unit,
        coalesce(series.decimals, 1) as decimals,
        paired.latest_value - paired.first_value as change,
        paired.other_changes,
        priced.is_nominal,
        series.source_id = 'cited_facts' as is_cited,
        0.5::double * pow(10, -coalesce(series.decimals, 1)) as half_digit,
        series.direction
    from paired
    inner join series on paired.series_id = series.series_id
    inner join priced on paired.series_id = priced.series_id
),

coursed as (
    select
        * exclude (other_changes, is_nominal, is_cited, half_digit),
        case
            when is_cited then 'cited'
            when first_year = latest_year then 'single'
            when is_nominal then 'nominal'
            when highest - lowest < half_digit then 'level'
            when other_changes = [] then 'pair'
            when
                change >= half_digit
                and list_bool_and(list_transform(other_changes, lambda other: other >= half_digit))
                then 'rose'
            when
                change <= -half_digit
                and list_bool_and(list_transform(other_changes, lambda other: other <= -half_digit))
                then 'fell'
            else 'moved'
        end as course
    from compared
),

final as (
    select
        * exclude (direction),
        case
            when course not in ('rose', 'fell') or direction = 'none' then 'none'
            when (course = 'rose') = (direction = 'increase') then 'better'
            else 'worse'
        end as verdict
    from coursed
)

select * from final
order by
    list_position($series_ids::varchar[], series_id),
    series_id,
    ref_area,
    sex,
    urbanisation,
    latest_year,
    first_year;
