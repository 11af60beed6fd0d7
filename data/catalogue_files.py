"""Read the catalogue: what a statistician or a translator edits, turned into rows of the store's tables.

Nested entries become columns joined by an underscore: `title: {en: ...}` fills `title_en`, `licence: {id: ...}` fills
`licence_id`. The columns a table may have stand in `schema.sql`; an entry that fits none of them stops the build.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from data.readers.headings import Layout
from data.readers.refusal import InputRefusedError
from data.readers.text_table import read_text_table

CATALOGUE = Path(__file__).parent / "catalogue"
LANGUAGES = ("en", "ru", "kk")
# Operand dimensions: a total unless named, except those that a reader may choose freely.
TOTALS = ("age", "activity", "composite_breakdown", "education_lev", "income_wealth_quantile")
FREE = ("ref_area", "sex", "urbanisation")
MERGE_KEY = "<<"

Row = dict[str, Any]


class CatalogueError(InputRefusedError):
    """An entry of the catalogue that cannot be used; the message names file, entry and field."""


class _StrictLoader(yaml.CSafeLoader):
    """Refuses a key that stands twice in one mapping, of which YAML would let the last one win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping; raises a YAML error at the second of two equal keys."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            if key.value != MERGE_KEY:
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> Any:
    """Content of one YAML file; a syntax error and a key given twice are reported with their line."""
    try:
        # An editor on Windows may have put a byte-order mark before the text.
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_StrictLoader)
    except (yaml.YAMLError, ValueError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error
    if content is None:
        raise CatalogueError(f"{path.name}: the file is empty; restore it or delete it")
    return content


def read_rows(path: Path) -> list[Row]:
    """Rows of one CSV file with headings; an empty cell is null."""
    table = read_text_table(path, Layout((), open=True))
    return [{name: value or None for name, value in row.fields.items()} for row in table.rows]


def flatten(entry: Row, prefix: str = "") -> Row:
    """Nested mappings as one level of columns; lists stay lists and nulls fall away."""
    flat: Row = {}
    for name, value in entry.items():
        if isinstance(value, dict):
            flat.update(flatten(value, f"{prefix}{name}_"))
        elif value is not None:
            flat[prefix + name] = value
    return flat


def read_entries(path: Path) -> list[Row]:
    """Entries of a YAML file, whether it is a list or a mapping with one list in it, each flattened."""
    content = read_yaml(path)
    if isinstance(content, dict):
        content = next(iter(content.values()))
    return [flatten(entry) for entry in content]


def read_sources(path: Path) -> tuple[list[Row], list[Row]]:
    """Rows of `source` and of `release`; `retrieved` lists the days that are no days of a publisher's release."""
    sources = read_entries(path)
    listed = {s["source_id"]: s.pop("releases") for s in sources}
    copied = {s["source_id"]: s.pop("retrieved", []) for s in sources}
    releases = [
        {
            "source_id": s["source_id"],
            "release": str(day),
            "capture": s["capture"],
            "kind": "retrieved" if day in copied[s["source_id"]] else s["release_kind"],
        }
        for s in sources
        for day in listed[s["source_id"]] or _derived_days([listed[name] for name in s.get("derived_from", ())])
    ]
    return sources, releases


def _derived_days(operands: list[list[date]]) -> list[date]:
    """Days on which every operand was out and one of them was new."""
    complete = max(min(days) for days in operands)
    return sorted({day for days in operands for day in days if day >= complete})


def read_series(folder: Path) -> dict[str, list[Row]]:
    """Rows of `series`, `series_operand` and `series_break` from every file of the series folder."""
    tables: dict[str, list[Row]] = {"series": [], "series_operand": [], "series_break": []}
    for path in sorted(folder.glob("*.yaml")):
        for entry in read_yaml(path) or []:
            try:
                tables["series_operand"] += _operands(entry)
                tables["series_break"] += _breaks(entry)
                tables["series"].append(_series(entry))
            except (KeyError, TypeError, AttributeError) as error:
                raise CatalogueError(f"{path.name}: {entry.get('series_id')}: {error!r}") from error
    return tables


def _series(entry: Row) -> Row:
    plain = {k: v for k, v in entry.items() if k not in ("operand", "against", "weight", "breaks", "limit", "years")}
    years = entry.get("years") or {}
    return (
        {"target_comparable": True, "measures": "context", "yearly_flow": False}
        | flatten(plain)
        | {
            "curated": True,
            "natural_limit": entry.get("limit"),
            "years_from": years.get("from"),
            "years_to": years.get("to"),
            "years_except": years.get("except") or [],
        }
    )


def _operands(entry: Row) -> Iterator[Row]:
    for role in ("operand", "against", "weight"):
        given = entry.get(role)
        if given:
            yield {
                "series_id": entry["series_id"],
                "role": role,
                "source_id": given.get("source_id", entry["source_id"]),
                "indicator": given["indicator"],
                "series_code": given.get("series_code") or "",
                **{name: given.get(name) or "_T" for name in TOTALS},
                **{name: given.get(name) for name in FREE},
            }


def _breaks(entry: Row) -> Iterator[Row]:
    for given in entry.get("breaks") or []:
        yield {"series_id": entry["series_id"], **flatten({k: v for k, v in given.items() if v is not None})}


def read_breaks(path: Path) -> list[Row]:
    """Rows of `series_break` that several series share."""
    return [
        {"series_id": series_id, "ref_area": area}
        | flatten({k: entry[k] for k in ("time_period", "kind", "evidence", "note")})
        for entry in read_yaml(path)
        for series_id in entry["series"]
        for area in entry["areas"] or [None]
    ]


def read_disputes(path: Path) -> dict[str, list[Row]]:
    """Rows of `disputed_headline` and `disputed_claim`, in the order in which a page shows them."""
    tables: dict[str, list[Row]] = {"disputed_headline": [], "disputed_claim": []}
    for place, question in enumerate(read_yaml(path)):
        claims = question.pop("claims")
        tables["disputed_headline"].append(flatten(question) | {"sort_order": place})
        tables["disputed_claim"] += [
            flatten(claim) | {"question_id": question["question_id"], "sort_order": number}
            for number, claim in enumerate(claims)
        ]
    return tables


def read_value_disputes(path: Path) -> dict[str, list[Row]]:
    """Rows of `dispute` and `disputed_value`."""
    tables: dict[str, list[Row]] = {"dispute": [], "disputed_value": []}
    for reason in read_yaml(path):
        values = reason.pop("values", [])
        tables["dispute"].append(flatten(reason))
        tables["disputed_value"] += [flatten(value) | {"dispute_id": reason["dispute_id"]} for value in values]
    return tables


def _with_breaks(tables: dict[str, list[Row]], shared: list[Row]) -> dict[str, list[Row]]:
    return tables | {"series_break": [*tables["series_break"], *shared]}


def read_catalogue(folder: Path = CATALOGUE) -> dict[str, list[Row]]:
    """Rows of every catalogue table, in the order in which they may be loaded."""
    sources, releases = read_sources(folder / "sources.yaml")
    return {
        "source": sources,
        "release": releases,
        "least_rows": read_rows(folder / "least_rows.csv"),
        "area": read_rows(folder / "areas.csv"),
        "area_group": read_rows(folder / "area_groups.csv"),
        "area_form": read_rows(folder / "area_forms.csv"),
        "unit": read_entries(folder / "units.yaml"),
        "goal": read_entries(folder / "goals.yaml"),
        "target": read_entries(folder / "targets.yaml"),
        "mapping": read_entries(folder / "mappings.yaml"),
        "correction": [
            {"place": place, **entry} for place, entry in enumerate(read_entries(folder / "corrections.yaml"))
        ],
        **_with_breaks(read_series(folder / "series"), read_breaks(folder / "breaks.yaml")),
        **read_disputes(folder / "reconciliation.yaml"),
        **read_value_disputes(folder / "disputes.yaml"),
        "fact_series": [
            {name: row[name] for name in ("fact_id", "series_code")}
            for row in read_rows(folder / "fact_series.csv")
            if row["series_code"]
        ],
        "page_language": read_rows(folder / "page_languages.csv"),
        "source_pair": read_entries(folder / "pairs.yaml"),
        "settled_finding": read_rows(folder / "settled.csv"),
        "accepted_loss": read_rows(folder / "accepted_losses.csv"),
    }
