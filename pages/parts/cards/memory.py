"""Cards remembered by what they were made from, so that a rerun mounts what it has shown before at almost no cost."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any, ParamSpec

import queries
from pages.parts.cards.board import Note, show

if TYPE_CHECKING:
    from pages.parts.cards.card import DrawnCard

P = ParamSpec("P")
MOST_CARDS = 600

_cards: OrderedDict[Hashable, DrawnCard | Note] = OrderedDict()
_lock = Lock()
_made: ContextVar[list[DrawnCard | Note] | None] = ContextVar("cards made by the running function", default=None)
_captured: ContextVar[bool] = ContextVar("cards are made for later, not shown", default=False)


def remembered(draw: Callable[P, Any]) -> Callable[P, None]:
    """Remember the card, or the note in its place, that a function makes, by its arguments and the store.

    The function must read nothing else (language and as-of date are among its arguments) and make nothing but one
    `chart_card`. At most `MOST_CARDS` are held, shared by all sessions.
    """

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        key = (draw.__module__, draw.__qualname__, queries.store_version(), frozen(args), frozen(kwargs))
        made = _held(key)
        if made is None:
            made = _draw(draw, args, kwargs)
            if made is not None:
                _keep(key, made)
        elif not is_captured():
            show(made)
        if made is not None:
            note_made(made)

    return drawn


def captured(draw: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> DrawnCard | None:
    """Return the card that a function draws, without showing anything; None where it has nothing to draw."""
    made: list[DrawnCard | Note] = []
    tokens = _made.set(made), _captured.set(True)
    try:
        draw(*args, **kwargs)
    finally:
        _made.reset(tokens[0])
        _captured.reset(tokens[1])
    return next((card for card in made if not isinstance(card, Note)), None)


def is_captured() -> bool:
    """Whether the running function makes its card for a slide or for a choice not yet made."""
    return _captured.get()


def note_made(card: DrawnCard | Note) -> None:
    """Tell the remembered function that is running, if any, what it made."""
    made = _made.get()
    if made is not None:
        made.append(card)


def frozen(value: Any) -> Hashable:
    """A value as a key: lists and mappings by their contents; raises TypeError for what has no key."""
    if isinstance(value, Mapping):
        return tuple((name, frozen(item)) for name, item in value.items())
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    hash(value)
    return value


def _held(key: Hashable) -> DrawnCard | Note | None:
    with _lock:
        card = _cards.get(key)
        if card is not None:
            _cards.move_to_end(key)
        return card


def _draw(draw: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> DrawnCard | Note | None:
    """The one card or note that a function makes and, unless it is captured, shows."""
    token = _made.set([])
    try:
        draw(*args, **kwargs)
        made = _made.get() or []
    finally:
        _made.reset(token)
    return made[0] if len(made) == 1 else None


def _keep(key: Hashable, card: DrawnCard | Note) -> None:
    with _lock:
        _cards[key] = card
        while len(_cards) > MOST_CARDS:
            _cards.popitem(last=False)
