"""The gate's report: every release that an import brings, laid beside the one before it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.gate.accepted import Accepted
from data.gate.categories import find_categories, find_constant
from data.gate.content import FilePair, ReleaseContent, equal, held_releases, releases_of
from data.gate.finding import Finding
from data.gate.repairs import find_repairs
from data.gate.rows import find_files, find_rows, find_set_aside
from data.gate.values import find_exchanged, find_jumps, find_repeated_years, find_rescaled, find_revisions
from data.tidy import Imported, add_releases, to_table, write_table

FINDERS = (
    find_rows,
    find_set_aside,
    find_categories,
    find_constant,
    find_revisions,
    find_exchanged,
    find_rescaled,
    find_jumps,
    find_repeated_years,
    find_repairs,
)


@dataclass(frozen=True, slots=True)
class ReleaseReport:
    """One release and what differs from the one it is laid beside.

    `beside` is None for the first release of a source. Where the figures hold the release already and the import says
    something else, it is laid beside itself. `is_held` tells that they hold it unchanged. `accepted` has a person's
    word by the name of the finding. `since_earlier` are the differences from the release before in any case.
    """

    source_id: str
    release: date
    beside: date | None
    is_held: bool
    findings: tuple[Finding, ...]
    accepted: dict[str, Accepted]
    since_earlier: tuple[Finding, ...]

    @property
    def stops(self) -> list[Finding]:
        """Findings that still wait for a person's word; what is held was settled before."""
        if self.is_held:
            return []
        return [finding for finding in self.findings if finding.stops and finding.name not in self.accepted]


@dataclass(frozen=True, slots=True)
class GateReport:
    """Every release of an import."""

    releases: tuple[ReleaseReport, ...]

    @property
    def stops(self) -> list[Finding]:
        """Findings of every release that still wait for a person's word."""
        return [finding for release in self.releases for finding in release.stops]

    def with_words(self, words: Iterable[Accepted]) -> "GateReport":
        """The same report with more of a person's words."""
        said = list(words)
        return GateReport(tuple(replace(r, accepted=r.accepted | _words_on(r.findings, said)) for r in self.releases))

    def text(self) -> str:
        """The report as lines for a person; a release that is held unchanged has one line."""
        return "\n".join(line for release in self.releases for line in _lines(release))


def lay_beside(imports: Iterable[Imported], figures: Path, accepted: Iterable[Accepted]) -> GateReport:
    """Compare every release of the imports with the newest before it, or with itself where it is held otherwise."""
    words = list(accepted)
    return GateReport(tuple(report for imported in imports for report in _reports(imported, figures, words)))


def write_findings(source_id: str, report: GateReport, figures: Path) -> None:
    """Keep what differs from the release before, beside the figures; nothing for a source with one release."""
    path = figures / "gate" / f"{source_id}.parquet"
    mine = [release for release in report.releases if release.source_id == source_id]
    findings = [finding for release in mine for finding in release.since_earlier]
    if findings or path.exists():
        write_table(add_releases(path, to_table(findings, Finding), {release.release for release in mine}), path)


def compare(now: ReleaseContent, before: ReleaseContent) -> tuple[Finding, ...]:
    """Every difference between two releases of one source, what stops first."""
    findings = [finding for pair in now.beside(before) for finding in _differences(pair)]
    return tuple(sorted(findings, key=lambda finding: (not finding.stops, finding.name)))


def _reports(imported: Imported, figures: Path, accepted: list[Accepted]) -> Iterator[ReleaseReport]:
    held, brought = held_releases(imported.source_id, figures), releases_of(imported)
    for release, content in brought.items():
        is_held = release in held and equal(content, held[release])
        earlier = _newest_before(release, held | brought)
        since_earlier = compare(content, earlier) if earlier else ()
        rewritten = held.get(release) if not is_held else None
        findings = compare(content, rewritten) if rewritten else since_earlier
        before = rewritten or earlier
        yield ReleaseReport(
            imported.source_id,
            release,
            before and before.release,
            is_held,
            findings,
            _words_on(findings, accepted),
            since_earlier,
        )


def _words_on(findings: Iterable[Finding], accepted: Iterable[Accepted]) -> dict[str, Accepted]:
    """The word on each finding that needs one and has it."""
    said = list(accepted)
    return {f.name: word for f in findings if f.stops for word in said if word.covers(f)}


def _newest_before(release: date, contents: dict[date, ReleaseContent]) -> ReleaseContent | None:
    earlier = [day for day in contents if day < release]
    return contents[max(earlier)] if earlier else None


def _differences(pair: FilePair) -> Iterator[Finding]:
    yield from find_files(pair)
    if pair.before and pair.now:
        for find in FINDERS:
            yield from find(pair)


def _lines(report: ReleaseReport) -> Iterator[str]:
    title = f"{report.source_id} {report.release}"
    if report.is_held:
        yield f"{title}: held already, nothing changes"
    elif report.beside is None:
        yield f"{title}: the first release of this source, nothing to lay it beside"
    else:
        place = "what is held of it" if report.beside == report.release else str(report.beside)
        yield f"{title} beside {place}: {len(report.stops)} to be settled, {len(report.findings)} differences"
        yield from (line for finding in report.findings for line in _told(finding, report.accepted.get(finding.name)))


def _told(finding: Finding, word: Accepted | None) -> Iterator[str]:
    mark = "accepted" if word else "STOP" if finding.stops else "told"
    yield f"  {mark}: {finding.name}: {finding.rows}" + (f" ({finding.detail})" if finding.detail else "")
    if word:
        yield f"    because: {word.because}"
