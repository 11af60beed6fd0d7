-- The newest release of a source that was out on a date; null when the source holds none that early, so that the
-- answer is "not held as of that date" and never a later figure dressed up as an earlier one.

create or replace macro release_as_of(wanted_source, wanted_date) as (
    select max(release.release)
    from release
    where release.source_id = wanted_source
        and release.release <= wanted_date::date
);
