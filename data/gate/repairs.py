"""What became of the repairs: applied again, moved to another line, no longer needed because mended, or lost."""

from collections import defaultdict
from collections.abc import Iterator

from data.gate.content import FilePair, key_of
from data.gate.finders import found, some
from data.gate.finding import Finding
from data.tidy import Figure, Repaired

Mark = tuple[str, str, str, str]


def find_repairs(pair: FilePair) -> Iterator[Finding]:
    """Repairs of the release before beside those of this one."""
    before, now = _by_mark(pair.before.repairs), _by_mark(pair.now.repairs)
    sorted_out: dict[str, list[str]] = defaultdict(list)
    for mark, old in before.items():
        new = now.get(mark, [])
        for number, repair in enumerate(old):
            kind = _fate(repair, new[number]) if number < len(new) else _fate_of_missing(pair, repair)
            sorted_out[kind].append(_told(repair))
    for mark, new in now.items():
        sorted_out["repair_new"] += [_told(repair) for repair in new[len(before.get(mark, [])) :]]
    for kind, repairs in sorted(sorted_out.items()):
        if repairs:
            yield found(pair, kind, len(repairs), some(repairs))


def _by_mark(repairs: list[Repaired]) -> dict[Mark, list[Repaired]]:
    """Repairs that were done, by what they changed, in the order of their lines."""
    marks: dict[Mark, list[Repaired]] = defaultdict(list)
    for repair in sorted(repairs, key=lambda r: r.line):
        if repair.outcome != "refused":
            marks[repair.field, repair.as_published, repair.repaired, repair.raw_line.strip()].append(repair)
    return marks


def _fate(old: Repaired, new: Repaired) -> str:
    return "repair_kept" if old.line == new.line else "repair_moved"


def _fate_of_missing(pair: FilePair, repair: Repaired) -> str:
    """Mended by the publisher, or lost: a row that was dropped or withheld and is gone was mended."""
    if repair.outcome != "applied":
        return "repair_unneeded"
    mended = [_is_mended(pair, figure) for figure in pair.before.figures.values() if figure.line == repair.line]
    return "repair_unneeded" if mended and all(mended) else "repair_lost"


def _is_mended(pair: FilePair, repaired: Figure) -> bool:
    """Whether the publisher now prints what the repair made of the row."""
    now = pair.now.figures.get(key_of(repaired))
    return now is not None and now.obs_status != "S" and now.obs_value == repaired.obs_value


def _told(repair: Repaired) -> str:
    return f"line {repair.line}: {repair.field} {repair.as_published or '(blank)'} → {repair.repaired or '(blank)'}"
