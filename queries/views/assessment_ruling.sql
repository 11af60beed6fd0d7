-- Question: how does each progress method rule on each headline series, as of each release date?
-- Parameters: none.
-- Grain: one row per as_of, series_id and method. value is what the method classifies (ratio, share of the way, index,
-- gap); status its own class, NULL where it was not asked; ruling the class in the vocabulary all methods share;
-- methods_agreeing counts the methods, this one included, that rule alike.
-- Keys: as_of, series_id, method
-- Columns: as_of date, series_id varchar, method varchar, status varchar, ruling varchar, value double,
-- methods_agreeing bigint
-- Stored: as a table beside `assessment_print`, which lists the same per series, so that a page may choose the method
-- by name.

create or replace table assessment_ruling as
with listed as (
    select
        as_of,
        series_id,
        unnest(rulings, recursive := true)
    from assessment_print
),

final as (
    select
        as_of,
        series_id,
        method,
        status,
        ruling,
        value,
        if(ruling = 'na', 0, count(*) over (partition by as_of, series_id, ruling)) as methods_agreeing
    from listed
)

select * from final order by as_of, series_id, method;
