"""The connectors of the catalogue: `catalogue/connectors.yaml`, checked before anything is asked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from data.catalogue_files import CatalogueError, read_yaml
from data.refresh.columns import Column

FILE = "connectors.yaml"
SCHEMA = Path(__file__).parents[1] / "catalogue" / "connectors.schema.json"


@dataclass(frozen=True, slots=True)
class Pages:
    """How an answer is cut into pages: numbered from `first`, or skipped by `size` rows; `of` is where the total is."""

    of: str
    first: int = 1
    size: int = 0


@dataclass(frozen=True, slots=True)
class Released:
    """Where the publisher states the day: at a path of the answer, or on a sheet of a workbook with the next day."""

    at: str = ""
    workbook: str = ""
    sheet: str = ""
    published: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Connector:
    """How one source is asked and read; the keys are those of `connectors.yaml`, explained there."""

    source_id: str
    shape: str
    file: str
    address: str
    columns: tuple[Column, ...] = ()
    each: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    pages: Pages | None = None
    rows: str = ""
    inner: str = ""
    released: Released | None = None
    least_rows: int = 1
    members: str = ""
    only_held: bool = False
    skip_empty: str = ""
    keep_dates: str = ""
    closed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    pace: float = 2.0
    most_bytes: int = 80_000_000
    accept: str = "*/*"
    verified_on: date | None = None


def read_connectors(catalogue: Path) -> dict[str, Connector]:
    """Every connector by its source; raises CatalogueError with one line per problem."""
    entries = read_yaml(catalogue / FILE)
    problems = [
        f"{FILE}: {_place(entries, error.absolute_path)}: {error.message}"
        for error in Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(entries)
    ]
    known = {source["source_id"] for source in read_yaml(catalogue / "sources.yaml")}
    named = [entry.get("source_id") for entry in entries if isinstance(entry, dict)]
    problems += [f"{FILE}: {name}: is no source of sources.yaml" for name in named if name not in known]
    problems += [f"{FILE}: {name}: stands twice" for name in sorted({n for n in named if named.count(n) > 1})]
    if problems:
        raise CatalogueError("\n".join(problems))
    return {entry["source_id"]: _connector(entry) for entry in entries}


def _connector(entry: dict[str, Any]) -> Connector:
    given = dict(entry)
    columns = tuple(
        Column(name, **({"at": spec} if isinstance(spec, str) else spec | {"joined": tuple(spec.get("joined", ()))}))
        for name, spec in given.pop("columns", {}).items()
    )
    pages, released, verified = given.pop("pages", None), given.pop("released", None), given.pop("verified")
    return Connector(
        **given,
        columns=columns,
        pages=Pages(**pages) if pages else None,
        released=Released(**released) if released else None,
        verified_on=verified["day"],
    )


def _place(entries: Any, path: Any) -> str:
    number, *rest = list(path) or [""]
    named = entries[number].get("source_id", number) if isinstance(number, int) else number
    return ": ".join(str(step) for step in (named, *rest))
