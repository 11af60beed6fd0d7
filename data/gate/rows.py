"""Files and rows that came or went, and rows that are set aside now but were not before."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from statistics import quantiles

from data.gate.content import FileContent, FilePair
from data.gate.finders import found, some, told
from data.gate.finding import Finding
from data.tidy import Quarantined


def find_files(pair: FilePair) -> Iterator[Finding]:
    """A file that is missing, empty or new."""
    if pair.now is None:
        yield found(pair, "file_missing", pair.before.rows_read)
    elif pair.before is None:
        yield found(pair, "file_new", pair.now.rows_read)
    elif pair.before.rows_read and not pair.now.rows_read:
        yield found(pair, "file_empty", pair.before.rows_read)


def find_rows(pair: FilePair) -> Iterator[Finding]:
    """Values gained and lost; a lost one whose row is set aside now counts there and not here."""
    before, now = pair.before.figures, pair.now.figures
    aside = Counter(_place(row) for row in pair.now.quarantined)
    gone = []
    for key, figure in before.items():
        if key not in now:
            place = _place(figure)
            if aside[place]:
                aside[place] -= 1
            else:
                gone.append(told(key))
    if gone:
        yield found(pair, "rows_gone", len(gone), some(sorted(gone)))
    if new := [told(key) for key in now if key not in before]:
        yield found(pair, "rows_new", len(new), some(sorted(new)))
    if len(now) != len(before):
        yield found(pair, "size_and_spread", len(now), f"before {_spread(pair.before)}, now {_spread(pair.now)}")


def find_set_aside(pair: FilePair) -> Iterator[Finding]:
    """Rows set aside for a reason for which the release before did not set them aside, and such that are kept again."""
    before = Counter((row.reason, _identity(row)) for row in pair.before.quarantined)
    fresh: dict[str, list[str]] = defaultdict(list)
    for row in pair.now.quarantined:
        mark = (row.reason, _identity(row))
        if before[mark]:
            before[mark] -= 1
        else:
            fresh[row.reason].append(f"line {row.line}: {row.detail}")
    for reason, details in sorted(fresh.items()):
        yield found(pair, "rows_set_aside", len(details), some(details), reason)
    stored = {_place(figure) for figure in pair.now.figures.values()}
    kept = [mark for mark, rows in before.items() if rows and mark[1] in stored]
    if kept:
        yield found(pair, "rows_kept_again", len(kept), some([f"{' '.join(map(str, place))}" for _, place in kept]))


def _place(row: object) -> tuple[object, ...]:
    """What names a value as far as a row that is set aside knows it."""
    names = ("indicator", "series_code", "ref_area", "sex", "age", "urbanisation", "activity", "time_period")
    return tuple(getattr(row, name) for name in names)


def _identity(row: Quarantined) -> tuple[object, ...]:
    """The place of a row, or its text where a part of the place is not known."""
    place = _place(row)
    return (row.raw_line.strip(),) if None in place else place


def _spread(content: FileContent) -> str:
    values = [figure.obs_value for figure in content.figures.values()]
    if len(values) < 2:
        return f"{len(values)} values"
    low, middle, high = quantiles(values, n=4)
    return f"{len(values)} values, quartiles {low:.4g}, {middle:.4g}, {high:.4g}"
