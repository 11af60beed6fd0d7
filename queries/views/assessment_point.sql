-- Question: which national points of each headline series were held as of each release date?
-- Parameters: none.
-- Grain: one row per as_of, headline series and year.
-- Keys: as_of, series_id, time_period
-- Columns: as_of date, series_id varchar, time_period integer, obs_value double, printed_value double
-- Units: obs_value and printed_value in the series' unit;
-- printed_value is what the publisher printed, obs_value the same unless the project repaired it.
-- Stored: as a table; it is the small part of `series_value` from which two dates are compared.

create or replace table assessment_point as
select
    assessment.as_of,
    assessment.series_id,
    series_value.time_period,
    series_value.obs_value,
    coalesce(series_value.published_value, series_value.obs_value) as printed_value
from assessment
inner join series_value
    on assessment.series_id = series_value.series_id and assessment.release = series_value.release
where
    series_value.ref_area = 'KZ'
    and series_value.sex = '_T'
    and series_value.urbanisation = '_T'
order by
    assessment.as_of,
    assessment.series_id,
    series_value.time_period;
