"""Units of the international exports: what the publisher calls them, what it leaves out, thousands and millions."""

import re
from dataclasses import dataclass

from data.importers.international_codes import parts_of
from data.readers.text_table import Row


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit code and the factor that brings the published number to it."""

    code: str
    factor: float = 1


# By the name the publisher gives the unit ...
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
    power = _power(row)
    if code is None or power is None:
        return None
    return Unit(MULTIPLES[code, power]) if (code, power) in MULTIPLES else Unit(code, 10.0**power)


def _power(row: Row) -> int | None:
    """Power of ten by which the publisher divided; None where it is no whole number."""
    given = row.fields.get("unit_mult", "") or dict(parts_of(row)).get("UNIT_MULT", "") or "0"
    return int(given) if re.fullmatch(r"-?\d{1,2}", given) else None
