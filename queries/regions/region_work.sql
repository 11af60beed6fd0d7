-- Question: where is the work, where is the money, where are the people?
-- Parameters: activity ISIC4_J|ISIC4_M|ISIC4_R|ISIC4_JMR; as_of a date.
-- Grain: one row per region of today and year since 2021, most work first within a year.
-- Keys: ref_area, time_period
-- Columns: ref_area varchar, time_period integer, part varchar, jobs double, value_added double, residents double,
-- obs_status varchar, employed double, per_10000 double, place bigint, n_regions bigint, jobs_outside double,
-- value_outside double, residents_outside double
-- Units: as in queries/views/regional_work.sql; shares in per cent of the country.
-- Source: Bureau of National Statistics, tables 5927, 5933, 5831, 6576.
-- example: activity=ISIC4_J, as_of=2026-11-22

select * exclude (release, activity)
from regional_work
where activity = $activity and release = release_as_of('bns_jobs', $as_of)
order by time_period, jobs desc, ref_area;
