"""Single cited figures: one fact per row, and the few of them that form series.

`facts/creative_facts.csv` of the import folder lists figures found in official speeches, reports and the press, each
with its publisher and address; `catalogue/extra_facts.csv` adds contested figures that list lacks. Every row becomes a
fact. The words of the sources are left behind: titles and publishers are kept as citation, quotations are not.

`catalogue/fact_series.csv` says of some facts what they measure (facts with one measure compete with one another), by
which definition, with which reservation, and of which series they are a figure. Each definition is a series of its own,
so that no line can join the 95,000 employed of one definition to the 143,600 of another. A fact without a series is
shown beside the others, never charted.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from data.importers.fact_words import PERIODS, QUALIFIERS, REGIONS, UNITS
from data.importers.handed_in import Asked
from data.importers.sieve import Sieve
from data.readers.headings import Layout
from data.readers.numbers import NumberColumn
from data.readers.refusal import InputRefusedError
from data.readers.text_table import Row, read_text_table
from data.tidy import Fact, Imported

CATALOGUE = Path(__file__).parents[1] / "catalogue"
RETRIEVED = date(2026, 11, 22)
LICENCE = "CITATION"
CONFIDENCE = {"official statistic", "official quoted in press", "secondary"}
COLUMNS = (
    "indicator",
    "sdg_goal",
    "sdg_target",
    "year",
    "period_note",
    "region",
    "sex",
    "age_group",
    "subsector",
    "value",
    "unit",
    "source_title",
    "source_url",
    "publisher",
    "published_date",
    "confidence",
)
LAYOUT = Layout(COLUMNS, passed_over=("quote", "note"))
SERIES_COLUMNS = ("fact_id", "measure", "definition", "note", "series_code", "unit_measure", "obs_status")
SERIES_LAYOUT = Layout(SERIES_COLUMNS, passed_over=("about",))
SEXES = {"": "_T", "female": "F", "male": "M"}
# What turns one unit of the same quantity into another.
FACTORS = {("TH_VISITS", "M_VISITS"): 0.001, ("M_VISITS", "TH_VISITS"): 1000.0}


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact with the place it was read from."""

    fact: Fact
    file: str
    row: Row


def asked(folder: Path, catalogue: Path) -> list[Asked]:
    """The one source of cited facts; `folder` holds `facts/creative_facts.csv`."""
    path = folder / "facts" / "creative_facts.csv"
    return [Asked("cited_facts", (path,), partial(read_facts, path, catalogue))]


def read_facts(facts: Path, catalogue: Path = CATALOGUE) -> Imported:
    """The facts of the publisher's list and of the catalogue, and the series they form."""
    cited: dict[str, Cited] = {}
    for path in (facts, catalogue / "extra_facts.csv"):
        table = read_text_table(path, LAYOUT)
        numbers = table.numbers("value")
        for row in table.rows:
            fact = read_fact(path, row, numbers)
            if fact.fact_id in cited:
                raise InputRefusedError.at(path.name, "the same fact stands twice", "remove one row", line=row.line)
            cited[fact.fact_id] = Cited(fact, path.name, row)
    return read_fact_series(catalogue / "fact_series.csv", cited)


def read_fact(path: Path, row: Row, numbers: NumberColumn) -> Fact:
    """One fact; refuses a row whose value, goal, unit, sex, confidence or citation cannot be used."""
    number = numbers.read(row["value"])
    if number.value is None or number.mark:
        raise _refusal(path, row, "value", "write a number with a decimal point and nothing between thousands")
    for column in ("publisher", "source_title"):
        if not row[column]:
            raise _refusal(path, row, column, "a figure without a source cannot be cited")
    return Fact(
        fact_id=fact_id(row),
        measure=code_of(row["indicator"]),
        goal=_goal(path, row),
        target=row["sdg_target"] or None,
        time_period=_year(path, row),
        period_note=_period(row["period_note"]),
        ref_area=REGIONS[_known(path, row, "region", REGIONS)],
        sex=SEXES[_known(path, row, "sex", SEXES)],
        age=_age(row["age_group"]),
        subsector=code_of(row["subsector"]) or None,
        obs_value=number.value,
        unit_measure=UNITS[_known(path, row, "unit", UNITS)],
        confidence=_known(path, row, "confidence", CONFIDENCE),
        publisher=row["publisher"],
        source_title=row["source_title"],
        source_url=row["source_url"],
        published_date=row["published_date"].split(" ")[0] or None,
        note=QUALIFIERS.get(row["unit"]),
    )


def fact_id(row: Row) -> str:
    """Name of a fact, made of what it says and where it was said; the order of the rows has no part in it."""
    names = (
        "indicator",
        "year",
        "period_note",
        "region",
        "sex",
        "age_group",
        "subsector",
        "value",
        "unit",
        "source_url",
    )
    return "F" + hashlib.sha256("|".join(row[name] for name in names).encode()).hexdigest()[:10]


def code_of(name: str) -> str:
    """An English name as a code: in capitals, anything but letters and digits as `_`."""
    return re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")


def read_fact_series(path: Path, cited: dict[str, Cited]) -> Imported:
    """All facts, and the figures of the series they form; refuses a line that names no fact or gives a wrong unit."""
    facts = {name: entry.fact for name, entry in cited.items()}
    sieve = Sieve("cited_facts", RETRIEVED, LICENCE, path.name)
    for row in read_text_table(path, SERIES_LAYOUT, may_be_empty=True).rows:
        entry = cited.get(row["fact_id"])
        if entry is None:
            raise _refusal(path, row, "fact_id", "no fact has this name; the list of facts has changed")
        given = {name: row[name] for name in ("measure", "definition", "note") if row[name]}
        facts[row["fact_id"]] = replace(entry.fact, **given)
        if row["series_code"]:
            _store(sieve, path, row, entry)
    imported = sieve.finish()
    imported.facts = list(facts.values())
    return imported


def _store(sieve: Sieve, path: Path, row: Row, entry: Cited) -> None:
    fact = entry.fact
    if fact.time_period is None or fact.ref_area is None:
        raise _refusal(path, row, "fact_id", "a fact without year or area cannot be a figure of a series")
    sieve.store(
        row.line,
        f"{fact.fact_id},{entry.file}:{entry.row.line}",
        row["unit_measure"],
        _converted(path, row, fact),
        row["obs_status"],
        indicator="FACT",
        series_code=row["series_code"],
        ref_area=fact.ref_area,
        sex=fact.sex,
        time_period=fact.time_period,
    )


def _converted(path: Path, row: Row, fact: Fact) -> float:
    factor = FACTORS.get((fact.unit_measure, row["unit_measure"]))
    if fact.unit_measure == row["unit_measure"]:
        return fact.obs_value
    if factor is None:
        raise _refusal(path, row, "unit_measure", f"the fact is in {fact.unit_measure}, which is another quantity")
    return round(fact.obs_value * factor, 6)


def _known(path: Path, row: Row, column: str, known: object) -> str:
    if row[column] not in known:
        raise _refusal(path, row, column, "add it to data/importers/fact_words.py")
    return row[column]


def _goal(path: Path, row: Row) -> int | None:
    if row["sdg_goal"] and not re.fullmatch(r"[1-9]|1[0-7]", row["sdg_goal"]):
        raise _refusal(path, row, "sdg_goal", "write the number of the goal, 1 to 17, or leave it empty")
    return int(row["sdg_goal"]) if row["sdg_goal"] else None


def _year(path: Path, row: Row) -> int | None:
    if row["year"] and not re.fullmatch(r"(19|20)\d\d", row["year"]):
        raise _refusal(path, row, "year", "write a year or leave it empty")
    return int(row["year"]) if row["year"] else None


def _age(text: str) -> str:
    """Age group as a code: `15-24` Y15T24, `15+` Y_GE15, `up to 29` Y_LT30; words without years are no age group."""
    if match := re.fullmatch(r"(\d+)-(\d+)", text):
        return f"Y{match[1]}T{match[2]}"
    if match := re.fullmatch(r"(\d+)\+", text):
        return f"Y_GE{match[1]}"
    if match := re.fullmatch(r"up to (\d+)", text):
        return f"Y_LT{int(match[1]) + 1}"
    return "_T"


def _period(text: str) -> str | None:
    """The period a figure covers in a form that needs no translation: 2021-Q2, 2022-H1, 2023-01-01, 2024/25."""
    return next((re.sub(pattern, form, text) for pattern, form in PERIODS if re.fullmatch(pattern, text)), "AS_STATED")


def _refusal(path: Path, row: Row, column: str, advice: str) -> InputRefusedError:
    return InputRefusedError.at(path.name, f"{row[column]!r} cannot be used", advice, line=row.line, column=column)
