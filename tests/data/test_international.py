"""Comparison figures: real values under common codes, licences per row, and every known trap of the nine exports."""

from datetime import date

import duckdb
import pytest

from data.importers.international import FILES, Export, read_export
from data.importers.international_codes import age_code
from data.readers.refusal import InputRefusedError
from data.tidy import FIGURES, check_counts
from tests.data.small_files import reasons, values, write_csv

HEADER = (
    "country_iso3,ref_area,ref_area_m49,ref_area_name,series_code,indicator,series_name,year,sex,age,location,breakdown,"
    "value,unit,unit_mult,nature,obs_status,source"
)


def rows(source, sql):
    return duckdb.execute(sql.format(table=(FIGURES / f"{source}.parquet").as_posix())).fetchall()


@pytest.mark.parametrize(
    ("source", "where", "expected"),
    [
        ("un_sdg", "series_code = 'SL_TLF_NEET' and ref_area = 'KZ' and time_period = 2016", 9.49),
        ("un_sdg", "series_code = 'IC_GEN_MGTL' and ref_area = 'KZ' and time_period = 2020 and sex = 'F'", 41.1),
        ("un_sdg", "series_code = 'GB_XPD_CULNAT_PB' and ref_area = 'KZ' and composite_breakdown = '_T'", 0.65258),
        ("un_sdg", "series_code = 'SG_GEN_PARL' and ref_area = 'UZ' and time_period = 2023", 33.57),
        ("kgz_sdg", "indicator = '5.5.2' and time_period = 2024 and sex = 'F'", 41.5),
        ("unctad_digital", "series_code like '%ANN_EXP' and ref_area = 'KZ' and time_period = 2023", 2406),
        ("uzb_sdg", "indicator = '8.6.1' and time_period = 2021", 29.3),
    ],
)
def test_a_known_value_is_found_under_common_codes(source, where, expected):
    found = rows(source, f"select obs_value from '{{table}}' where {where}")
    assert [round(value, 2) for (value,) in found] == [round(expected, 2)]


def test_kyrgyz_pay_in_the_arts_is_split_by_sex():
    found = rows("kgz_sdg", "select sex, obs_value, unit_measure from '{table}' where series_code = '_L_KG_080501_1' "
                 "and activity = 'ISIC4_R' and time_period = 2024 order by sex")  # fmt: skip
    assert found == [("F", 22124.2, "KGS"), ("M", 22332.2, "KGS")]


def test_share_alike_rows_carry_their_own_licence():
    assert rows("uis_education", "select distinct licence from '{table}'") == [("CC-BY-SA-3.0-IGO",)]
    assert rows("uzb_sdg", "select distinct licence from '{table}'") == [("CC-BY-SA-4.0",)]
    assert rows("un_sdg", "select distinct licence from '{table}'") == [("CC-BY-4.0",)]


def test_no_projection_is_stored():
    assert rows("gapminder", "select max(time_period), min(time_period) from '{table}'") == [(2024, 1950)]
    assert rows("quarantine/gapminder", "select count(*) from '{table}' where reason = 'projection'") == [(200,)]


def test_modelled_values_are_marked_as_estimates():
    found = rows("gapminder", "select distinct obs_status from '{table}' "
                 "where series_code = 'females_aged_15_24_employment_rate_percent'")  # fmt: skip
    assert found == [("E",)]


def test_the_two_icls_versions_are_different_series():
    found = rows("un_sdg", "select distinct series_code from '{table}' where indicator = '8.6.1'")
    assert sorted(found) == [("SL_TLF_NEET",), ("SL_TLF_NEET_19ICLS",)]


def test_digital_skills_of_peers_bear_the_codes_of_the_national_platform():
    peers = {code for (code,) in rows("un_sdg", "select distinct composite_breakdown from '{table}' "
                                      "where series_code = 'SE_ADT_ACTS'")}  # fmt: skip
    national = {code for (code,) in rows("kazstat_sdg", "select distinct composite_breakdown from '{table}' "
                                         "where indicator = '4.4.1'")}  # fmt: skip
    assert "SKILL_ICTPRGM" in peers & national


def test_every_row_of_every_export_is_accounted_for():
    read = {
        file.source_id: rows(f"import_count/{file.source_id}", "select sum(read) from '{table}'")[0][0]
        for file in FILES
    }
    assert read == {
        "un_sdg": 40769,
        "kgz_sdg": 6185,
        "arm_sdg": 2374,
        "tjk_sdg": 188,
        "uzb_sdg": 1240,
        "gapminder": 8346,
        "uis_education": 984,
        "unctad_digital": 418,
        "wdi_scitech": 3589,
    }


def read(tmp_path, source, *given, **export):
    lines = [
        {
            "country_iso3": "KAZ",
            "series_code": "SL_TLF_NEET",
            "indicator": "8.6.1",
            "year": "2020",
            "value": "7.5",
            "unit": "PERCENT",
        }
        | line
        for line in given
    ]
    names = HEADER.split(",")
    text = [",".join(f'"{line.get(name, "")}"' for name in names) for line in lines]
    settings = Export(source, "export.csv", date(2025, 1, 1), "CC-BY-4.0", **export)
    imported = read_export(write_csv(tmp_path / "export.csv", HEADER, *text), settings)
    check_counts(imported)
    return imported


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"value": ""}, "no_value"),
        ({"value": "<5"}, "unreadable_value"),
        ({"value": "740.5"}, "percent_out_of_range"),
        ({"country_iso3": "XYZ"}, "unknown_area"),
        ({"age": "grown-up"}, "unknown_code"),
        ({"year": "1949"}, "reconstruction"),
        ({"unit": "stones"}, "unknown_unit"),
        ({"unit_mult": "million"}, "unknown_unit"),
        ({"sex": "X"}, "unknown_code"),
        ({"obs_status": "Q"}, "unknown_code"),
        ({"nature": "Z"}, "unknown_code"),
        ({"year": "2026"}, "year_after_release"),
    ],
)
def test_a_doubtful_row_is_set_aside_and_its_neighbour_stored(tmp_path, line, reason):
    imported = read(tmp_path, "un_sdg", line, {"value": "8.5"})
    assert reasons(imported) == [(2, reason)]
    assert values(imported) == [(3, 8.5)]


def test_a_zero_of_the_uzbek_portal_is_no_figure(tmp_path):
    imported = read(tmp_path, "uzb_sdg", {"value": "0"}, zero_is_missing=True)
    assert reasons(imported) == [(2, "suppressed_as_zero")]


def test_a_zero_of_other_publishers_is_a_figure(tmp_path):
    assert values(read(tmp_path, "un_sdg", {"value": "0"})) == [(2, 0.0)]


def test_a_year_after_the_last_observed_one_is_a_projection(tmp_path):
    imported = read(tmp_path, "gapminder", {"year": "2025"}, {"year": "2024"}, last_year=2024)
    assert reasons(imported) == [(2, "projection")]


def test_a_slice_printed_twice_with_two_values_is_set_aside(tmp_path):
    imported = read(tmp_path, "arm_sdg", {"value": "15.3"}, {"value": "15.7"})
    assert reasons(imported) == [(2, "conflicting_duplicate"), (3, "conflicting_duplicate")]


def test_one_key_in_two_units_is_a_conflict(tmp_path):
    imported = read(tmp_path, "arm_sdg", {"unit": "%"}, {"unit": "number"})
    assert [reason for _, reason in reasons(imported)] == ["conflicting_duplicate"] * 2


def test_a_share_of_women_counts_as_women(tmp_path):
    imported = read(tmp_path, "kgz_sdg", {"indicator": "5.5.2", "series_code": "IC_GEN_MGTL", "sex": "_T"})
    assert imported.figures[0].sex == "F"


def test_the_country_written_as_a_number_is_the_country(tmp_path):
    imported = read(tmp_path, "kgz_sdg", {"country_iso3": "KGZ", "ref_area": "417"}, {"ref_area": "KG03"})
    assert [figure.ref_area for figure in imported.figures] == ["KG", "KG-03"]


def test_a_value_in_thousands_gets_the_unit_that_says_so(tmp_path):
    imported = read(tmp_path, "kgz_sdg", {"unit": "CUR_LCU", "unit_mult": "3", "value": "52.1"})
    assert [(f.obs_value, f.unit_measure) for f in imported.figures] == [(52.1, "TH_KGS")]


def test_an_hour_of_publication_is_no_dimension(tmp_path):
    imported = read(tmp_path, "kgz_sdg", {"breakdown": "DATA_LAST_UPDATE=2025-05-19T00:00:00"})
    assert imported.figures[0].composite_breakdown == "_T"


def test_regions_of_uzbekistan_are_set_aside_instead_of_counting_as_the_country(tmp_path):
    imported = read(tmp_path, "uzb_sdg", {"indicator": "8.5.2", "breakdown": "caption=Andizhan Region;uid=10_105_"})
    assert reasons(imported) == [(2, "unknown_area")]


@pytest.mark.parametrize(
    ("published", "code"),
    [
        ("", "_T"),
        ("allage", "_T"),
        ("15", "Y_GE15"),
        ("15+", "Y_GE15"),
        ("15-24", "Y15T24"),
        ("aged 15-24 years", "Y15T24"),
        ("lt15y", "Y_LT15"),
        ("Y15T24", "Y15T24"),
        ("grown-up", None),
    ],
)
def test_ages_become_sdmx_codes(published, code):
    assert age_code(published) == code


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("series_code,year,value\nA,2020,1", "line 1, column country_iso3: is missing"),
        (
            HEADER + "\nKAZ,,,,SL_TLF_NEET,8.6.1,,twenty,,,,,7.5,PERCENT,,,,",
            "line 2, column year: 'twenty' is not a year",
        ),
        (HEADER + "\nKAZ,2020,7.5", "line 2: 3 values under 18 headings"),
    ],
)
def test_a_damaged_export_is_refused_with_its_place(tmp_path, text, message):
    path = write_csv(tmp_path / "export.csv", text)
    with pytest.raises(InputRefusedError, match=message):
        read_export(path, Export("un_sdg", "export.csv", date(2025, 1, 1), "CC-BY-4.0"))
