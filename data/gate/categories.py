"""Years, areas and codes that a file has no more or has for the first time, and columns that lost what parted them."""

from collections.abc import Iterator

from data.gate.content import DIMENSIONS, FileContent, FilePair
from data.gate.finders import found, some
from data.gate.finding import Finding
from data.tidy import TOTAL

NAMES = {"time_period": "years", "ref_area": "areas"}
COLUMNS = ("time_period", "indicator", "series_code", *DIMENSIONS)
# A shorter file may repeat a value by chance.
LEAST_VALUES = 8


def find_categories(pair: FilePair) -> Iterator[Finding]:
    """Codes of every column that came or went."""
    for column in COLUMNS:
        before, now = _codes(pair.before, column), _codes(pair.now, column)
        kind, subject = NAMES.get(column, "categories"), "" if column in NAMES else column
        if now == {TOTAL} and before > now:
            yield found(pair, "column_emptied", len(before) - 1, f"had {some(sorted(before - now))}", column)
        elif gone := sorted(before - now):
            yield found(pair, f"{kind}_gone", len(gone), some(gone), subject)
        if new := sorted(now - before):
            yield found(pair, f"{kind}_new", len(new), some(new), subject)


def find_constant(pair: FilePair) -> Iterator[Finding]:
    """A file whose values have all become one."""
    before, now = (content.figures.values() for content in (pair.before, pair.now))
    values = {figure.obs_value for figure in now}
    if len(now) >= LEAST_VALUES and len(values) == 1 < len({figure.obs_value for figure in before}):
        yield found(pair, "values_constant", len(now), f"every value is {values.pop():g}")


def _codes(content: FileContent, column: str) -> set[object]:
    return {getattr(figure, column) for figure in content.figures.values()}
