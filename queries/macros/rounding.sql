-- Whether one number is the other with fewer decimals, as in 77.06 and 77.1: no farther from it than half of the last
-- decimal that the series has.

create or replace macro decimals_of(number) as
    length(rtrim(split_part(number::varchar, '.', 2), '0'));

create or replace macro is_rounding(one, other, decimals) as
    decimals_of(one) <> decimals_of(other)
    and abs(one - other) <= 0.5::double * pow(10, -decimals) + 1e-9
    and round(
        if(decimals_of(one) < decimals_of(other), other, one), least(decimals_of(one), decimals_of(other))::integer
    ) = if(decimals_of(one) < decimals_of(other), one, other);
