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
