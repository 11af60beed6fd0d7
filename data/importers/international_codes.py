"""Codes of the international exports and the SDMX codes they stand for.

Sources of the meanings: the SDMX code lists of the SDG data structure (sex, age, urbanisation, activity), and the
publishers' own titles for units they leave out.
"""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass

from data.importers.rows import Row
from data.importers.sieve import Doubt

TOTAL = "_T"
SEXES = {"F": "F", "M": "M", "boy": "M", "girl": "F"}
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


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit code and the factor that brings the published number to it."""

    code: str
    factor: float = 1


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


def sex_code(row: Row) -> str:
    """F, M or _T; a share of women counts as F however the publisher fills the column."""
    sex = SEXES.get(row["sex"], TOTAL)
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


def constant_parts(source_id: str, rows: list[Row]) -> set[tuple[str, str]]:
    """Parts of the Armenian breakdown that never vary within an indicator: a title, not a dimension."""
    if source_id != "arm_sdg":
        return set()
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        given = dict(_parts(row))
        for name in {*given, *(name for indicator, name in values if indicator == row["indicator"])}:
            values[row["indicator"], name].add(given.get(name, ""))
    return {key for key, found in values.items() if len(found) == 1}


def _parts(row: Row) -> list[tuple[str, str]]:
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
    for name, value in _parts(row):
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


# Units by publisher, then by the name the publisher gives them ...
UNITS = {
    "CON_PPP_USD": "CON_PPP_USD",
    "CON_USD": "CON_USD",
    "HA": "HA",
    "INDEX": "IX",
    "KG": "KG_PERCAP",
    "KG_PER_CON_USD": "KG_PER_CON_USD",
    "MGR_M_3": "MGR_M_3",
    "NUMBER": "NUMBER",
    "PERCENT": "PT",
    "PER_1000_POP": "PER_1000_POP",
    "PER_1000_UNINFECTED_POP": "PER_1000_UNINFECTED_POP",
    "PER_100000_LIVE_BIRTHS": "PER_100000_LIVE_BIRTHS",
    "PER_100000_POP": "PER_100000_POP",
    "PER_100000_WKRS_EMP": "PER_100000_WKRS_EMP",
    "PER_100_LIVE_BIRTHS": "PER_100_LIVE_BIRTHS",
    "PER_100_POP": "PER_100_POP",
    "PT": "PT",
    "PT_BS": "PT_BS",
    "PT_SAL": "PT_SAL",
    "RATIO": "RATIO",
    "TONNES": "T",
    "USD": "USD",
    "%": "PT",
    "1,000 tons": "TH_T",
    "Number of applicable proxies": "NUMBER",
    "USD (nominal)": "USD",
    "bn nominal USD": "B_USD",
    "dram": "AMD",
    "kg per capita": "KG_PERCAP",
    "kilograms per constant 2020 United States dollars": "KG_PER_CON_USD",
    "local currency": "AMD",
    "mgr/m^3": "MGR_M_3",
    "millions USD": "M_USD",
    "millions of constant 2023 United States dollars": "M_CON_USD",
    "millions of constant 2024 United States dollars": "M_CON_USD",
    "mln. dram": "M_AMD",
    "nominal USD": "USD",
    "number": "NUMBER",
    "number of coded evaluation criteria": "NUMBER",
    "per 100,000 adults": "PER_100000_ADL",
    "per 100,000 population": "PER_100000_POP",
    "person": "PERSONS",
    "point": "POINTS",
    "survey index": "IX",
    "thsd. tones": "TH_T",
    "tonnes": "T",
    "watt": "WATT",
    "yes=1, no=0": "YES_NO",
    "yes=1,no=0": "YES_NO",
}
# ... and where the name is missing or too coarse, by series or indicator.
UNITS_OF_SERIES = {
    "EN_MAT_DOMCMPC": "T_PERCAP",
    "EN_MAT_FTPRPC": "T_PERCAP",
    "SG_SCP_CNTRY": "YES_NO",
    "gdppercapita_us_inflation_adjusted": "CON_USD",
    "patent_applications_total": "UNITS",
    "total_population_with_projections": "PERSONS",
    "urban_population_percent_of_total": "PT",
    "GER_5T8_GPI": "RATIO",
    "BM.GSR.ROYL.CD": "USD",
    "BX.GSR.ROYL.CD": "USD",
    "GB.XPD.RSDV.GD.ZS": "PT_GDP",
    "IP.JRN.ARTC.SC": "UNITS",
    "IP.PAT.NRES": "UNITS",
    "IP.PAT.RESD": "UNITS",
    "IP.TMK.NRES": "UNITS",
    "IP.TMK.RESD": "UNITS",
    "IP.TMK.TOTL": "UNITS",
    "SP.POP.SCIE.RD.P6": "PER_1000000_POP",
    "SP.POP.TECH.RD.P6": "PER_1000000_POP",
    "TX.VAL.TECH.CD": "USD",
    "TX.VAL.TECH.MF.ZS": "PT",
}
# The Uzbek portal has no unit column: only indicators whose international title is a percentage or a ratio.
UNITS_OF_UZBEKISTAN = {
    "4.2.1.2": "PT",
    "4.2.2": "PT",
    "4.4.1": "PT",
    "4.5.1": "RATIO",
    "4.a.1": "PT",
    "4.c.1": "PT",
    "5.4.1": "PT",
    "5.5.1": "PT",
    "5.5.2": "PT",
    "5.b.1": "PT",
    "8.1.1": "PT",
    "8.2.1": "PT",
    "8.3.1": "PT",
    "8.5.2": "PT",
    "8.6.1": "PT",
    "8.9.1": "PT_GDP",
    "11.1.1": "PT",
    "11.2.1": "PT",
}
LOCAL_CURRENCY = {"kgz_sdg": "KGS", "un_sdg": "CUR_LCU"}
# Published in thousands or millions: the unit that says so, else the number is multiplied out.
MULTIPLES = {
    ("NUMBER", 3): "TH_PEOPLE",
    ("USD", 6): "M_USD",
    ("CON_USD", 6): "M_CON_USD",
    ("KGS", 3): "TH_KGS",
    ("KGS", 6): "M_KGS",
}


def unit_code(source_id: str, row: Row) -> Unit | None:
    """Unit of a row, None when neither the publisher nor the title of the series tells it."""
    if source_id == "uzb_sdg":
        code = UNITS_OF_UZBEKISTAN.get(row["indicator"])
    elif row["unit"] == "CUR_LCU":
        code = LOCAL_CURRENCY.get(source_id)
    else:
        code = UNITS_OF_SERIES.get(row["series_code"]) or UNITS.get(row["unit"])
    if code is None:
        return None
    power = _power(row)
    return Unit(MULTIPLES[code, power]) if (code, power) in MULTIPLES else Unit(code, 10.0**power)


def _power(row: Row) -> int:
    given = row.fields.get("unit_mult", "") or dict(_parts(row)).get("UNIT_MULT", "")
    return int(given or 0)
