-- Question: did a region's creative section grow with the country, with its section, or by itself?
-- Parameters: activity ISIC4_J|ISIC4_R; as_of a date; from_year, to_year; geography CG17|CG16|published.
-- Grain: one row per region present in both years (region).
-- Units: value added as published, current prices, so national growth contains inflation; growth in per cent.
-- Method: classical shift-share; the three effects add up to the change, the regional ones to 0 over all regions.
-- example: activity=ISIC4_J, as_of=2026-11-22, from_year=2018, to_year=2024, geography=CG17

with based as (
    select *
    from regional_gva
    where
        activity = $activity
        and geography = $geography
        and release = release_as_of('bns_gva', $as_of)
),

paired as (
    select
        first_year.region,
        first_year.gva as part_0,
        last_year.gva as part_1,
        sum(first_year.gva) over () as sector_0,
        sum(last_year.gva) over () as sector_1,
        sum(first_year.grp) over () as nation_0,
        sum(last_year.grp) over () as nation_1
    from based as first_year
    inner join based as last_year
        on first_year.region = last_year.region and last_year.time_period = $to_year
    where first_year.time_period = $from_year
),

final as (
    select
        region,
        part_0 as gva_from,
        part_1 as gva_to,
        part_1 - part_0 as change,
        national_effect(part_0, nation_0, nation_1) as national_effect,
        mix_effect(part_0, sector_0, sector_1, nation_0, nation_1) as mix_effect,
        regional_effect(part_0, part_1, sector_0, sector_1) as regional_effect,
        100 * (part_1 / nullif(part_0, 0) - 1) as growth,
        100 * (sector_1 / nullif(sector_0, 0) - 1) as section_growth,
        100 * (nation_1 / nullif(nation_0, 0) - 1) as national_growth
    from paired
)

select * from final order by regional_effect desc, region;
