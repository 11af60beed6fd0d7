"""Check the catalogue before it is used: shape of every entry, and that everything it names exists.

A message reads `file: entry: field: what is wrong`, so that a translator or a statistician can mend it without code.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from data.catalogue_files import CATALOGUE, LANGUAGES, CatalogueError, Row, read_entries, read_rows, read_yaml

SCHEMA = Path(__file__).with_name("series.schema.json")
PAIRED = ("ratio", "difference")
# Dimension of codes.csv behind each field of an operand.
CODED = {
    "series_code": "SERIES",
    "age": "AGE",
    "activity": "ACTIVITY",
    "composite_breakdown": "COMPOSITE_BREAKDOWN",
    "education_lev": "EDUCATION_LEV",
    "income_wealth_quantile": "INCOME_WEALTH_QUANTILE",
}
FIXABLE = ("sex", "urbanisation", "ref_area")
GOAL_OF_TRANSFORM = {"share_50": 50, "absolute_gap": 0, "parity_ratio": 1, "parity_percent": 100}
TEXT_FILES = {
    "goals.yaml": "goal",
    "targets.yaml": "target",
    "mappings.yaml": "mapping",
    "corrections.yaml": "correction",
    "units.yaml": "code",
    "sources.yaml": "source_id",
    "disputes.yaml": "dispute_id",
    "pairs.yaml": "other_id",
    "breaks.yaml": "time_period",
}
SDG_INDICATOR = re.compile(r"\d+\.[0-9a-z]+\.\d+")


def check_catalogue(folder: Path = CATALOGUE) -> None:
    """Raise CatalogueError with one line per problem, or return when there is none."""
    problems = list(find_problems(folder))
    if problems:
        raise CatalogueError("\n".join(problems))


def find_problems(folder: Path = CATALOGUE) -> Iterator[str]:
    """Every problem of the catalogue as `file: entry: field: what is wrong`."""
    for name, key in TEXT_FILES.items():
        for entry in _listed(read_yaml(folder / name)):
            yield from (f"{name}: {entry.get(key)}: {found}" for found in _untranslated(entry))
    yield from _release_slips(folder)
    known = _known_codes(folder)
    lists = {row["mapping"]: row.get("targets") for row in read_entries(folder / "mappings.yaml")}
    seen: dict[tuple[str, Any], str] = {}
    for path in sorted((folder / "series").glob("*.yaml")):
        for number, entry in enumerate(read_yaml(path) or [], start=1):
            place = f"series/{path.name}: {_name(entry, number)}"
            wrong = list(_misshapen(entry)) or [
                *(list(_unknown(entry, known)) or _mapping_slips(entry, lists)),
                *_inconsistent(entry),
                *_repeated(entry, seen, place),
            ]
            yield from (f"{place}: {found}" for found in wrong)


def _release_slips(folder: Path) -> Iterator[str]:
    """Releases that are no days, or not in order of time; the order also tells a day that stands twice."""
    for source in _listed(read_yaml(folder / "sources.yaml")):
        place, days = f"sources.yaml: {source.get('source_id')}: releases", source.get("releases") or []
        wrong = [day for day in days if type(day) is not date]
        yield from (f"{place}: {day!r} is not a date, write YYYY-MM-DD" for day in wrong)
        if bool(days) == bool(source.get("derived_from")):
            yield f"{place}: is empty" if not days else f"{place}: follow from derived_from, leave them empty"
        elif not wrong and any(later <= earlier for earlier, later in pairwise(days)):
            yield f"{place}: not from the oldest to the newest, or one stands twice"


def _listed(content: Any) -> list[Row]:
    """Entries of a YAML file, whether it is a list or a mapping with a list in it."""
    return next(iter(content.values())) if isinstance(content, dict) else content


def _name(entry: Any, number: int) -> str:
    return (isinstance(entry, dict) and entry.get("series_id")) or f"entry {number}"


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _misshapen(entry: Row) -> Iterator[str]:
    for error in sorted(_validator().iter_errors(entry), key=lambda e: [str(part) for part in e.path]):
        yield _told(error)


def _told(error: ValidationError) -> str:
    field = ".".join(str(part) for part in error.path)
    if error.validator == "pattern" and error.path[-1] in LANGUAGES:
        return f"{field}: is empty"
    return f"{field}: {error.message}" if field else error.message


def _untranslated(value: Any, field: str = "") -> Iterator[str]:
    """Texts, however deep, that lack a language; a text is a mapping with at least one language in it."""
    if isinstance(value, list):
        value = dict(enumerate(value))
    if not isinstance(value, dict):
        return
    if any(language in value for language in LANGUAGES):
        for language in LANGUAGES:
            if value.get(language) is None:
                yield f"{field}.{language}: is missing"
    for name, part in value.items():
        yield from _untranslated(part, f"{field}.{name}" if field else str(name))


def _known_codes(folder: Path) -> dict[str, set[Any]]:
    known: dict[str, set[Any]] = {
        "goal": {e["goal"] for e in read_entries(folder / "goals.yaml")},
        "target": {e["target"] for e in read_entries(folder / "targets.yaml")},
        "mapped_by": {e["mapping"] for e in read_entries(folder / "mappings.yaml")},
        "unit": {e["code"] for e in read_entries(folder / "units.yaml")},
        "source_id": {e["source_id"] for e in read_entries(folder / "sources.yaml")},
        "ref_area": {row["ref_area"] for row in read_rows(folder / "areas.csv")},
    }
    for row in read_rows(folder / "codes.csv"):
        known.setdefault(str(row["dimension"]), {"_T"}).add(row["code"])
    return known


def _unknown(entry: Row, known: dict[str, set[Any]]) -> Iterator[str]:
    named = [(name, name, entry.get(name)) for name in ("goal", "target", "mapped_by", "unit", "source_id")]
    named += [(f"breaks.{i}.ref_area", "ref_area", b["ref_area"]) for i, b in enumerate(entry["breaks"])]
    for role in ("operand", "against", "weight"):
        for name, code in (entry[role] or {}).items():
            if name in ("source_id", "ref_area") or name in CODED:
                named.append((f"{role}.{name}", CODED.get(name, name), code or None))
    for field, kind, code in named:
        if code is not None and code not in known.get(kind, set()):
            yield f"{field}: {code!r} is not in the catalogue"


def _inconsistent(entry: Row) -> Iterator[str]:
    yield from _language_slips(entry)
    yield from _target_slips(entry)
    yield from _year_slips(entry)
    derivation, fixed = entry["derivation"], [name for name in FIXABLE if name in entry["operand"]]
    if derivation in PAIRED and not entry["against"]:
        yield f"against: a {derivation} needs a second operand"
    if derivation not in PAIRED and entry["against"]:
        yield f"against: a {derivation} series has one operand only"
    if derivation == "published" and fixed:
        yield f"operand.{fixed[0]}: a published series leaves it free; use derivation slice"
    if derivation == "slice" and not fixed:
        yield "operand: a slice fixes sex, urbanisation or ref_area; use derivation published"


def _language_slips(entry: Row) -> Iterator[str]:
    for field, text in entry.items():
        if isinstance(text, dict) and "en" in text:
            for language in ("ru", "kk"):
                if not re.search("[а-яё]", text[language], re.IGNORECASE):
                    yield f"{field}.{language}: is not in Cyrillic"
            if text["ru"] == text["kk"] and " " in text["ru"]:
                yield f"{field}.kk: repeats the Russian text"


def _target_slips(entry: Row) -> Iterator[str]:
    value, wanted = entry["target_value"], GOAL_OF_TRANSFORM.get(entry["transform"])
    if value is not None and entry["target_kind"] == "none":
        yield "target_kind: a target value needs a kind"
    if entry["target_kind"] != "none" and value is None:
        yield f"target_value: a target of kind {entry['target_kind']} needs a value"
    for field in ("target_year", "target_source"):
        if value is not None and entry[field] is None:
            yield f"{field}: a target value needs it"
    if value is not None and wanted is not None and value != wanted:
        yield f"target_value: {entry['transform']} is assessed against {wanted}, not {value}"
    if value is not None and entry["direction"] == entry["transform"] == "none":
        yield "direction: a series with a target moves towards it"
    if entry["target_kind"] != "our_reading" and entry["transform"] == "absolute_gap" and value is not None:
        yield "target_kind: no list of targets asks for a gap of zero; it is our_reading"


def _mapping_slips(entry: Row, lists: dict[str, list[str] | None]) -> Iterator[str]:
    """A target that no list puts the series under, and a series that would be judged without such a list."""
    target, mapping = entry["target"], entry.get("mapped_by")
    if entry["goal"] != int(target.split(".")[0]):
        yield f"goal: target {target} is not one of goal {entry['goal']}"
    if mapping is None:
        yield "mapped_by: is missing; name an entry of mappings.yaml"
        return
    elsewhere = SDG_INDICATOR.match(entry["indicator"]) and not entry["indicator"].startswith(f"{target}.")
    if mapping == "sdg_metadata" and elsewhere:
        yield f"mapped_by: the UN list has indicator {entry['indicator']} under another target than {target}"
    if lists.get(mapping) and target not in lists[mapping]:
        yield f"mapped_by: {mapping} names {', '.join(lists[mapping])}, not {target}"
    if mapping == "own_reading" and entry.get("measures", "context") != "context":
        yield "measures: own_reading alone makes no measure of a target"
    if mapping == "own_reading" and entry["headline"]:
        yield "headline: a series that is judged needs a list that ties it to its target"


def _year_slips(entry: Row) -> Iterator[str]:
    first, last = entry["years"]["from"] or 0, entry["years"]["to"] or 9999
    if first > last:
        yield f"years: {first} is after {last}"
    years = {f"years.except.{i}": year for i, year in enumerate(entry["years"]["except"])}
    years |= {f"breaks.{i}.time_period": b["time_period"] for i, b in enumerate(entry["breaks"])}
    if entry["baseline_year"] is not None:
        years["baseline_year"] = entry["baseline_year"]
    for field, year in years.items():
        if not first <= year <= last:
            yield f"{field}: {year} is outside the years of the series"


def _repeated(entry: Row, seen: dict[tuple[str, Any], str], place: str) -> Iterator[str]:
    marks: dict[str, Any] = {"series_id": entry["series_id"], "reference": entry.get("reference")}
    if entry["derivation"] == "published":
        given = {"source_id": entry["source_id"]} | entry["operand"]
        names = ("source_id", "indicator", *CODED)
        marks["operand"] = tuple(given.get(name) or ("" if name == "series_code" else "_T") for name in names)
    for key in ((field, mark) for field, mark in marks.items() if mark is not None):
        if key in seen:
            yield f"{key[0]}: the same as in {seen[key]}"
        seen.setdefault(key, place)
