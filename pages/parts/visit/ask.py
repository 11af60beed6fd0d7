"""Ask the store a named question; an answer is kept for all visitors until the store is rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from datetime import date
from functools import lru_cache, wraps
from inspect import signature
from threading import Lock
from time import monotonic
from typing import Any, ParamSpec, TypeVar

import queries
from queries.rows import Rows

P = ParamSpec("P")
R = TypeVar("R")
MOST_KEPT, MOST_CHOICES = 1024, 256
LOOK_AGAIN = 0.2
_seen: tuple[float, str] = (0.0, "")
_underway: dict[Hashable, Future[Any]] = {}
_noting = Lock()
# What forgets the answers of a store, for each function that keeps them.
_kept: list[Callable[[], None]] = []


def kept(answer: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function of the store returns, by its arguments, until the store is rebuilt.

    The function must read nothing but its arguments and the store. Arguments must be hashable. All sessions get the
    same object, so it must be one that nobody changes. The `MOST_KEPT` answers asked for last are held, and of a
    function of a view, which holds a visitor's own choice, the `MOST_CHOICES`: hardly anybody else chooses the same.
    """

    @lru_cache(maxsize=MOST_CHOICES if "view" in signature(answer).parameters else MOST_KEPT)
    def held(store_version: str, *args: P.args, **kwargs: P.kwargs) -> R:
        return _once((answer, store_version, args, tuple(kwargs.items())), lambda: answer(*args, **kwargs))

    _kept.append(held.cache_clear)

    @wraps(answer)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        return held(_store_version(), *args, **kwargs)

    return asked


def _once(key: Hashable, make: Callable[[], R]) -> R:
    """Make an answer that several threads may ask for at the same time: one makes it, the others wait for it. After a
    change of the store, everybody on a page asks for the same."""
    with _noting:
        underway = _underway.get(key)
        if underway is None:
            made: Future[R] = Future()
            _underway[key] = made
    if underway is not None:
        return underway.result()
    try:
        made.set_result(make())
    except BaseException as error:
        made.set_exception(error)
    finally:
        with _noting:
            del _underway[key]
    return made.result()


def _store_version() -> str:
    """The version of the store, looked up anew after `LOOK_AGAIN` seconds. A look at the file lets other threads in,
    and a page asks some hundred times."""
    global _seen
    now = monotonic()
    if now > _seen[0]:
        # With the day, for a page says which announced releases are out by now.
        version = f"{queries.store_version()} {date.today()}"
        before, _seen = _seen, (now + LOOK_AGAIN, version)
        if before[1] not in ("", _seen[1]):
            # Nobody asks the store before any more; what was kept of it would take its place in memory for long.
            for forget in _kept:
                forget()
    return _seen[1]


def answer(name: str, /, **params: Any) -> Rows:
    """Answer the query of that name with the given parameters as rows; raises QueryError as the runner does.

    Parameters are codes, numbers and dates that depend on the page, the language and the as-of date, never on a
    visitor's choice of areas or years: one answer is for all of them, and a choice cuts it (`Rows.where`, `cut`).
    Lists may be given as tuples or lists.
    """
    return _answer(name, tuple(sorted((key, _frozen(value)) for key, value in params.items())))


def of_series(name: str, series_id: str, /, **params: Any) -> Rows:
    """Answer a query about one series out of its answer about every series, which is asked once: the engine takes as
    long to read one question as to answer it for all of them."""
    return answer(name, series_id=None, **params).where(series_id=series_id)


@kept
def _answer(name: str, params: tuple[tuple[str, Hashable], ...]) -> Rows:
    return queries.rows_of(name, **{key: _thawed(value) for key, value in params})


def _frozen(value: Any) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return tuple(value) if isinstance(value, list) else value


def _thawed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
