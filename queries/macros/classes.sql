-- Class breaks for maps: the upper bounds of k classes, lowest first.
-- obs_values is a list without NULLs. Grain: one row per class (class_number, upper_bound).

-- Equal numbers of regions per class, linear interpolation between neighbours; ties make classes unequal.
create or replace macro quantile_breaks(obs_values, k) as table
    with ordered as (
        select list_sort(obs_values)::double[] as v
    ),

    positions as (
        select
            i::integer as class_number,
            1 + (len(v) - 1) * i / k::double as position,
            v
        from
            ordered,
            range(1, k + 1) as classes(i)
    ),

    final as (
        select
            class_number,
            v[floor(position)::integer]
            + (position - floor(position)) * (v[ceil(position)::integer] - v[floor(position)::integer]) as upper_bound
        from positions
    )

    select * from final order by class_number;

-- Fisher-Jenks: of all ways to cut the sorted values into k classes, the one with the least squared deviation from the
-- class means. Tried exhaustively over distinct values: 20 regions in 5 classes are 3,876 ways.
create or replace macro jenks_breaks(obs_values, k) as table
    with recursive distinct_values as (
        select
            row_number() over (order by v) as i,
            v::double as v,
            count(*) as n
        from unnest(obs_values) as given(v)
        group by v
    ),

    cumulated as (
        select
            i,
            v,
            sum(n) over upto as n,
            sum(n * v) over upto as total,
            sum(n * v * v) over upto as squares,
            count(*) over () as last_i
        from distinct_values
        window upto as (order by i)
    ),

    -- The first class starts before the lowest value, where nothing is summed up yet.
    starts as (
        select * from cumulated

        union all

        select
            0 as i,
            null as v,
            0 as n,
            0 as total,
            0 as squares,
            null as last_i
    ),

    classes as (
        select
            upper_end.i as upper_i,
            upper_end.v as upper_bound,
            upper_end.last_i,
            coalesce(lower_end.i, 0) as lower_i,
            (upper_end.squares - coalesce(lower_end.squares, 0))
            - pow(upper_end.total - coalesce(lower_end.total, 0), 2)
            / (upper_end.n - coalesce(lower_end.n, 0)) as deviation
        from cumulated as upper_end
        left join starts as lower_end on lower_end.i < upper_end.i
    ),

    cuts as (
        select
            1 as used,
            upper_i,
            last_i,
            deviation,
            [upper_bound] as bounds
        from classes
        where lower_i = 0

        union all

        select
            cuts.used + 1,
            classes.upper_i,
            classes.last_i,
            cuts.deviation + classes.deviation,
            list_append(cuts.bounds, classes.upper_bound)
        from cuts
        inner join classes on cuts.upper_i = classes.lower_i
        where cuts.used < least(k, cuts.last_i)
    ),

    best as (
        select arg_min(bounds, deviation) as bounds
        from cuts
        where used = least(k, last_i) and upper_i = last_i
    ),

    final as (
        select
            unnest(range(1, len(bounds) + 1))::integer as class_number,
            unnest(bounds) as upper_bound
        from best
    )

    select * from final order by class_number;
