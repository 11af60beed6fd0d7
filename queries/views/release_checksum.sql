-- Question: which fingerprint do the values of a release have?
-- Parameters: none.
-- Grain: one row per source and release.
-- Keys: source_id, release
-- Columns: source_id varchar, release date, n_values bigint, checksum varchar
-- Method: MD5 over the sorted keys and values of everything that stood in it,
-- so equal values give an equal fingerprint whatever the order of files or the version of the engine.

create or replace table release_checksum as
with final as (
    select
        observation.source_id,
        observation.release,
        count(*) as n_values,
        md5(
            string_agg(
                concat_ws(
                    '|',
                    observation.indicator,
                    observation.series_code,
                    observation.ref_area,
                    observation.sex,
                    observation.age,
                    observation.urbanisation,
                    observation.activity,
                    observation.composite_breakdown,
                    observation.education_lev,
                    observation.income_wealth_quantile,
                    observation.time_period,
                    observation.unit_measure,
                    observation.obs_value,
                    observation.obs_status
                ),
                chr(10)
                order by
                    observation.indicator,
                    observation.series_code,
                    observation.ref_area,
                    observation.sex,
                    observation.age,
                    observation.urbanisation,
                    observation.activity,
                    observation.composite_breakdown,
                    observation.education_lev,
                    observation.income_wealth_quantile,
                    observation.time_period,
                    observation.unit_measure,
                    observation.obs_value,
                    observation.obs_status
            )
        ) as checksum
    from observation
    group by
        observation.source_id,
        observation.release
)

select * from final order by source_id, release;
