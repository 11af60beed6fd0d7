"""What becomes of the rows of one file: stored, set aside with a reason, or a plain repetition. Nothing gets lost."""

from dataclasses import dataclass, field
from datetime import date

from data.readers.numbers import Number
from data.tidy import Figure, ImportCount, Imported, Quarantined

KEY = (
    "indicator",
    "series_code",
    "ref_area",
    "sex",
    "age",
    "urbanisation",
    "activity",
    "composite_breakdown",
    "education_lev",
    "income_wealth_quantile",
    "time_period",
)
_SET_ASIDE_KEY = ("indicator", "series_code", "ref_area", "sex", "age", "urbanisation", "activity", "time_period")
# No series of ours was counted before; earlier years are typing slips.
FIRST_YEAR = 1950


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value is not stored: a code of `quarantine_reason` and what exactly was found."""

    reason: str
    detail: str


def year_doubt(year: int, release: date) -> Doubt | None:
    """Why a year cannot have been observed in a release, or nothing."""
    if year > release.year:
        return Doubt("year_after_release", f"{year} lies after the release of {release}")
    return Doubt("year_before_records", f"{year} lies before {FIRST_YEAR}") if year < FIRST_YEAR else None


def number_doubt(number: Number, text: object) -> Doubt | None:
    """Why a cell gives no number, or nothing."""
    if number.problem == "missing":
        return Doubt("no_value", "the publisher gives no value for this year")
    if number.problem == "withheld":
        return Doubt("suppressed", f"{text!r}: kept back by the publisher")
    if number.problem == "ambiguous":
        return Doubt("ambiguous_number", f"{text!r} can be read in two ways and nothing in its column decides")
    return Doubt("unreadable_value", f"{text!r} is not a number") if number.problem else None


@dataclass(slots=True)
class Sieve:
    """Collects the rows of one file of one release; `key` arguments are the dimensions of `data.tidy.Figure`."""

    source_id: str
    release: date
    licence: str
    file: str
    read: int = 0
    _kept: list[tuple[Figure, str]] = field(default_factory=list)
    _set_aside: list[Quarantined] = field(default_factory=list)

    def store(self, line: int, raw: str, unit: str, value: float, status: str = "A", **key: object) -> None:
        """One sound value; a year that cannot have been observed is set aside."""
        if doubt := year_doubt(key["time_period"], self.release):
            self.set_aside(line, raw, doubt, value, **key)
            return
        self.read += 1
        figure = Figure(
            source_id=self.source_id,
            release=self.release,
            licence=self.licence,
            file=self.file,
            line=line,
            unit_measure=unit,
            obs_value=value,
            obs_status=status,
            **key,
        )
        self._kept.append((figure, raw))

    def set_aside(self, line: int, raw: str, doubt: Doubt, value: float | None = None, **key: object) -> None:
        """One doubtful value, kept with its reason."""
        self.read += 1
        self._quarantine(line, raw, doubt, value, key)

    def finish(self) -> Imported:
        """All rows of the file: of equal rows one is kept, of rows that give one key two values none."""
        groups: dict[tuple, list[tuple[Figure, str]]] = {}
        for figure, raw in self._kept:
            groups.setdefault(tuple(getattr(figure, name) for name in KEY), []).append((figure, raw))
        figures: list[Figure] = []
        for group in groups.values():
            contents = sorted({(figure.obs_value, figure.unit_measure) for figure, _ in group})
            if len(contents) == 1:
                figures.append(group[0][0])
            else:
                self._set_conflict_aside(group, contents)
        return Imported(self.source_id, figures, self._set_aside, counts=[self._count(len(figures))])

    def _set_conflict_aside(self, group: list[tuple[Figure, str]], contents: list[tuple[float, str]]) -> None:
        found = ", ".join(f"{value:g} {unit}" for value, unit in contents)
        doubt = Doubt("conflicting_duplicate", f"one key has {len(contents)} values: {found}")
        for figure, raw in group:
            key = {name: getattr(figure, name) for name in KEY}
            self._quarantine(figure.line, raw, doubt, figure.obs_value, key)

    def _quarantine(self, line: int, raw: str, doubt: Doubt, value: float | None, key: dict[str, object]) -> None:
        self._set_aside.append(
            Quarantined(
                source_id=self.source_id,
                release=self.release,
                file=self.file,
                line=line,
                raw_line=raw,
                reason=doubt.reason,
                detail=doubt.detail,
                obs_value=value,
                **{name: key[name] for name in _SET_ASIDE_KEY if name in key},
            )
        )

    def _count(self, stored: int) -> ImportCount:
        return ImportCount(
            source_id=self.source_id,
            release=self.release,
            file=self.file,
            read=self.read,
            stored=stored,
            repaired=0,
            quarantined=len(self._set_aside),
            dropped=0,
            duplicate=self.read - stored - len(self._set_aside),
        )
