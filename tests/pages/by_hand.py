"""The value of a series worked out by hand from the publishers' rows, past the views and queries of the pages."""

from __future__ import annotations

import os
import random

import duckdb

from queries.open_store import SEALED, store_path

ROW = """
select observation.obs_value
from observation, series_operand as operand
where operand.series_id = $series_id
    and operand.role = $role
    and observation.source_id = operand.source_id
    and observation.indicator = operand.indicator
    and observation.series_code = operand.series_code
    and observation.age = operand.age
    and observation.activity = operand.activity
    and observation.composite_breakdown = operand.composite_breakdown
    and observation.education_lev = operand.education_lev
    and observation.income_wealth_quantile = operand.income_wealth_quantile
    and observation.sex = coalesce(operand.sex, $sex)
    and observation.urbanisation = coalesce(operand.urbanisation, '_T')
    and observation.ref_area = $ref_area
    and observation.time_period = $year
    and observation.release = (select max(release) from release where source_id = operand.source_id)
"""


def value(series_id: str, ref_area: str, year: int, sex: str = "_T") -> float:
    """Return the value of a series for one area and year as the newest release has it."""
    with duckdb.connect(str(store_path()), read_only=True, config=SEALED) as store:
        (derivation,) = store.execute("select derivation from series where series_id = ?", [series_id]).fetchone()
        cell = {"series_id": series_id, "ref_area": ref_area, "year": year, "sex": sex}
        (own,) = store.execute(ROW, cell | {"role": "operand"}).fetchone()
        if derivation in ("published", "slice"):
            return own
        (other,) = store.execute(ROW, cell | {"role": "against"}).fetchone()
        return 100 * own / other if derivation == "ratio" else own - other


def seeded() -> random.Random:
    """Return a generator whose seed is printed, so that a failure can be repeated with SHOWN_NUMBERS_SEED."""
    seed = int(os.environ.get("SHOWN_NUMBERS_SEED", random.randrange(10**6)))
    print(f"SHOWN_NUMBERS_SEED={seed}")
    return random.Random(seed)
