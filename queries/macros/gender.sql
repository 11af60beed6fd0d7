-- Gender measures.
-- Arguments are counts (women, men) or rates of women and of men in the same unit; NULL in, NULL out.
-- Sources: UNESCO UIS glossary for the parity index and its adjusted form; IIEP glossary for the band 0.97-1.03.

-- Women in every hundred people: headcounts only, never rates.
create or replace macro female_share(women, men) as
    100.0::double * women / nullif(women + men, 0);

-- Gender parity index: the rate of women divided by the rate of men; 1 is parity.
create or replace macro parity_index(women_rate, men_rate) as
    women_rate::double / nullif(men_rate, 0);

-- Adjusted parity index: symmetric around 1 between 0 and 2, so a lead of either side has the same length.
create or replace macro adjusted_parity_index(women_rate, men_rate) as
    case
        when women_rate <= men_rate then women_rate::double / nullif(men_rate, 0)
        when women_rate > men_rate then 2 - men_rate::double / nullif(women_rate, 0)
    end;

-- Position against the parity band. The band belongs to ratios of rates, not to shares.
create or replace macro parity_band(ratio) as
    case
        when ratio < 0.97 then 'women_lower'
        when ratio <= 1.03 then 'parity'
        when ratio > 1.03 then 'women_higher'
    end;

-- Difference in points, women minus men.
create or replace macro gap_points(women_rate, men_rate) as
    women_rate::double - men_rate;

-- How much less women have, in per cent of what men have; made for pay.
create or replace macro relative_gap(women_rate, men_rate) as
    100.0::double * (men_rate - women_rate) / nullif(men_rate, 0);

-- Wilson interval of a share (0-1) seen in n answers, at 95 %: a struct with low and high.
create or replace macro wilson_interval(share, n, z := 1.959963984540054) as
    {
        'low': (share + z * z / (2 * n) - z * sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)))
            / (1 + z * z / n),
        'high': (share + z * z / (2 * n) + z * sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)))
            / (1 + z * z / n)
    };

-- Who the difference favours: a code for words, because a higher rate can be the worse one.
-- direction is 1 where more is better, -1 where less is better, 0 where neither.
create or replace macro who_is_ahead(women_rate, men_rate, direction) as
    case
        when women_rate is null or men_rate is null then null
        when women_rate = men_rate then 'level'
        when direction = 0 then if(women_rate > men_rate, 'women_higher', 'men_higher')
        when (women_rate - men_rate) * direction > 0 then 'women_ahead'
        else 'men_ahead'
    end;
