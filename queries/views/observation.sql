-- Question: what did each publisher say, in each of its releases?
-- Grain: one row per value per release in which it stood. Totals are '_T', the country is 'KZ'.
-- Units: see unit_measure. obs_status 'S' marks a value repaired by the project; published_value is what stood there.

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
    standing.line
from figure
inner join standing on figure.figure_id = standing.figure_id;
