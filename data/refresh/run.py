"""Fetch what is new of some sources and take it in: gated one by one, stored together, or nothing of it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.catalogue_files import CatalogueError, read_sources
from data.catalogue_releases import set_next_release, set_published
from data.gate.content import ReleaseContent, held_releases, releases_of, same_values
from data.importers.account import account
from data.importers.intake import Terms, take_in
from data.importers.publisher_folder import publisher_folder
from data.importers.publishers import asked, unasked
from data.readers.refusal import InputRefusedError
from data.refresh.connectors import Connector, read_connectors
from data.refresh.folder import Asking, Fetched
from data.refresh.parts import Parts
from data.refresh.state import FAILED, NEW, UNCHANGED, LastRefresh
from data.staging import Staged, staged
from data.store import StoreRefusedError, build, prepare
from data.tidy import Imported
from data.web import Client, Manner

# What a source without files in the folder handed in comes to; nothing is known of it afterwards.
ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks for.

    `sources` are all with a connector where none is named; `since` leaves out those of which a release of that day or
    a later one is held; `place` is a folder or an address with the publishers' files in the place of the publishers.
    """

    terms: Terms
    store: Path
    sources: Sequence[str] = ()
    since: date | None = None
    place: str | None = None
    dry_run: bool = False
    today: date | None = None

    @property
    def day(self) -> date:
        """The day of the refresh."""
        return self.today or date.today()


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What came of one source: in a word, and as lines for a person."""

    last: LastRefresh
    lines: tuple[str, ...]


def refresh(wanted: Wanted, client: Client, work: Path) -> list[SourceOutcome]:
    """Take in what is new; raises InputRefusedError for a wrong question, OSError where nothing can be written.

    A source that cannot be had, or that the gate stops, stays as it is and hinders no other.
    """
    with staged(wanted.terms.figures, wanted.terms.catalogue) as copies, _given(wanted, client) as given:
        run = _Run(wanted, client, work, copies, given)
        outcomes = [run.taken_in(source) for source in _sources(wanted)]
        if given:
            named = tuple(f"not read: {name}" for name in unasked(given, wanted.terms.catalogue))
            outcomes = [replace(o, lines=(*named, *o.lines)) if o is outcomes[0] else o for o in outcomes]
        if not any(outcome.last.outcome == NEW for outcome in outcomes):
            return outcomes
        try:
            prepare(wanted.store, copies.catalogue, copies.figures)
        except (StoreRefusedError, CatalogueError) as error:
            return [_failed(outcome, str(error)) for outcome in outcomes]
        if not wanted.dry_run:
            copies.commit()
            build(wanted.store, wanted.terms.catalogue, wanted.terms.figures)
    return outcomes


@contextmanager
def _given(wanted: Wanted, client: Client) -> Iterator[Path | None]:
    """The folder that is handed in, if any."""
    if not wanted.place:
        yield None
        return
    with publisher_folder(wanted.place, client.fetch) as folder:
        yield folder


def _sources(wanted: Wanted) -> list[str]:
    connectors = read_connectors(wanted.terms.catalogue)
    sources, releases = read_sources(wanted.terms.catalogue / "sources.yaml")
    known = [source["source_id"] for source in sources]
    if unknown := [name for name in wanted.sources if name not in known]:
        raise InputRefusedError(f"{unknown[0]}: no such source; there are {', '.join(sorted(known))}")
    if not wanted.place and (mute := [name for name in wanted.sources if name not in connectors]):
        raise InputRefusedError(f"{mute[0]}: has no connector; hand its files in with --from FOLDER")
    chosen = list(wanted.sources) or (known if wanted.place else list(connectors))
    newest = {row["source_id"]: date.fromisoformat(row["release"]) for row in releases}
    return [name for name in chosen if not (wanted.since and newest.get(name, date.min) >= wanted.since)]


@dataclass(frozen=True, slots=True)
class _Run:
    """One refresh at work."""

    wanted: Wanted
    client: Client
    work: Path
    copies: Staged
    given: Path | None

    def taken_in(self, source: str) -> SourceOutcome:
        """Fetch and gate one source into the copies."""
        try:
            if self.given:
                return self._gated(source, Fetched(self.given, self.wanted.day), stated=True)
            connector = read_connectors(self.copies.catalogue)[source]
            fetched = self._fetched(connector)
            outcome = self._gated(source, fetched, stated=bool(connector.released) or connector.shape == "archive")
        except InputRefusedError as error:
            outcome = self._outcome(source, FAILED, str(error))
        # What came in, or was refused, is asked for anew next time; only a refresh cut off leaves its answers.
        shutil.rmtree(self.work / source, ignore_errors=True)
        return outcome

    def _fetched(self, connector: Connector) -> Fetched:
        own = self.work / connector.source_id
        shutil.rmtree(own / "publishers", ignore_errors=True)
        parts = Parts(self.client, own / "answers", Manner(connector.pace, connector.most_bytes, connector.accept))
        return Asking(connector, parts, self.copies.figures, self.wanted.day).fetch(own / "publishers")

    def _gated(self, source: str, fetched: Fetched, *, stated: bool) -> SourceOutcome:
        wanted, copies = self.wanted, self.copies
        found = asked(source, fetched.folder, copies.catalogue)
        if found is None:
            return self._outcome(source, ABSENT)
        imported = found.read()
        lines = [*account(imported)]
        if fetched.left_out:
            lines.append(f"{source}: {fetched.left_out} rows or files that came are not among those asked for")
        held = held_releases(source, copies.figures)
        if not self.given and held and (not stated or max(releases_of(imported)) < max(held)):
            if _says_the_same(imported, held):
                return self._outcome(source, UNCHANGED, lines=lines)
            if stated:
                raise InputRefusedError(_out_of_order(source, max(releases_of(imported)), max(held)))
        if stated and not self.given and max(releases_of(imported)) not in held:
            set_published(source, copies.catalogue)
        accept = [name for name in wanted.terms.accept if name.split("/")[0] == source]
        terms = replace(wanted.terms, figures=copies.figures, catalogue=copies.catalogue, accept=accept)
        taken = take_in([imported], replace(terms, add_release=True))
        lines.append(taken.report.text())
        if taken.reasons:
            return self._outcome(source, FAILED, "; ".join(taken.reasons), lines)
        if fetched.next_release:
            set_next_release(source, fetched.next_release, copies.catalogue)
        is_held = all(release.is_held for release in taken.report.releases)
        return self._outcome(source, UNCHANGED if is_held else NEW, lines=lines)

    def _outcome(self, source: str, outcome: str, problem: str = "", lines: Sequence[str] = ()) -> SourceOutcome:
        return SourceOutcome(LastRefresh(source, self.wanted.day, outcome, problem=problem), tuple(lines))


def _says_the_same(imported: Imported, held: Mapping[date, ReleaseContent]) -> bool:
    """Whether the newest release that is held says the same, so that only its day would be another."""
    return all(same_values(content, held[max(held)]) for content in releases_of(imported).values())


def _out_of_order(source: str, day: date, held: date) -> str:
    """What to do where a new release bears an earlier day than the one held, which then was the day of copying it."""
    return (
        f"{source}: what came was released on {day} and says something else than the release of {held} that is held; "
        f"write the publisher's own day in the place of {held} in data/catalogue/sources.yaml and import that one again"
    )


def _failed(outcome: SourceOutcome, problem: str) -> SourceOutcome:
    if outcome.last.outcome != NEW:
        return outcome
    return SourceOutcome(replace(outcome.last, outcome=FAILED, problem=problem), outcome.lines)
