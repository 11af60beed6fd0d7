"""Bring the publishers' files into the project's figures: `python -m data.importers FOLDER`.

FOLDER (or the http address of a zip archive of it) holds what the publishers publish, as they lay it out:
`kazstat/vintages/<date>/`, `bns/`, `national_accounts/`, `facts/`, `international/`; a publisher that is not there is
left as it is.
Everything is read and checked before anything is written: a refused file leaves the figures as they were.
Releases are only ever added: one that is not in FOLDER stays, one that is there again is written anew. Equal files
give equal bytes. What is new is laid beside what is held (`data.gate`): a loss needs --accept and --because, a new
release must be listed in the catalogue or be added with --add-release. Exit code 1 when that stops the import, 2 when
something handed in cannot be read; each problem is told with file, line and column.
"""

import argparse
import sys
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.catalogue_files import CATALOGUE
from data.importers.account import account
from data.importers.intake import Terms, take_in
from data.importers.publisher_folder import publisher_folder
from data.importers.publishers import every_source, unasked
from data.readers.refusal import InputRefusedError
from data.staging import staged
from data.tidy import FIGURES, Imported
from data.web import DOWNLOADS, Client

UNREADABLE, STOPPED = 2, 1


@dataclass(slots=True)
class HandedIn:
    """What a folder gave: imports, one message per source that cannot be read, files that nobody asked for."""

    imports: list[Imported] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_folder(folder: Path, catalogue: Path) -> HandedIn:
    """Read every publisher in the folder, source by source; refuses a folder that holds none of them."""
    sources = every_source(folder, catalogue)
    handed_in = HandedIn(unread=unasked(folder, catalogue))
    for source in sources:
        try:
            handed_in.imports.append(source.read())
        except InputRefusedError as refusal:
            handed_in.refusals.append(str(refusal))
    return handed_in


def _tell(lines: list[str]) -> None:
    print("\n".join(lines), file=sys.stderr)


def import_place(place: str, terms: Terms) -> int:
    """Import from a folder or address; the exit code."""
    with closing(Client(DOWNLOADS)) as client, publisher_folder(place, client.fetch) as folder:
        handed_in = read_folder(folder, terms.catalogue)
    for imported in handed_in.imports:
        print("\n".join(account(imported)))
    if handed_in.unread:
        _tell([f"not read: {name}" for name in handed_in.unread])
    if handed_in.refusals:
        _tell([*handed_in.refusals, "nothing imported"])
        return UNREADABLE
    with staged(terms.figures, terms.catalogue) as copies:
        outcome = take_in(handed_in.imports, replace(terms, figures=copies.figures, catalogue=copies.catalogue))
        if not outcome.reasons:
            copies.commit()
    print(outcome.report.text())
    if outcome.reasons:
        _tell([*outcome.reasons, "nothing imported"])
        return STOPPED
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Import, print what became of the rows, and name what cannot be read on standard error."""
    parser = argparse.ArgumentParser(prog="python -m data.importers", description=__doc__)
    parser.add_argument("folder", help="folder with the publishers' files, or the address of a zip archive of it")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="where to write (default: data/figures)")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE, help="the catalogue (default: data/catalogue)")
    parser.add_argument("--accept", action="append", default=[], metavar="NAME", help="accept what the gate found")
    parser.add_argument(
        "--because", default="", metavar="REASON", help="why; kept in the catalogue, needed by --accept"
    )
    parser.add_argument("--add-release", action="store_true", help="list a new day of release in the catalogue")
    options = parser.parse_args(arguments)
    terms = Terms(options.figures, options.catalogue, options.accept, options.because, options.add_release)
    try:
        return import_place(options.folder, terms)
    except InputRefusedError as error:
        _tell([str(error), "nothing imported"])
        return UNREADABLE
    except OSError as error:
        _tell([f"{error}; the figures are as they were", "nothing imported"])
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
