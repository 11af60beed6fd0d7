"""Which side loses where a total and its parts disagree: the one that other evidence contradicts."""

import shutil
from pathlib import Path

import duckdb
import pytest

from data.importers.kazstat_borders import read_borders
from data.importers.national_sdg import CATALOGUE, read_source
from data.importers.population import Population, read_population
from data.store import STORE
from data.tidy import FIGURES, Imported
from queries.open_store import SEALED
from tests.data.damaged_files import NO_REPAIRS

AREAS = ("KZAKM", "KZAKT", "KZALM", "KZATY", "KZZAP", "KZZHA", "KZKAR", "KZKUS", "KZKZY", "KZMAN", "KZPAV", "KZSEV")
YEARS = range(2010, 2020)
TOTAL, WOMEN, MEN = 5.0, 6.0, 4.0


def rows_of(changed: dict[tuple[int, str, str], float]) -> list[str]:
    """A table in which every total lies between women and men, but for what is `changed` (year, area, sex)."""
    rows = ["Year,UNIT_MEASURE,REF_AREA,URBANISATION,SEX,Value"]
    for year in YEARS:
        for area in ("", *AREAS):
            for sex, value in (("", TOTAL), ("F", WOMEN), ("M", MEN)):
                steady = value + 0.2 * (year % 3) + (0.0 if area else 0.1 * (year % 2))
                rows.append(f"{year},PT,{area},,{sex},{changed.get((year, area, sex), round(steady, 1))}")
    return rows


def imported_with(changed: dict[tuple[int, str, str], float], scratch: Path) -> Imported:
    catalogue = scratch / "catalogue"
    shutil.copytree(CATALOGUE, catalogue)
    (catalogue / "repairs.csv").write_text(NO_REPAIRS)
    file = scratch / "kazstat" / "vintages" / "2025-01-15" / "indicator_8-6-1.csv"
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(rows_of(changed)) + "\n")
    return read_source(scratch, catalogue)


def gone(imported: Imported) -> set[tuple[int, str]]:
    return {(row.time_period, row.sex) for row in imported.quarantined}


def disputed(imported: Imported) -> set[tuple[int, str]]:
    lines = {row.line for row in imported.disputed}
    return {(f.time_period, f.sex) for f in imported.figures if f.line in lines}


def test_a_sound_table_loses_nothing(tmp_path: Path) -> None:
    imported = imported_with({}, tmp_path)
    assert (imported.quarantined, imported.disputed) == ([], [])


def test_of_a_block_that_fails_the_side_goes_whose_regions_do_not_give_the_country(tmp_path: Path) -> None:
    wrong = {(2019, area, "F"): 3.0 for area in AREAS} | {(2019, "", "F"): 4.0}
    imported = imported_with(wrong, tmp_path)
    assert gone(imported) == {(2019, "F")}
    assert len(imported.quarantined) == len(AREAS) + 1
    assert disputed(imported) == {(2019, "_T"), (2019, "M")}


def test_a_wrong_total_goes_and_its_parts_stay(tmp_path: Path) -> None:
    wrong = {(2019, area, ""): 9.0 for area in AREAS} | {(2019, "", ""): 11.0}
    imported = imported_with(wrong, tmp_path)
    assert gone(imported) == {(2019, "_T")}
    assert disputed(imported) == {(2019, "F"), (2019, "M")}


def test_of_one_area_the_side_goes_that_lies_apart_from_the_years_beside_it(tmp_path: Path) -> None:
    imported = imported_with({(2015, "KZAKM", "F"): 12.0, (2015, "KZAKM", ""): 3.0}, tmp_path)
    assert gone(imported) == set()
    assert disputed(imported) == {(2015, "_T"), (2015, "F"), (2015, "M")}
    alone = imported_with({(2015, "KZAKM", ""): 12.0}, tmp_path / "alone")
    assert gone(alone) == {(2015, "_T")}


def test_a_share_that_nobody_can_have_is_told_only_where_the_base_is_the_population(tmp_path: Path) -> None:
    once = imported_with({(2016, "KZAKM", ""): 5.6}, tmp_path)
    assert disputed(once) == {(2016, "_T"), (2016, "F"), (2016, "M")}
    usual = {(year, area, ""): 5.6 + 0.2 * (year % 3) for year in YEARS for area in AREAS}
    assert disputed(imported_with(usual, tmp_path / "usual")) == set()


@pytest.fixture(scope="module")
def population() -> Population:
    return read_population(FIGURES, read_borders(CATALOGUE / "areas.csv"))


def test_a_region_weighs_with_those_split_off_from_it_where_a_table_lacks_them(population: Population) -> None:
    alone = population.weight("KZ-63", 2015, "_T", {"KZ-63", "KZ-10"})
    whole = population.weight("KZ-63", 2015, "_T", {"KZ-63"})
    assert whole == alone + population.weight("KZ-10", 2015, "_T", {"KZ-10", "KZ-63"})
    heirs = sum(population.weight(area, 2015, "F", {"KZ-61", "KZ-79"}) for area in ("KZ-61", "KZ-79"))
    assert population.weight("KZ-YUZ", 2015, "F", {"KZ-YUZ"}) == heirs
    assert population.share("KZ", 2023, "U") == pytest.approx(0.62, abs=0.01)


def test_of_2023_the_totals_and_men_stay_disputed_and_women_and_residence_go() -> None:
    with duckdb.connect(str(STORE.resolve()), read_only=True, config=SEALED) as store:
        kept = store.execute("""
            select sex, urbanisation, count(*), count(dispute) from observation
            where indicator = '8.6.1' and release = '2024-10-24' and time_period = 2023 group by all order by all
        """).fetchall()
        aside = store.execute("""
            select sex, urbanisation, count(*) from quarantine
            where indicator = '8.6.1' and release = '2024-10-24' and time_period = 2023
            and reason = 'total_outside_parts' group by all order by all
        """).fetchall()
        above = store.execute("""
            select count(*) from observation
            where source_id = 'kazstat_sdg' and indicator = '8.6.1' and release = '2024-10-24'
            and time_period = 2023 and sex = '_T' and urbanisation = '_T' and ref_area <> 'KZ' and obs_value > 6.0
        """).fetchone()
    assert kept == [("M", "_T", 21, 21), ("_T", "_T", 21, 21)]
    assert aside == [("F", "_T", 21), ("_T", "R", 18), ("_T", "U", 21)]
    assert above == (10,)
