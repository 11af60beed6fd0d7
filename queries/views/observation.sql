-- Question: what did each publisher say, in each of its releases?
-- Parameters: none.
-- Grain: one row per value per release in which it stood. Totals are '_T', the country is 'KZ'.
-- Keys: source_id, release, file, indicator, series_code, ref_area, sex, age, urbanisation, activity,
-- composite_breakdown, education_lev, income_wealth_quantile, time_period, unit_measure
-- Columns: indicator varchar, series_id varchar, series_code varchar, ref_area varchar, sex varchar, age varchar,
-- urbanisation varchar, activity varchar, composite_breakdown varchar, education_lev varchar,
-- income_wealth_quantile varchar, time_period integer, obs_value double, unit_measure varchar, obs_status varchar,
-- published_value double, repair_evidence varchar, release date, source_id varchar, file varchar, line integer,
-- published_as varchar, dispute varchar, dispute_detail varchar
-- Units: see unit_measure. obs_status 'S' marks a value repaired by the project; published_value is what stood there and
-- published_as the labels it stood under. dispute: why the value is shown but never judged.

create or replace view observation as
select
    figure.indicator,
    figure.series_id,
    figure.series_code::varchar as series_code,
    figure.ref_area,
    figure.sex::varchar as sex,
    figure.age::varchar as age,
    figure.urbanisation::varchar as urbanisation,
    figure.activity::varchar as activity,
    figure.composite_breakdown::varchar as composite_breakdown,
    figure.education_lev::varchar as education_lev,
    figure.income_wealth_quantile::varchar as income_wealth_quantile,
    figure.time_period,
    figure.obs_value,
    figure.unit_measure,
    figure.obs_status::varchar as obs_status,
    figure.published_value,
    figure.repair_evidence,
    standing.release,
    figure.source_id,
    standing.file,
    standing.line,
    standing.published_as,
    standing.dispute,
    standing.dispute_detail
from figure
inner join standing on figure.figure_id = standing.figure_id;
