-- Question: into which classes do the regions fall on a map of one series and year?
-- Parameters: series_id; as_of a date; sex _T|F|M; urbanisation _T|U|R; for_year a year; scheme jenks|quantile;
-- n_classes 2 to 6.
-- Grain: one row per class, lowest first. A region belongs to the first class whose upper_bound it does not exceed.
-- Units: the series' own. Method: Fisher-Jenks (least squared deviation, tried exhaustively) or quantiles (linear).
-- example: series_id=neet_15_24, as_of=2026-11-22, sex=_T, urbanisation=_T, for_year=2022, scheme=jenks, n_classes=4

with known as (
    select series_value.obs_value
    from series_value
    inner join releases_as_of($as_of) as held
        on series_value.source_id = held.source_id and series_value.release = held.release
    inner join area on series_value.ref_area = area.ref_area
    where
        series_value.series_id = $series_id
        and series_value.sex = $sex
        and series_value.urbanisation = $urbanisation
        and series_value.time_period = $for_year
        and area.kind in ('oblast', 'city')
),

chosen as (
    select * from jenks_breaks((select list(known.obs_value) from known), $n_classes) where $scheme = 'jenks'
    union all
    select * from quantile_breaks((select list(known.obs_value) from known), $n_classes) where $scheme = 'quantile'
),

bounded as (
    select
        class_number,
        upper_bound,
        lag(upper_bound) over (order by class_number) as lower_bound
    from chosen
),

final as (
    select
        bounded.class_number,
        coalesce(bounded.lower_bound, (select min(known.obs_value) from known)) as lower_bound,
        bounded.upper_bound,
        (
            select count(*)
            from known
            where
                known.obs_value <= bounded.upper_bound + 1e-9
                and (bounded.lower_bound is null or known.obs_value > bounded.lower_bound + 1e-9)
        ) as n_regions
    from bounded
)

select * from final order by class_number;
