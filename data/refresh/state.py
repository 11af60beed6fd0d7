"""What the last refresh of each source came to, kept beside the store: pages and health checks read it.

It is no part of the figures: where it is lost, nothing is known of the last refresh, and nothing else.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

NEW, UNCHANGED, FAILED = "new", "unchanged", "failed"


@dataclass(frozen=True, slots=True)
class LastRefresh:
    """Of one source: the day it was last tried, what came of it, and the day since which every try has failed."""

    source_id: str
    tried: date
    outcome: str
    failing_since: date | None = None
    problem: str = ""


def state_file(store: Path) -> Path:
    """Where it is kept for a store."""
    return store.with_suffix(".refresh.json")


def read_state(store: Path) -> dict[str, LastRefresh]:
    """The last refresh of each source; nothing where there was none or the file cannot be read."""
    try:
        content = json.loads(state_file(store).read_text(encoding="utf-8"))
        return {name: _entry(name, entry) for name, entry in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def stale_sources(store: Path) -> list[LastRefresh]:
    """The sources that could not be refreshed at the last try, those failing longest first."""
    failing = [last for last in read_state(store).values() if last.failing_since]
    return sorted(failing, key=lambda last: (last.failing_since, last.source_id))


def write_state(store: Path, outcomes: list[LastRefresh]) -> None:
    """Add outcomes to what is known; a source that failed before and fails again has failed since then."""
    held = read_state(store)
    for outcome in outcomes:
        earlier = held.get(outcome.source_id)
        since = None
        if outcome.outcome == FAILED:
            since = earlier.failing_since if earlier and earlier.failing_since else outcome.tried
        held[outcome.source_id] = LastRefresh(outcome.source_id, outcome.tried, outcome.outcome, since, outcome.problem)
    path = state_file(store)
    partial = path.with_suffix(".partial")
    content = {name: asdict(entry) for name, entry in sorted(held.items())}
    partial.write_text(json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    os.replace(partial, path)


def _entry(name: str, entry: dict[str, str]) -> LastRefresh:
    since = entry.get("failing_since")
    return LastRefresh(
        name,
        date.fromisoformat(entry["tried"]),
        entry["outcome"],
        date.fromisoformat(since) if since else None,
        entry.get("problem", ""),
    )
