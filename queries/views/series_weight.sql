-- Question: which denominator weighs a rate when regions are put together?
-- Parameters: none.
-- Grain: one row per weighted series, release, area, year, sex and residence; sex or urbanisation NULL means the weight
-- serves any.
-- Keys: series_id, release, ref_area, time_period, sex, urbanisation
-- Columns: series_id varchar, source_id varchar, release date, ref_area varchar, time_period integer, sex varchar,
-- urbanisation varchar, weight double
-- Units: those of the denominator. Empty as long as no series of the catalogue names a weight.
-- Stored: as a table; joining all figures for a weight that is mostly absent would cost every regional question.

create or replace table series_weight as
with final as (
    select
        series_operand.series_id,
        observation.source_id,
        observation.release,
        observation.ref_area,
        observation.time_period,
        if(series_operand.sex is null, observation.sex, null) as sex,
        if(series_operand.urbanisation is null, observation.urbanisation, null) as urbanisation,
        max(observation.obs_value) as weight
    from series_operand
    inner join observation
        on
            series_operand.source_id = observation.source_id
            and series_operand.indicator = observation.indicator
            and series_operand.series_code = observation.series_code
            and series_operand.age = observation.age
            and series_operand.activity = observation.activity
            and series_operand.composite_breakdown = observation.composite_breakdown
            and series_operand.education_lev = observation.education_lev
            and series_operand.income_wealth_quantile = observation.income_wealth_quantile
            and coalesce(series_operand.sex, observation.sex) = observation.sex
            and coalesce(series_operand.urbanisation, observation.urbanisation) = observation.urbanisation
    where series_operand.role = 'weight'
    group by all
)

select * from final
order by
    series_id,
    release,
    ref_area,
    time_period;
