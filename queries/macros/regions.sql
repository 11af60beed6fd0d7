-- Regional shares and concentration.
-- Notation: s is a region's share of the national total of the thing measured, x its share of the reference
-- (economy, population), both 0-1. Macros named after an index aggregate over the regions of one year.
-- Sources: Hirschman 1964 (HHI); Hoover 1936; Theil 1967; Atkinson 1970; Williamson 1965.

create or replace macro location_quotient(part, reference, total_part, total_reference) as
    (part::double / nullif(reference, 0)) / nullif(total_part::double / nullif(total_reference, 0), 0);

-- The quotient bent to -1..1, so that half and double stand equally far from 0.
create or replace macro symmetric_quotient(quotient) as
    (quotient - 1) / (quotient + 1);

create or replace macro hhi(s) as
    sum(s * s);

-- 0 when all regions are equal, 1 when one has everything, whatever the number of regions.
create or replace macro normalised_hhi(s) as
    (sum(s * s) - 1.0::double / count(s)) / nullif(1 - 1.0::double / count(s), 0);

create or replace macro effective_number(s) as
    1 / nullif(sum(s * s), 0);

create or replace macro top_share(s, k) as
    list_sum(list_slice(list_reverse_sort(list(s)), 1, k));

-- Share that would have to move for every region to hold its share of the reference.
create or replace macro hoover(s, x) as
    0.5::double * sum(abs(s - x));

-- A region with nothing contributes nothing to Theil T, its limit, instead of an undefined logarithm.
create or replace macro theil_t(s, x) as
    sum(if(s = 0, 0, s * ln(if(s > 0, s, null) / nullif(x, 0))));

-- Undefined, so NULL, as soon as one region has nothing.
create or replace macro theil_l(s, x) as
    if(bool_or(s <= 0), null, sum(x * ln(x / if(s > 0, s, null))));

-- Weighted Atkinson index of the rates s/x around the national rate; aversion 1 has its own limit form.
create or replace macro atkinson(s, x, aversion) as
    if(
        aversion = 1,
        1 - exp(sum(x * ln(if(s > 0, s / x, null)))),
        1 - pow(sum(x * pow(s / nullif(x, 0), 1 - aversion)), 1 / nullif(1 - aversion, 0)::double)
    );

-- Spread of the regional rates s/x around the national rate, weighted by the reference.
create or replace macro williamson_cv(s, x) as
    sqrt(sum(x * pow(s / nullif(x, 0) - 1, 2)));

-- Gini of counts from all pairs: every region weighs the same, whatever its size.
create or replace macro gini_of_counts(counts) as
    list_sum(list_transform(counts, lambda a: list_sum(list_transform(counts, lambda b: abs(a - b)))))
    / nullif(2.0::double * len(counts) * list_sum(counts), 0);

-- Gini against the reference, from all pairs of regions; pairs is a list of {s, x}.
create or replace macro locational_gini(pairs) as
    0.5::double * list_sum(
        list_transform(
            pairs,
            lambda a: list_sum(list_transform(pairs, lambda b: abs(a.s * b.x - b.s * a.x)))
        )
    );

-- Sigma convergence: spread of the logarithms of the regional rates in one year.
create or replace macro sigma_spread(rate) as
    stddev_samp(ln(if(rate > 0, rate, null)));
