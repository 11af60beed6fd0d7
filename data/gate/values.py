"""Values that differ between two releases, judged by what their own line did before.

A line's steps are the differences between neighbouring years in the release before. A value revised by more than the
largest of them, or a new year farther from the last one than LARGEST_JUMP such steps, lies beyond the line's history.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from statistics import median

from data.gate.content import DIMENSIONS, FileContent, FilePair, Key, Line
from data.gate.finders import found, some, told
from data.gate.finding import Finding
from data.tidy import Figure

# With fewer years there is no history to judge by; then a value may move by this part of itself.
LEAST_YEARS = 4
LARGEST_SHARE = 0.5
LARGEST_JUMP = 3
LARGEST_FACTOR = 5
LEAST_VALUES = 8
# A flat year may repeat the one before by chance.
LEAST_DISTINCT = 4
EXCHANGEABLE = ("series_code", *(name for name in DIMENSIONS if name != "unit_measure"))

Revision = tuple[Key, float, float]


def find_revisions(pair: FilePair) -> Iterator[Finding]:
    """Values of the same name that are others now: rounded, revised, or moved beyond the line's own history."""
    steps = _steps(pair.before)
    sorted_out: dict[str, list[Revision]] = defaultdict(list)
    for key, old, new in _revisions(pair):
        sorted_out[_kind(steps, key, old, new)].append((key, old, new))
    for kind, revisions in sorted(sorted_out.items()):
        yield found(
            pair, kind, len(revisions), some([f"{told(key)}: {old:g} → {new:g}" for key, old, new in revisions])
        )


def find_exchanged(pair: FilePair) -> Iterator[Finding]:
    """Two codes of one column, mostly areas, of which each has the values that the other had."""
    revisions = _revisions(pair)
    for column in EXCHANGEABLE:
        cells: Counter[tuple[str, str]] = Counter()
        for values in _by_code(revisions, column).values():
            for one, other in combinations(sorted(values), 2):
                (old_one, new_one), (old_other, new_other) = values[one], values[other]
                cells[one, other] += (new_one, new_other) == (old_other, old_one)
        if exchanged := +cells:
            detail = some([f"{one} and {other} in {rows} values" for (one, other), rows in exchanged.items()])
            kind, subject = ("areas_exchanged", "") if column == "ref_area" else ("codes_exchanged", column)
            yield found(pair, kind, 2 * exchanged.total(), detail, subject)


def _by_code(revisions: list[Revision], column: str) -> dict[Key, dict[str, tuple[float, float]]]:
    """Old and new value by the code of one column, for each line and year without that column."""
    values: dict[Key, dict[str, tuple[float, float]]] = defaultdict(dict)
    for (line, year), old, new in revisions:
        values[line._replace(**{column: ""}), year][getattr(line, column)] = (old, new)
    return values


def find_repeated_years(pair: FilePair) -> Iterator[Finding]:
    """A new year in which every line repeats the year before it."""
    known = {year for _, year in pair.before.figures}
    now = {key: figure.obs_value for key, figure in pair.now.figures.items()}
    for year in sorted({year for _, year in now} - known):
        both = [(now[line, year], now[line, year - 1]) for line, of in now if of == year and (line, year - 1) in now]
        if len({value for value, _ in both}) >= LEAST_DISTINCT and all(value == before for value, before in both):
            yield found(pair, "year_repeated", len(both), f"every value of {year} is that of {year - 1}", str(year))


def find_rescaled(pair: FilePair) -> Iterator[Finding]:
    """A file whose values are as a whole several times larger or smaller than they were."""
    before, now = pair.before.figures, pair.now.figures
    factors = [
        now[key].obs_value / before[key].obs_value for key in before.keys() & now.keys() if before[key].obs_value
    ]
    if len(factors) >= LEAST_VALUES and not 1 / LARGEST_FACTOR < (factor := median(factors)) < LARGEST_FACTOR:
        yield found(pair, "values_rescaled", len(factors), f"typically {factor:.3g} times the value before")


def find_jumps(pair: FilePair) -> Iterator[Finding]:
    """New years that lie farther from the line's last year than its own history allows."""
    steps, last = _steps(pair.before), _last(pair.before)
    jumps = []
    for (line, year), figure in pair.now.figures.items():
        if line in last and line in steps and year > last[line].time_period:
            distance = abs(figure.obs_value - last[line].obs_value)
            if distance > LARGEST_JUMP * steps[line] * (year - last[line].time_period):
                jumps.append(f"{told((line, year))}: {last[line].obs_value:g} → {figure.obs_value:g}")
    if jumps:
        yield found(pair, "values_jump", len(jumps), some(jumps))


def _revisions(pair: FilePair) -> list[Revision]:
    before, now = pair.before.figures, pair.now.figures
    return [
        (key, figure.obs_value, now[key].obs_value)
        for key, figure in before.items()
        if key in now and now[key].obs_value != figure.obs_value
    ]


def _kind(steps: dict[Line, float], key: Key, old: float, new: float) -> str:
    if is_rounding(old, new):
        return "values_rounded"
    allowed = steps.get(key[0], LARGEST_SHARE * abs(old))
    return "values_moved" if abs(new - old) > allowed else "values_revised"


def is_rounding(old: float, new: float) -> bool:
    """Whether one value is the other with fewer decimals."""
    fewer, more = sorted((old, new), key=_decimals)
    return round(more, _decimals(fewer)) == fewer


def _decimals(value: float) -> int:
    return len(repr(value).partition(".")[2].rstrip("0")) if "e" not in repr(value) else 17


def _steps(content: FileContent) -> dict[Line, float]:
    """Largest difference between neighbouring years of every line that is long enough."""
    lines: dict[Line, list[Figure]] = defaultdict(list)
    for (line, _), figure in content.figures.items():
        lines[line].append(figure)
    return {
        line: max(
            abs(later.obs_value - earlier.obs_value)
            for earlier, later in pairwise(sorted(figures, key=lambda figure: figure.time_period))
        )
        for line, figures in lines.items()
        if len(figures) >= LEAST_YEARS
    }


def _last(content: FileContent) -> dict[Line, Figure]:
    last: dict[Line, Figure] = {}
    for (line, year), figure in content.figures.items():
        if line not in last or last[line].time_period < year:
            last[line] = figure
    return last
