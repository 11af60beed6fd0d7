-- Question: how does a series of the country compare with another source of the same measure?
-- Parameters: none.
-- Grain: one row per pair of the catalogue (series_id, other_id), each source in its newest release.
-- Keys: series_id, other_id
-- Columns: series_id varchar, other_id varchar, n_years bigint, first_year integer, last_year integer,
-- median_difference double, largest_difference double, largest_year integer, finding varchar, told varchar
-- Units: differences in the series' unit, the first series minus the other; told has the factor, the shift in years or
-- the pair whose labels fit better, NULL where the finding has nothing to tell.
-- Method: two values agree within a fiftieth of the usual value, and within what rounding to one decimal allows.
-- finding, the first that holds: no_common_year; unit_off (the usual ratio is 10, 100 or 1,000, either way);
-- labels_exchanged (the series fits the other series of a second pair, and the second series fits this one's); years_shifted (it fits the other series one or two years later or earlier, in at least four years of at least
-- three values); agrees (in every year); differs_in_years (in the usual year it agrees); differs.
-- Stored: as a table; `make store` refuses a finding that data/catalogue/pairs.yaml does not explain.

create or replace table pair_finding as
with newest as (
    select
        source_id,
        max(release) as release
    from release
    group by source_id
),

line as (
    select
        series_value.series_id,
        series_value.time_period,
        series_value.obs_value
    from series_value
    inner join newest on series_value.source_id = newest.source_id and series_value.release = newest.release
    where
        series_value.ref_area = 'KZ'
        and series_value.sex = '_T'
        and series_value.urbanisation = '_T'
),

crossed as (
    select
        one.series_id,
        other.other_id,
        bool_or(one.other_id = other.other_id) as is_pair
    from source_pair as one
    cross join source_pair as other
    group by
        one.series_id,
        other.other_id
),

compared as (
    select
        crossed.series_id,
        crossed.other_id,
        crossed.is_pair,
        lags.lag,
        count(*) as n_years,
        min(one.time_period) as first_year,
        max(one.time_period) as last_year,
        count(distinct one.obs_value) as n_values,
        median(one.obs_value - other.obs_value) as median_difference,
        median(abs(one.obs_value - other.obs_value)) as usual_gap,
        max(abs(one.obs_value - other.obs_value)) as largest_gap,
        arg_max(one.obs_value - other.obs_value, abs(one.obs_value - other.obs_value)) as largest_difference,
        arg_max(one.time_period, abs(one.obs_value - other.obs_value)) as largest_year,
        median(one.obs_value / nullif(other.obs_value, 0)) as ratio,
        greatest(0.15::double, 0.02::double * median(abs(other.obs_value))) as tolerance
    from crossed
    cross join (select unnest([-2, -1, 0, 1, 2]) as lag) as lags
    inner join line as one on crossed.series_id = one.series_id
    inner join line as other
        on
            crossed.other_id = other.series_id
            and one.time_period + lags.lag = other.time_period
    where crossed.is_pair or lags.lag = 0
    group by
        crossed.series_id,
        crossed.other_id,
        crossed.is_pair,
        lags.lag
),

shift as (
    select
        series_id,
        other_id,
        arg_min(lag, largest_gap) as lag
    from compared
    where is_pair and lag <> 0 and n_years >= 4 and n_values >= 3 and usual_gap <= tolerance
    group by
        series_id,
        other_id
),

exchange as (
    select
        straight.series_id,
        straight.other_id,
        min(partner.series_id) as partner
    from compared as straight
    inner join compared as across on straight.series_id = across.series_id and not across.is_pair
    inner join source_pair as partner on across.other_id = partner.other_id
    inner join compared as back
        on partner.series_id = back.series_id and straight.other_id = back.other_id and not back.is_pair
    where
        straight.is_pair
        and straight.lag = 0
        and straight.usual_gap > straight.tolerance
        and across.usual_gap <= across.tolerance
        and back.usual_gap <= back.tolerance
        and across.n_years >= 2
        and back.n_years >= 2
    group by
        straight.series_id,
        straight.other_id
),

final as (
    select
        source_pair.series_id,
        source_pair.other_id,
        coalesce(straight.n_years, 0) as n_years,
        straight.first_year,
        straight.last_year,
        straight.median_difference,
        straight.largest_difference,
        straight.largest_year,
        case
            when straight.n_years is null then 'no_common_year'
            when abs(log10(abs(straight.ratio))) between 0.98::double and 3.02::double
                and abs(log10(abs(straight.ratio)) - round(log10(abs(straight.ratio)))) < 0.02::double
                then 'unit_off'
            when straight.usual_gap > straight.tolerance and exchange.partner is not null then 'labels_exchanged'
            when straight.usual_gap > straight.tolerance and shift.lag is not null then 'years_shifted'
            when straight.largest_gap <= straight.tolerance then 'agrees'
            when straight.usual_gap <= straight.tolerance then 'differs_in_years'
            else 'differs'
        end as finding,
        case finding
            when 'unit_off' then pow(10, round(log10(abs(straight.ratio))))::varchar
            when 'labels_exchanged' then exchange.partner
            when 'years_shifted' then shift.lag::varchar
        end as told
    from source_pair
    left join compared as straight
        on
            source_pair.series_id = straight.series_id
            and source_pair.other_id = straight.other_id
            and straight.is_pair
            and straight.lag = 0
    left join shift on source_pair.series_id = shift.series_id and source_pair.other_id = shift.other_id
    left join exchange on source_pair.series_id = exchange.series_id and source_pair.other_id = exchange.other_id
)

select * from final order by series_id, other_id;
