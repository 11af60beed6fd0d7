-- Question: what part of the country's creative work, its money and its people has one region, by what counts as creative?
-- Parameters: ref_area; as_of a date.
-- Grain: one row per definition (activity): sections J, R, M and the three together, in the newest year.
-- Keys: activity
-- Columns: activity varchar, time_period integer, jobs double, value_added double, residents double, obs_status varchar,
-- employed double, per_10000 double, place bigint, n_regions bigint
-- Units: as in queries/views/regional_work.sql; place counts from the largest share of the employed.
-- Source: Bureau of National Statistics, tables 5927, 5933, 5831, 6576.
-- example: ref_area=KZ-43, as_of=2026-11-22

select
    activity,
    time_period,
    jobs,
    value_added,
    residents,
    obs_status,
    employed,
    per_10000,
    place,
    n_regions
from regional_work
where ref_area = $ref_area and release = release_as_of('bns_jobs', $as_of)
qualify time_period = max(time_period) over (partition by activity)
order by
    case activity when 'ISIC4_J' then 1 when 'ISIC4_R' then 2 when 'ISIC4_M' then 3 else 4 end,
    activity;
