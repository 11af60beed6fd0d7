-- Which way is better: what ranks, places and highlights follow instead of the bare value.

-- The greater, the better; NULL where a series has no better side. Parity is missed alike on either side: a ratio by the
-- size of its logarithm, a share by its distance from one half, a gap by its size.
create or replace macro goodness(obs_value, direction, transform) as
    case
        when transform = 'parity_ratio' then -abs(ln(nullif(greatest(obs_value, 0), 0)))
        when transform = 'parity_percent' then -abs(ln(nullif(greatest(obs_value, 0), 0) / 100.0::double))
        when transform = 'share_50' then -abs(obs_value - 50)
        when transform = 'absolute_gap' then -abs(obs_value)
        when direction = 'increase' then obs_value
        when direction = 'decrease' then -obs_value
    end::double;

-- Whether a value grows with the size of the country or region that has it, so that only shares of it can be ranked.
create or replace macro is_sized(unit, unit_kind, additive) as
    unit <> 'CON_PPP_USD' and (unit_kind = 'money' or coalesce(additive, false));
