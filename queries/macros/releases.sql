-- What was held on a date: per source its newest release not later than that date. A source without one has no row.

create or replace macro releases_as_of(on_date) as table
    select
        source_id,
        max(release) as release
    from release
    where release <= on_date::date
    group by source_id
    order by source_id;
