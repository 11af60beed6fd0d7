"""Answers in the shapes that the publishers document, made of rows of the importers' own files.

Field names are those of the documents and programs that `catalogue/connectors.yaml` was written after.
"""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date

from openpyxl import Workbook

from tests.data.publisher_server import Reply, Request

Row = dict[str, str]
REGIONS = {"national": "РЕСПУБЛИКА КАЗАХСТАН", "SHM": "Г. ШЫМКЕНТ", "TRK": "Туркестанская область"}
REGIONS |= {
    "ABY": "область Абай",
    "YKO": "Южно-Казахстанская область",
    "ALA": "г. Алматы",
    "KZL": "Кызылординская область",
}
ITEMS = {
    "J": "Информация и связь",
    "R": "Искусство, развлечения и отдых",
    "M": "Профессиональная, научная и техническая деятельность",
    "P": "Образование",
    "GRP": "Валовой региональный продукт",
    "TOTAL": "Всего",
}
SPELT = {"level_of_government": "Level of Government"}
SEXES = {"_T": "BOTHSEX", "F": "FEMALE", "M": "MALE", "notspec": "NOTSPEC"}


def as_json(content: object) -> Reply:
    return Reply(json.dumps(content, ensure_ascii=False).encode(), headers={"Content-Type": "application/json"})


def un_sdg(rows: Iterable[Row], request: Request) -> Reply:
    """`Series/Data` of the United Nations, two rows to a page."""
    wanted, areas = request.query["seriesCode"][0], set(request.query["areaCode"])
    found = [row for row in rows if row["series_code"] == wanted and row["ref_area_m49"] in areas]
    page = int(request.query["page"][0])
    return as_json(
        {
            "size": 2,
            "totalElements": len(found),
            "totalPages": -(-len(found) // 2),
            "pageNumber": page,
            "attributes": [{"id": "Nature", "codes": []}],
            "dimensions": [{"id": "Sex", "codes": []}],
            "data": [_un_row(row) for row in found[2 * page - 2 : 2 * page]],
        }
    )


def _un_row(row: Row) -> dict[str, object]:
    parts = dict(part.split("=", 1) for part in row["breakdown"].split(";") if part)
    dimensions = {SPELT.get(name, name.replace("_", " ").capitalize()): value for name, value in parts.items()}
    dimensions |= {"Sex": SEXES[row["sex"]]} if row["sex"] else {}
    age = row["age"].upper() if row["age"] in ("allage", "notspec") else row["age"]
    dimensions |= {"Age": age} if age else {}
    dimensions |= {"Location": row["location"]} if row["location"] else {}
    return {
        "goal": [row["indicator"].split(".")[0]],
        "indicator": [row["indicator"]],
        "series": row["series_code"],
        "geoAreaCode": row["ref_area_m49"],
        "geoAreaName": row["ref_area_name"],
        "timePeriodStart": float(row["year"]),
        "value": row["value"],
        "valueType": "Float",
        "footnotes": [""],
        "attributes": {"Nature": row["nature"], "Units": row["unit"], "Observation Status": row["obs_status"]},
        "dimensions": dimensions | {"Reporting Type": "G"},
    }


def world_bank(rows: Iterable[Row], request: Request) -> Reply:
    """An indicator of the World Bank, version 2; a row without a value for a year without one."""
    wanted = request.path.split("/")[-1]
    found = [row for row in rows if row["series_code"] == wanted]
    head = {"page": 1, "pages": 1 if found else 0, "per_page": 20000, "total": len(found), "lastupdated": "2026-10-07"}
    listed = [
        {
            "indicator": {"id": wanted, "value": row.get("series_name", "")},
            "country": {"id": "", "value": row["ref_area_name"]},
            "countryiso3code": row["country_iso3"],
            "date": row["year"],
            "value": json.loads(row["value"] or "null"),
            "unit": "",
            "obs_status": "",
            "decimal": 1,
        }
        for row in found
    ]
    gap = [listed[0] | {"date": "2026", "value": None}] if listed else []
    return as_json([head, [*listed, *gap] or None])


def data360(rows: Iterable[Row], request: Request) -> Reply:
    """Rows of the World Bank's Data360."""
    series, area = request.query["INDICATOR"][0], request.query["REF_AREA"][0]
    found = [row for row in rows if row["series_code"] == series and (row["country_iso3"] or "WLD") == area]
    first = int(request.query["skip"][0])
    listed = [
        {
            "DATABASE_ID": "UNCTAD_DE",
            "INDICATOR": series,
            "REF_AREA": area,
            "SEX": row["sex"],
            "AGE": row["age"],
            "URBANISATION": row["location"],
            "UNIT_MEASURE": row["unit"],
            "UNIT_MULT": row["breakdown"].removeprefix("UNIT_MULT="),
            "TIME_PERIOD": row["year"],
            "OBS_VALUE": row["value"] or None,
            "OBS_STATUS": row["obs_status"],
        }
        for row in found
    ]
    return as_json({"count": len(found), "value": listed[first : first + 1000]})


def uis(rows: Iterable[Row], request: Request) -> Reply:
    """Records of the UNESCO Institute for Statistics."""
    wanted = request.query["indicator"][0]
    records = [
        {
            "indicatorId": wanted,
            "geoUnit": row["country_iso3"],
            "year": int(row["year"]),
            "value": float(row["value"]),
            "magnitude": None,
            "qualifier": None,
        }
        for row in rows
        if row["series_code"] == wanted.replace(".", "_")
    ]
    return as_json({"hints": [], "records": records, "indicatorMetadata": []})


def cube(rows: Iterable[Row]) -> Reply:
    """A table of the Bureau as a cube, with a section and a quarter that nobody asked for."""
    slices = [_slice(row, row["value"], f"31.12.{row['year']}") for row in rows]
    slices.append({"terms": [741880], "termNames": ["РЕСПУБЛИКА КАЗАХСТАН", "Рыболовство"], "periods": []})
    slices.append(_slice({"item": "J", "region_code": "national"}, "1", "31.03.2026"))
    return as_json(slices)


def _slice(row: Row, value: str, day: str) -> dict[str, object]:
    names = [REGIONS[row.get("region_code", "national")], ITEMS[row["item"]]]
    return {"terms": [741880, 1], "termNames": names, "periods": [{"name": day[6:], "date": day, "value": value}]}


def metadata(published: str, following: str) -> bytes:
    """A table of the Bureau as a workbook, of which the sheet of metadata is read."""
    book = Workbook()
    book.active.title = "Метаданные"
    book.active.append(["Наименование", "Валовая добавленная стоимость"])
    book.active.append(["Дата последней актуализации:", published])
    book.active.append(["Дата следующей актуализации:", following])
    book.create_sheet("Показатель").append(["2025", 1])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def archive(files: dict[str, bytes], day: date) -> bytes:
    """A repository as its host packs it: everything in one folder, changed on the day of the last commit."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as content:
        for name, body in files.items():
            entry = zipfile.ZipInfo(f"sdg-data-kazstat-master/{name}", (day.year, day.month, day.day, 12, 0, 0))
            content.writestr(entry, body)
    return written.getvalue()
