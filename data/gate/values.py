"""Values that differ between two releases, judged by what their own line did before.

A line's steps are the differences between neighbouring years in the release before. A value revised by more than the
largest of them, or a new year farther from the last one than LARGEST_JUMP such steps, lies beyond the line's history.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from statistics import median

from data.gate.content import FileContent, FilePair, Key, Line
from data.gate.finders import found, some, told
from data.gate.finding import Finding
from data.tidy import Figure

# With fewer years there is no history to judge by; then a value may move by this part of itself.
LEAST_YEARS = 4
LARGEST_SHARE = 0.5
LARGEST_JUMP = 3
LARGEST_FACTOR = 5
LEAST_VALUES = 8

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
    """Two areas of which each has the value that the other had."""
    blocks: dict[tuple[Line, int], dict[str, tuple[float, float]]] = defaultdict(dict)
    for (line, year), old, new in _revisions(pair):
        blocks[line._replace(ref_area=""), year][line.ref_area] = (old, new)
    cells: dict[tuple[str, str], int] = defaultdict(int)
    for areas in blocks.values():
        for one, other in combinations(sorted(areas), 2):
            (old_one, new_one), (old_other, new_other) = areas[one], areas[other]
            cells[one, other] += (new_one, new_other) == (old_other, old_one)
    exchanged = {areas: rows for areas, rows in cells.items() if rows}
    if exchanged:
        detail = some([f"{one} and {other} in {rows} values" for (one, other), rows in exchanged.items()])
        yield found(pair, "areas_exchanged", 2 * sum(exchanged.values()), detail)


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
