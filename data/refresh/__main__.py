"""Fetch what is new: `python -m data.refresh [SOURCE ...]`.

Each source is asked where `data/catalogue/connectors.yaml` says, read, and laid beside the release that is held
(`data.gate`); what passes becomes a release of its own, and the store is built anew beside the old one. A source that
cannot be had, or that the gate stops, stays as it is; pages then say since when. Exit code 1 when that happened to any,
2 when something asked for or handed in cannot be read. A refresh that was cut off goes on where it stopped.
"""

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path

from data.catalogue_files import CATALOGUE
from data.importers.intake import Terms
from data.readers.days import read_day
from data.readers.refusal import InputRefusedError
from data.refresh.run import ABSENT, SourceOutcome, Wanted, refresh
from data.refresh.state import FAILED, NEW, UNCHANGED, write_state
from data.store import STORE
from data.tidy import FIGURES
from data.web import DOWNLOADS, Client

UNREADABLE, STOPPED = 2, 1
WORDS = {NEW: "new release", UNCHANGED: "nothing new", FAILED: "NOT REFRESHED", ABSENT: "not among the files"}


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.refresh", description=__doc__)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="sources to ask (default: all with a connector)")
    parser.add_argument("--since", metavar="DATE", help="leave out sources of which a release of that day is held")
    parser.add_argument("--dry-run", action="store_true", help="tell what would come in and change nothing")
    parser.add_argument("--from", dest="place", metavar="FOLDER_OR_URL", help="publishers' files, instead of asking")
    parser.add_argument("--accept", action="append", default=[], metavar="NAME", help="accept what the gate found")
    parser.add_argument("--because", default="", metavar="REASON", help="why; kept in the catalogue")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="the figures (default: data/figures)")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE, help="the catalogue (default: data/catalogue)")
    parser.add_argument("--downloads", type=Path, default=DOWNLOADS, help="where answers are kept (data/downloads)")
    return parser.parse_args(arguments)


def _wanted(options: argparse.Namespace) -> Wanted:
    since = read_day(options.since) if options.since else None
    if options.since and since is None:
        raise InputRefusedError(f"--since {options.since}: is no day; write YYYY-MM-DD")
    terms = Terms(options.figures, options.catalogue, options.accept, options.because)
    store = Path(os.environ.get("SDG_STORE", STORE))
    return Wanted(terms, store, options.sources, since, options.place, options.dry_run)


def _tell(outcomes: list[SourceOutcome]) -> None:
    """Everything that came of it, and one line per source at the end."""
    for outcome in outcomes:
        print("\n".join(line for line in outcome.lines if line))
    for outcome in outcomes:
        last = outcome.last
        print(f"{last.source_id:<18} {WORDS[last.outcome]}" + (f": {last.problem}" if last.problem else ""))


def main(arguments: list[str] | None = None) -> int:
    """Refresh and tell; the exit code."""
    options = _options(arguments)
    try:
        wanted = _wanted(options)
        with closing(Client(options.downloads)) as client:
            outcomes = refresh(wanted, client, options.downloads)
        _tell(outcomes)
        known = [outcome.last for outcome in outcomes if outcome.last.outcome != ABSENT]
        if known and not wanted.dry_run:
            write_state(wanted.store, known)
    except InputRefusedError as error:
        print(f"{error}\nnothing refreshed", file=sys.stderr)
        return UNREADABLE
    except OSError as error:
        print(f"{error}\nnothing refreshed, the store is as it was", file=sys.stderr)
        return STOPPED
    return STOPPED if any(last.outcome == FAILED for last in known) else 0


if __name__ == "__main__":
    sys.exit(main())
