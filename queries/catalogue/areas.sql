-- Question: which areas and comparable groups of regions are there, and what are they called?
-- Parameters: lang en|ru|kk.
-- Grain: one row per area or group (ref_area); groups of several regions have kind 'group'. place_in, place_of: the name
-- as a sentence needs it after "in" and "of", with that word. group_cg17, group_cg16: the comparable group of a region,
-- NULL for others.
-- Keys: ref_area
-- Columns: ref_area varchar, kind varchar, name varchar, short_name varchar, valid_from date, valid_to date,
-- predecessor varchar, focus boolean, sort_order integer, group_cg17 varchar, group_cg16 varchar, place_in varchar,
-- place_of varchar
-- Source: data/catalogue/areas.csv, area_forms.csv and area_groups.csv.
-- example: lang=ru

with named as (
    select
        area.ref_area,
        area.kind,
        in_language($lang, area.name_en, area.name_ru, area.name_kk) as name,
        in_language($lang, area.short_en, area.short_ru, area.short_kk) as short_name,
        area.valid_from,
        area.valid_to,
        area.predecessor,
        area.focus,
        area.sort_order
    from area
),

grouped as (
    select
        named.*,
        cg17.group_code as group_cg17,
        cg16.group_code as group_cg16
    from named
    left join area_group as cg17 on named.ref_area = cg17.ref_area and cg17.scheme = 'CG17'
    left join area_group as cg16 on named.ref_area = cg16.ref_area and cg16.scheme = 'CG16'
),

listed as (
    select * from grouped
    union all by name
    select
        group_code as ref_area,
        'group' as kind,
        any_value(in_language($lang, name_en, name_ru, name_kk)) as name,
        any_value(in_language($lang, name_en, name_ru, name_kk)) as short_name,
        false as focus,
        1000 as sort_order
    from area_group
    where group_code not in (select area.ref_area from area)
    group by group_code
),

final as (
    select
        listed.*,
        in_language($lang, area_form.in_en, area_form.in_ru, area_form.in_kk) as place_in,
        in_language($lang, area_form.of_en, area_form.of_ru, area_form.of_kk) as place_of
    from listed
    inner join area_form on listed.ref_area = area_form.ref_area
)

select * from final order by sort_order, ref_area;
