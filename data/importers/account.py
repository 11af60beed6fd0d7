"""What became of the rows of an import, as lines for a person: counts, words on no list, files that gave nothing."""

from collections import Counter
from collections.abc import Iterator

from data.tidy import ImportCount, Imported

# Reasons that name a word, a form or a year nobody had foreseen: each such word is told with the rows it costs.
UNFORESEEN = frozenset(
    {"unknown_code", "unknown_area", "unknown_unit", "ambiguous_number", "year_after_release", "year_before_records"}
)
OUTCOMES = ("read", "stored", "repaired", "quarantined", "dropped", "duplicate")


def account(imported: Imported) -> Iterator[str]:
    """One line per release with what became of its rows, then what a person should look at."""
    for release in sorted({count.release for count in imported.counts}):
        counts = [count for count in imported.counts if count.release == release]
        sums = {name: sum(getattr(count, name) for count in counts) for name in OUTCOMES}
        yield f"{imported.source_id} {release}: " + ", ".join(f"{name} {sums[name]}" for name in OUTCOMES)
    yield from _unforeseen(imported)
    yield from (_lost_file(count) for count in imported.counts if count.read and count.quarantined == count.read)
    for repair in imported.repairs:
        if repair.outcome == "refused":
            yield (
                f"{repair.file}, line {repair.line}, column {repair.field}: the repair is refused, the row no longer "
                "reads as it did; compare it with data/catalogue/repairs.csv"
            )


def _unforeseen(imported: Imported) -> Iterator[str]:
    found = Counter((q.release, q.file, q.reason, q.detail) for q in imported.quarantined if q.reason in UNFORESEEN)
    for (release, file, reason, detail), rows in sorted(found.items()):
        yield f"{imported.source_id} {release}: {file}: {detail} ({reason}; rows set aside: {rows})"


def _lost_file(count: ImportCount) -> str:
    return f"{count.source_id} {count.release}: {count.file}: every row is set aside ({count.read})"
