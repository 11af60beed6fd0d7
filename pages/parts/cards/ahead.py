"""What a reader may choose next, sent ahead: a choice is answered by the browser at once and by the server right after.

A page calls `send_ahead` or `send_years_ahead` below a widget; both send only in the run that opens the page. The
browser (`static/chart/ahead.js`) shows what it holds in the frame of the choice; the rerun that the choice causes
brings the same parts and counts, should it differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pages.parts.cards.memory import captured
from pages.parts.streamlit.component import Part, mount_ahead
from pages.parts.visit import choices

Shown = tuple[str, Mapping[str, Part]]


def send_ahead(
    name: str, options: Sequence[str], shown: Callable[[str], Iterable[Shown]], *, depends: Sequence[str]
) -> None:
    """Send what every option of the switch or list `name` shows, in the order in which it has them.

    `shown` gives for an option the key and the parts of each card or sheet. These may depend on language, as-of date
    and the address names in `depends`: once one of them differs, the browser leaves the choice to the server. Sent when
    the page is opened and not with every change on it, which would then cost more than it spares.
    """
    if choices.has_arrived():
        _send(name, {str(place): dict(shown(option)) for place, option in enumerate(options)}, depends)


def send_years_ahead(
    name: str, wanted: Iterable[tuple[int, ...]], shown: Callable[..., Iterable[Shown]], *, depends: Sequence[str]
) -> None:
    """Send what the slider `name` shows for each of the choices, a year or the first and the last one of a span.

    `shown` takes the years of a choice; otherwise as `send_ahead`.
    """
    if choices.has_arrived():
        _send(name, {"-".join(map(str, years)): dict(shown(*years)) for years in wanted}, depends)


def cards(*draws: Callable[[], object]) -> list[Shown]:
    """Return what functions draw that end in one `chart_card` each, without showing it."""
    made = [captured(draw) for draw in draws]
    return [(card.card.key, card.parts) for card in made if card is not None]


def _send(name: str, shown: Mapping[str, Mapping[str, Mapping[str, Part]]], depends: Sequence[str]) -> None:
    address = {known: choices.read_all(known) for known in ("lang", "as_of", *depends)}
    mount_ahead(name, choices.widget_key(name), address, shown)
