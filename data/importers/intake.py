"""Take imports into the figures: gated, listed in the catalogue, then written; or nothing at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.catalogue_files import CATALOGUE
from data.catalogue_releases import add_releases, told, unlisted_releases
from data.gate.accepted import Accepted, read_accepted, record, words_for
from data.gate.report import GateReport, lay_beside, write_findings
from data.tidy import FIGURES, Imported, check_counts, write_import

ACCEPTED = "accepted_losses.csv"


@dataclass(frozen=True, slots=True)
class Terms:
    """Where the figures and the catalogue lie, and what the person who imports says.

    `accept` names findings of the gate, all for one reason, `because`; `add_release` lists new days in the catalogue.
    """

    figures: Path = FIGURES
    catalogue: Path = CATALOGUE
    accept: Sequence[str] = ()
    because: str = ""
    add_release: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the gate's report, and why nothing was written (no reason where it was)."""

    report: GateReport
    reasons: tuple[str, ...]


def take_in(imports: Sequence[Imported], terms: Terms) -> Outcome:
    """Write the imports unless the gate or the catalogue has a reason against it; raises InputRefusedError."""
    for imported in imports:
        check_counts(imported)
    accepted = read_accepted(terms.catalogue / ACCEPTED)
    report = lay_beside(imports, terms.figures, accepted)
    words: list[Accepted] = []
    if terms.accept:
        words = words_for(report.stops, terms.accept, terms.because, date.today())
        report = report.with_words(words)
    unlisted = unlisted_releases(imports, terms.catalogue)
    reasons = [] if terms.add_release else told(unlisted)
    if report.stops:
        reasons.append(f"{len(report.stops)} findings stop the import; settle them, or --accept NAME --because REASON")
    if not reasons:
        if words:
            record(words, terms.catalogue / ACCEPTED)
        if unlisted:
            add_releases(unlisted, terms.catalogue)
        for imported in imports:
            write_import(imported, terms.figures)
            write_findings(imported.source_id, report, terms.figures)
    return Outcome(report, tuple(reasons))
