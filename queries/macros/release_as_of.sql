-- The newest release of a source that was out on a date; null when the source holds none that early, so that the
-- answer is "not held as of that date" and never a later figure dressed up as an earlier one.
-- The columns are renamed inside: an argument written `source_id` would otherwise mean the inner table's own column.

create or replace macro release_as_of(wanted_source, wanted_date) as (
    select max(held.held_release)
    from (select
        source_id as held_source,
        release as held_release
    from release) as held
    where
        held.held_source = wanted_source
        and held.held_release <= wanted_date::date
);
