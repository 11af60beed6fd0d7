-- Question: which fingerprint does the data have as of a date?
-- Parameters: as_of a date.
-- Grain: one row. checksum is the MD5 of the fingerprints of all releases held, n_values how many values they cover.
-- Keys: none
-- Columns: checksum varchar, n_values bigint, n_sources bigint
-- example: as_of=2026-11-22

with held as (
    select release_checksum.*
    from release_checksum
    inner join releases_as_of($as_of) as held
        on release_checksum.source_id = held.source_id and release_checksum.release = held.release
),

final as (
    select
        md5(string_agg(source_id || ' ' || release || ' ' || checksum, chr(10) order by source_id)) as checksum,
        sum(n_values)::bigint as n_values,
        count(*) as n_sources
    from held
)

select * from final order by checksum;
