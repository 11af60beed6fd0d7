"""Every connector of the catalogue against a publisher that answers in the documented shape: the same rows come in."""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import yaml

from data.catalogue_files import CATALOGUE, CatalogueError, read_sources
from data.importers.publishers import asked
from data.readers.refusal import InputRefusedError
from data.refresh import archive
from data.refresh.connectors import read_connectors
from data.refresh.folder import Asking, Fetched
from data.refresh.parts import Parts
from data.tidy import Figure, ImportCount, Imported, write_import
from data.web import Client, Limits, Manner
from tests.data import documented
from tests.data.publisher_server import Publisher, Reply, Request, publishing

NO_AREA = "Atlantis"
EXCERPTS = Path(__file__).parent / "excerpts"
TODAY = date(2026, 11, 28)
TABLES = {
    "un_sdg": ("international/un_sdg_global_2023-12.csv", documented.un_sdg),
    "wdi_scitech": ("international/worldbank_wdi_scitech_2021-10.csv", documented.world_bank),
    "unctad_digital": ("international/unctad_digital_services_2025-12.csv", documented.data360),
    "uis_education": ("international/unesco_uis_education_2024-08.csv", documented.uis),
    "bns_gva": ("bns/gva_J_R_and_grp_by_region.csv", documented.cube),
    "bns_employment": ("bns/employed_J_M_P_R_total.csv", documented.cube),
}
RELEASED = {"wdi_scitech": date(2026, 10, 7), "bns_gva": date(2026, 8, 24), "bns_employment": date(2026, 8, 24)}


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as publisher:
        yield publisher


@pytest.fixture
def catalogue(tmp_path: Path, publisher: Publisher) -> Path:
    """A catalogue whose connectors ask the publisher on this machine and expect no more rows than a test has."""
    folder = tmp_path / "catalogue"
    shutil.copytree(CATALOGUE, folder)
    text = (CATALOGUE / "connectors.yaml").read_text(encoding="utf-8")
    text = re.sub(r"https://([\w.-]+)/", lambda found: f"{publisher.address}/", text)
    (folder / "connectors.yaml").write_text(re.sub(r"least_rows: \d+", "least_rows: 1", text), encoding="utf-8")
    return folder


def excerpt(source: str) -> list[dict[str, str]]:
    with (EXCERPTS / TABLES[source][0]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if source == "bns_gva":
        rows = [row for row in rows if row["region_code"] in documented.REGIONS and row["item"] != "M"]
    # A cube has no units, and nobody asks for an area that is on no list.
    units = {"million KZT, current prices", "thousand persons"}
    rows = [row for row in rows if "item" not in row or (row["item"] in documented.ITEMS and row["unit"] in units)]
    return [row for row in rows if row["year"].isdigit() and row.get("ref_area_name") != NO_AREA]


def serve(publisher: Publisher, source: str, rows: list[dict[str, str]]) -> None:
    """Let the publisher answer for a source with these rows."""
    answer = TABLES[source][1]
    if source in ("bns_gva", "bns_employment"):
        table = {"bns_gva": 5927, "bns_employment": 5831}[source]
        publisher.says(f"/api/iblock/element/{table}/json/file/ru/", answer(rows))
        sheet = documented.metadata("24.08.2026", "12.10.2026")
        publisher.says(f"/api/iblock/element/{table}/file/ru/", sheet)
        return
    paths = {
        "un_sdg": ["/sdgs/UNSDGAPIV5/v1/sdg/Series/Data"],
        "unctad_digital": ["/data360/data"],
        "uis_education": ["/api/public/data/indicators"],
        "wdi_scitech": [
            f"/v2/en/country/KAZ;KGZ;UZB;TJK;TKM;AZE;GEO;ARM;MNG;TUR;ECA;ECS;UMC;WLD/indicator/{row['series_code']}"
            for row in rows
        ],
    }
    for path in paths[source]:
        publisher.says(path, partial(answer, rows))


FIGURE = Figure(
    source_id="kazstat_sdg",
    indicator="X",
    time_period=2015,
    unit_measure="PT",
    obs_value=1.0,
    release=date(2020, 1, 1),
    file="held.csv",
    line=2,
    licence="BNS-OPEN",
)


def counted(figures: list[Figure]) -> ImportCount:
    outcomes = dict(read=len(figures), stored=len(figures), repaired=0, quarantined=0, dropped=0, duplicate=0)
    return ImportCount(source_id=figures[0].source_id, release=figures[0].release, file=figures[0].file, **outcomes)


def hold(figures: Path, source: str, rows: list[dict[str, str]]) -> None:
    """Figures that say which series are asked for."""
    codes = sorted({row.get("series_code", "") for row in rows})
    held = [replace(FIGURE, source_id=source, series_code=code) for code in codes]
    write_import(Imported(source, held, counts=[counted(held)]), figures)


def lay_down(folder: Path, source: str, rows: list[dict[str, str]], day: date) -> Path:
    """The publisher's folder with the rows as a file of that day's release; the folder."""
    path = folder / re.sub(r"\d{4}-\d\d(?=\.csv)", f"{day:%Y-%m}", TABLES[source][0])
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    (folder / "releases.csv").write_text(f"source_id,release\n{source},{day}\n")
    return folder


@pytest.fixture
def asking(catalogue: Path, tmp_path: Path) -> Iterator[Callable[[str], Fetched]]:
    client = Client(tmp_path / "cache", Limits(connect=1, silence=2, answer=5, pause=0.01, attempts=2))

    def ask(source: str) -> Fetched:
        connector = read_connectors(catalogue)[source]
        parts = Parts(client, tmp_path / "answers", Manner(1_000_000, 3_000_000, connector.accept))
        return Asking(connector, parts, tmp_path / "figures", TODAY).fetch(tmp_path / "publishers")

    yield ask
    client.close()


def told(imported: Imported) -> set[tuple]:
    """What an import says, without the places where it stands."""
    names = [name for name in Figure.__dataclass_fields__ if name not in ("release", "file", "line")]
    stored = {tuple(getattr(figure, name) for name in names) for figure in imported.figures}
    return stored | {(row.reason, row.ref_area, row.time_period, row.obs_value) for row in imported.quarantined}


@pytest.mark.parametrize("source", TABLES)
def test_a_documented_answer_becomes_the_rows_of_the_publishers_file(asking, publisher, catalogue, tmp_path, source):
    rows = excerpt(source)
    hold(tmp_path / "figures", source, rows)
    serve(publisher, source, rows)
    fetched = asking(source)
    assert fetched.release == RELEASED.get(source, TODAY)
    assert fetched.next_release == (date(2026, 10, 12) if source.startswith("bns_") else None)
    folders = (fetched.folder, lay_down(tmp_path / "own", source, rows, fetched.release))
    theirs, ours = (asked(source, folder, catalogue).read() for folder in folders)
    assert told(theirs) == told(ours)
    assert len(theirs.figures) >= 3
    assert {figure.release for figure in theirs.figures} == {fetched.release}


def test_the_archive_of_the_platform_gives_the_files_that_are_held_and_their_day(
    asking, publisher, tmp_path, catalogue
):
    held = {"indicator_8-6-1.csv": b"Year,UNIT_MEASURE,REF_AREA,Value\n2023,PT,,6.5\n"}
    other = {"data/indicator_1-1-1.csv": b"Year,Value\n", "README.md": b"", "tests/data/indicator_8-6-1.csv.bak": b""}
    figures = [replace(FIGURE, file=name) for name in held]
    write_import(Imported("kazstat_sdg", figures, counts=[counted(figures)]), tmp_path / "figures")
    packed = documented.archive({f"data/{name}": body for name, body in held.items()} | other, date(2026, 10, 24))
    publisher.says("/kazstat/sdg-data-kazstat/zip/refs/heads/master", packed)
    fetched = asking("kazstat_sdg")
    laid = {path.name: path.read_bytes() for path in fetched.folder.rglob("*") if path.suffix == ".csv"}
    assert laid.pop("releases.csv") == b"source_id,release\nkazstat_sdg,2026-10-24\n"
    assert laid == held
    assert (fetched.release, fetched.left_out) == (date(2026, 10, 24), 1)
    assert [figure.obs_value for figure in asked("kazstat_sdg", fetched.folder, catalogue).read().figures] == [6.5]


GOOD = json.dumps([{"page": 1, "pages": 1, "lastupdated": "2026-10-07"}, []])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"<!doctype html><title>Maintenance</title>", "a web page came in the place of data"),
        (b'[{"page": 1, "pages": 1, "lastupdated": "2026-10-07"}, [{"indi', "is no JSON, or is cut"),
        (b"\xff\xfe[\x00", "is no JSON, or is cut"),
        (b"[" * 100_000, "is no JSON, or is cut"),
        (b'[{"pages": 1, "pages": 2}, []]', "the field 'pages' stands twice"),
        (b'[{"message": [{"id": "120", "value": "Invalid value"}]}]', "no number of pages at '0.pages'"),
        (b'{"pages": 1}', "no number of pages"),
        (b'[{"pages": "1", "lastupdated": "2026-10-07"}, []]', "no number of pages"),
        (b'[{"pages": true, "lastupdated": "2026-10-07"}, []]', "no number of pages"),
        (b'[{"pages": 1e9, "lastupdated": "2026-10-07"}, []]', "no number of pages"),
        (b'[{"pages": 1000000, "lastupdated": "2026-10-07"}, []]', "says it has 1000000 pages"),
        (b'[{"pages": 1, "lastupdated": "2026-10-07"}, {"rows": []}]', "no list of rows at '1'"),
        (b'[{"pages": 1, "lastupdated": "2026-10-07"}, ["row"]]', "row 1: field 'a row with fields' is missing"),
        (b'[{"pages": 1, "lastupdated": "2026-10-07"}, [{"year": 1}]]', "field 'country' is missing (found: year)"),
        (b'[{"pages": 1, "lastupdated": "soon"}, []]', "'soon' is no day of release"),
        (b'[{"pages": 1, "lastupdated": "2027-01-01"}, []]', "says it was released on 2027-01-01, after today"),
        (GOOD.encode(), "0 rows came where at least 1 are expected"),
    ],
)
def test_an_answer_of_another_shape_is_refused_with_its_address_and_the_entry_to_mend(
    asking, publisher, tmp_path, answer, said
):
    rows = excerpt("wdi_scitech")
    hold(tmp_path / "figures", "wdi_scitech", rows)
    for path in {row["series_code"] for row in rows}:
        areas = "KAZ;KGZ;UZB;TJK;TKM;AZE;GEO;ARM;MNG;TUR;ECA;ECS;UMC;WLD"
        publisher.says(f"/v2/en/country/{areas}/indicator/{path}", answer)
    with pytest.raises(InputRefusedError) as refused:
        asking("wdi_scitech")
    assert said in str(refused.value)
    assert "connectors.yaml" in str(refused.value)


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        (b"PK\x03\x04 cut", "no archive that can be read, or it is cut"),
        (documented.archive({"README.md": b""}, TODAY), "holds no */data/indicator_*.csv"),
        (documented.archive({"data/indicator_8-6-1.csv": b"x", "b/data/indicator_8-6-1.csv": b"y"}, TODAY), "twice"),
        (documented.archive({"data/indicator_8-6-1.csv": b"0" * 1_500_000}, TODAY), "unpacks to more than 1 MB"),
    ],
)
def test_an_archive_that_is_none_is_refused(asking, publisher, monkeypatch, packed, said):
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1_000_000)
    publisher.says("/kazstat/sdg-data-kazstat/zip/refs/heads/master", packed)
    with pytest.raises(InputRefusedError, match=re.escape(said)):
        asking("kazstat_sdg")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (documented.metadata("", ""), "'' is no day of release"),
        (documented.metadata("31.02.2026", ""), "is no day of release"),
        (documented.metadata("24.08.2027", ""), "after today"),
        (b"<html>", "element/5831/file/ru/: .*not a readable workbook"),
    ],
)
def test_a_table_whose_workbook_states_no_day_is_refused(asking, publisher, sheet, said):
    serve(publisher, "bns_employment", excerpt("bns_employment"))
    publisher.says("/api/iblock/element/5831/file/ru/", sheet)
    with pytest.raises(InputRefusedError, match=said):
        asking("bns_employment")


def test_a_refresh_that_was_cut_off_goes_on_where_it_stopped(asking, publisher, tmp_path):
    rows = excerpt("un_sdg")
    hold(tmp_path / "figures", "un_sdg", rows)
    last = sorted({row["series_code"] for row in rows})[-1]

    def broken_in_the_end(request: Request) -> Reply:
        return Reply(b"", 500) if request.query["seriesCode"] == [last] else documented.un_sdg(rows, request)

    publisher.says("/sdgs/UNSDGAPIV5/v1/sdg/Series/Data", broken_in_the_end)
    with pytest.raises(InputRefusedError, match="status 500"):
        asking("un_sdg")
    before = len(publisher.requests)
    serve(publisher, "un_sdg", rows)
    asking("un_sdg")
    assert {tuple(request.query["seriesCode"]) for request in publisher.requests[before:]} == {(last,)}


ILOSTAT = """
- source_id: gapminder
  shape: csv
  file: international/gapminder_ilo_wdi_{month}.csv
  address: %s/data/indicator?id={series}&ref_area=KAZ+KGZ&timefrom=2005&timeto={year}&type=code&format=.csv
  each: {series: [EIP_NEET_SEX_RT_A]}
  columns:
    series_code: indicator
    country_iso3: ref_area
    year: {at: time, year: true}
    sex: {at: sex, codes: {SEX_T: _T, SEX_F: F, SEX_M: M}, only: true}
    value: obs_value
  verified: {day: null, how: the columns are those that clients of 2026 read}
"""
ILO_ROWS = b"ref_area,source,indicator,sex,time,obs_value,obs_status\nKAZ,BA:453,EIP_NEET_SEX_RT,SEX_F,2022,9.5,\n"


def test_a_text_table_is_read_by_its_headings(asking, publisher, catalogue):
    (catalogue / "connectors.yaml").write_text(ILOSTAT % publisher.address)
    publisher.says("/data/indicator", ILO_ROWS + b"KAZ,BA:453,EIP_NEET_SEX_RT,SEX_O,2022,1,\n")
    fetched = asking("gapminder")
    laid = (fetched.folder / "international" / "gapminder_ilo_wdi_2026-11.csv").read_text()
    assert laid == "series_code,country_iso3,year,sex,value\nEIP_NEET_SEX_RT,KAZ,2022,F,9.5\n"
    assert fetched.left_out == 1
    assert publisher.requests[0].query["timeto"] == ["2026"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ILO_ROWS.replace(b"obs_value", b"value"), "line 1, column obs_value: is missing"),
        (b'{"error":"deprecated or invalid dataset id=X"}', "JSON instead of a table"),
        (b"<html>", "web page"),
        (ILO_ROWS[:-20] + b'"', "look for a missing quote"),
        (ILO_ROWS.split(b"\n")[0], "there are headings but no row"),
    ],
)
def test_a_text_table_of_another_shape_is_refused_with_its_address(asking, publisher, catalogue, answer, said):
    (catalogue / "connectors.yaml").write_text(ILOSTAT % publisher.address)
    publisher.says("/data/indicator", answer)
    with pytest.raises(InputRefusedError) as refused:
        asking("gapminder")
    assert said in str(refused.value)
    assert f"{publisher.address}/data/indicator?id=EIP_NEET_SEX_RT_A&ref_area=KAZ+KGZ" in str(refused.value)


SDMX = "DATAFLOW,COUNTRY,BOP_ACCOUNTING_ENTRY,SECTOR,INDICATOR,FREQUENCY,TIME_PERIOD,OBS_VALUE\n"
EMPLOYED = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status\n"
PAY = "ref_area,source,indicator,sex,classif1,classif2,time,obs_value\n"
DATED = "date,region,item_code,item_name,value,transformation\n"
TEXT_TABLES = {
    "ilo_employed": (
        f"{EMPLOYED}KAZ,BA:453,EMP,SEX_F,ECO_ISIC4_J,2024,70.1,\nKAZ,BA:453,EMP,SEX_F,ECO_ISIC4_A,2024,1,\n",
        "ref_area,sex,classif1,time,emp_temp_sex_eco_nb\nkaz,sex_f,eco_isic4_j,2024,70.1\n",
    ),
    "ilo_pay": (
        f"{PAY}KAZ,BA:1,EAR,SEX_T,ECO_ISIC4_R,CUR_TYPE_LCU,2024,250000\nKAZ,BA:1,EAR,SEX_T,ECO_ISIC4_R,CUR_TYPE_PPP,2024,9\n",
        "ref_area,sex,classif1,classif2,time,ear_emta_sex_eco_cur_nb\nkaz,sex_t,eco_isic4_r,cur_type_lcu,2024,250000\n",
    ),
    "imf_bop": (
        f"{SDMX}BOP,KAZ,CD_T,,SK1,A,2024,12.5\n",
        f"{DATED}2024-12-31,national,CD_T.SK1,,12.5,level\n",
    ),
    "imf_cofog": (
        f"{SDMX}GFS,KAZ,,S13,GF0820_T,A,2024,0.3\n",
        f"{DATED}2024-12-31,national,S13.GF0820_T,,0.3,level\n",
    ),
}


@pytest.mark.parametrize("source", TEXT_TABLES)
def test_a_text_table_of_a_world_organisation_becomes_the_importers_file(asking, publisher, source):
    answer, laid = TEXT_TABLES[source]
    imf, trade = "/external/sdmx/2.1/data/IMF.STA,", "CD_T+DB_T.SH+SI+SI1+SI2+SI3+SJ2+SK+SK1.USD.A"
    functions = "+".join(f"GF08{part}_T" for part in ("", "10", "20", "30", "40", "50", "60"))
    spent = f"{imf}GFS_COFOG/KAZ.S13..{functions}+TOTOUT_T.POGDP_PT.A"
    for path in ("/data/indicator", f"{imf}BOP/KAZ.{trade}", spent):
        publisher.says(path, answer.encode())
    fetched = asking(source)
    [path] = [path for path in fetched.folder.rglob("*.csv") if path.name != "releases.csv"]
    assert path.read_text() == laid
    form = "application/vnd.sdmx.data+csv;version=1.0.0" if source.startswith("imf") else "*/*"
    assert publisher.requests[0].headers["accept"] == form


def test_a_split_that_nobody_reads_is_refused(asking, publisher, tmp_path):
    rows = excerpt("un_sdg")[:1]
    hold(tmp_path / "figures", "un_sdg", rows)
    split = rows[0] | {"breakdown": "migratory_status=ALL"}
    serve(publisher, "un_sdg", [split])
    with pytest.raises(InputRefusedError, match=r"row 1: dimensions\.Migratory status \('ALL'\) splits the figures"):
        asking("un_sdg")


def test_every_source_can_be_asked_or_says_why_not():
    sources = [source["source_id"] for source in read_sources(CATALOGUE / "sources.yaml")[0]]
    by_hand = yaml.safe_load((CATALOGUE / "by_hand.yaml").read_text(encoding="utf-8"))
    assert {*read_connectors(CATALOGUE), *by_hand} == set(sources)
    assert not read_connectors(CATALOGUE).keys() & by_hand.keys()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("source_id: un_sdg", "source_id: un_sgd", "un_sgd: is no source of sources.yaml"),
        ("source_id: wdi_scitech", "source_id: un_sdg", "un_sdg: stands twice"),
        ("shape: json", "shape: jsn", "'jsn' is not one of"),
        ("address: https", "address: ftp", "does not match"),
        ("rows: data", "row: data", "'row' was unexpected"),
    ],
)
def test_a_connector_that_cannot_be_used_is_named(tmp_path, old, new, said):
    shutil.copytree(CATALOGUE, tmp_path / "catalogue")
    path = tmp_path / "catalogue" / "connectors.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError, match=re.escape(said)):
        read_connectors(tmp_path / "catalogue")
