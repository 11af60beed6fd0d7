"""Codes of the international exports and the SDMX codes they stand for.

The meanings are those of the SDMX code lists of the SDG data structure; the platform of Kazakhstan uses the same codes
for ages and skills.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from data.importers.sieve import Doubt
from data.readers.text_table import Row

TOTAL = "_T"
SEXES = {"F": "F", "M": "M", "boy": "M", "girl": "F", "BOTHSEX": "_T"}
LOCATIONS = {"U": "U", "R": "R", "URBAN": "U", "RURAL": "R", "city": "U", "village": "R"}
# An empty cell, or a code that says "all" or "not broken down".
NOT_SPLIT = {"", "_T", "T", "TOTAL", "ALLAREA", "allage", "notspec", "total", "Total"}
# A share of women is a figure about women, also where the publisher writes "both sexes".
WOMEN_SHARES = ("5.5.2",)
AGES = {
    "lt15y": "Y_LT15",
    "before age 15": "Y_LT15",
    "before age 18": "Y_LT18",
    "5 years": "Y5",
    "5 years old": "Y5",
    "aged 65 and older": "Y_GE65",
}
SKILLS = {
    "ARSP": "SKILL_ICTSSHT",
    "CMFL": "SKILL_ICTCMFL",
    "COPA": "SKILL_ICTCPT",
    "EMAIL": "SKILL_ICTATCH",
    "EPRS": "SKILL_ICTPST",
    "INST": "SKILL_ICTCDV",
    "LITE": "SKILL_LTRCY",
    "NUME": "SKILL_MATH",
    "PCPR": "SKILL_ICTPRGM",
    "SCRTY": "SKILL_ICTSCRTY",
    "SOFT": "SKILL_ICTSFWR",
    "TRAF": "SKILL_ICTTRFF",
    "VRFY": "SKILL_ICTVRFY",
    "Connecting and installing new devices": "SKILL_ICTCDV",
    "Copy or move a file or folder": "SKILL_ICTCMFL",
    "Create electronic presentations": "SKILL_ICTPST",
    "Creating a computer program": "SKILL_ICTPRGM",
    "Search, download, install": "SKILL_ICTSFWR",
    "Sending an email with attached files": "SKILL_ICTATCH",
    "Transfer files between": "SKILL_ICTTRFF",
    "Use copy and paste tools": "SKILL_ICTCPT",
    "Using basic arithmetic formulas": "SKILL_ICTSSHT",
}
PREFIXES = {
    "DISABILITY_STATUS": "DISABILITY",
    "LEVEL_OF_GOVERNMENT": "LEVEL",
    "POLICY_INSTRUMENTS": "",
    "TYPE_OF_OCCUPATION": "OCCUPATION",
    "TYPE_OF_PRODUCT": "PRODUCT",
    "TYPE_OF_WASTE_TREATMENT": "WASTE",
}
# Remarks, not dimensions.
REMARKS = {"COMMENT_TS", "DATA_LAST_UPDATE", "UNIT_MULT", "UID"}


@dataclass(slots=True)
class Breakdown:
    """Dimensions found in the columns `breakdown` and `location`; `doubt` when one of them cannot be placed."""

    sex: str | None = None
    urbanisation: str = TOTAL
    activity: str = TOTAL
    education: str = TOTAL
    quantile: str = TOTAL
    composite: str = TOTAL
    doubt: Doubt | None = None


def sex_code(row: Row) -> str | None:
    """F, M or _T; a share of women counts as F however the publisher fills the column; None when unknown."""
    sex = TOTAL if row["sex"] in NOT_SPLIT else SEXES.get(row["sex"])
    return "F" if sex == TOTAL and row["indicator"].startswith(WOMEN_SHARES) else sex


def age_code(text: str) -> str | None:
    """SDMX age code of `15-24`, `15+`, `15` (which means 15 and over), `aged 15-24 years`; None when unknown."""
    if text in NOT_SPLIT:
        return TOTAL
    if re.fullmatch(r"(Y|M|_)[A-Z0-9_]+", text):
        return text
    if match := re.search(r"(\d+)-(\d+)", text):
        return f"Y{match[1]}T{match[2]}"
    if match := re.fullmatch(r"(\d+)\+?", text):
        return f"Y_GE{match[1]}"
    return AGES.get(text)


def constant_parts(source_id: str, rows: Iterable[Row]) -> set[tuple[str, str]]:
    """Parts of the Armenian breakdown that never vary within an indicator: a title, not a dimension."""
    if source_id != "arm_sdg":
        return set()
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        given = dict(parts_of(row))
        for name in {*given, *(name for indicator, name in values if indicator == row["indicator"])}:
            values[row["indicator"], name].add(given.get(name, ""))
    return {key for key, found in values.items() if len(found) == 1}


def parts_of(row: Row) -> list[tuple[str, str]]:
    """Parts of the column `breakdown`, written `name=value;name=value`."""
    pairs = re.findall(r"([^=;]+)=((?:[^;]|;(?![^=;]+=))*)", row["breakdown"])
    return [(name.strip(), value.strip()) for name, value in pairs]


def breakdown(source_id: str, row: Row, constant: set[tuple[str, str]]) -> Breakdown:
    """Place every part of the breakdown in a dimension; what has none is joined into the composite code."""
    found = Breakdown()
    composite = []
    location = row["location"]
    if location in LOCATIONS:
        found.urbanisation = LOCATIONS[location]
    elif location not in NOT_SPLIT:
        composite.append(_code(f"LOCATION_{location}"))
    for name, value in parts_of(row):
        if name.upper() not in REMARKS and (row["indicator"], name) not in constant:
            _place(found, composite, name, value)
    found.composite = "__".join(sorted(composite)) or TOTAL
    return found


def _place(found: Breakdown, composite: list[str], name: str, value: str) -> None:
    """Put one part of the breakdown where it belongs."""
    dimension = _code(name)
    if value in NOT_SPLIT:
        return
    if dimension == "ACTIVITY":
        found.activity = value
    elif dimension in {"EDUCATION_LEV", "EDUCATION_LEVEL"} and re.fullmatch(r"[A-Z0-9_]+", value):
        found.education = value
    elif dimension in {"INCOME_WEALTH_QUANTILE", "QUANTILE"}:
        found.quantile = value
    elif dimension == "CAPTION":
        _place_caption(found, composite, value)
    elif dimension == "TYPE_OF_SKILL":
        composite.append(SKILLS.get(value, f"SKILL_{value}"))
    elif dimension == "COMPOSITE_BREAKDOWN":
        composite.append(value)
    else:
        composite.append(_code(f"{PREFIXES.get(dimension, dimension)}_{value}"))


def _place_caption(found: Breakdown, composite: list[str], caption: str) -> None:
    """The Uzbek portal has one caption per line of a table: sex, residence, region, skill or a text of its own."""
    skill = next((code for start, code in SKILLS.items() if len(start) > 5 and caption.startswith(start)), None)
    if caption in {"Men", "Boys"}:
        found.sex = "M"
    elif caption in {"Women", "Girls"}:
        found.sex = "F"
    elif caption in LOCATIONS:
        found.urbanisation = LOCATIONS[caption]
    elif re.search(r"Region$|Tashkent City|Karakalpakstan", caption):
        found.doubt = Doubt("unknown_area", f"{caption}: regions of Uzbekistan are not in the list of areas")
    elif quintile := re.fullmatch(r"quintile (\d)", caption):
        found.quantile = f"Q{quintile[1]}"
    else:
        composite.append(skill or _code(caption))


def _code(text: str) -> str:
    """A text as a code of at most 64 characters; a longer one is cut and marked, so that two never become one."""
    code = re.sub(r"[^A-Z0-9]+", "_", text.upper()).strip("_")
    return code if len(code) <= 64 else f"{code[:55]}_{hashlib.sha256(code.encode()).hexdigest()[:8].upper()}"
