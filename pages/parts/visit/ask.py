"""Ask the store a named question; answers are remembered until the store is rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

import pandas as pd

import queries

P = ParamSpec("P")
R = TypeVar("R")


def once_per_store(answer: Callable[P, R]) -> Callable[P, R]:
    """Remember what a function of the store returns, by its arguments, until the store is rebuilt.

    Arguments must be hashable. All sessions get the same object, so it must be one that nobody changes.
    """

    @lru_cache(maxsize=1024)
    def held(store_version: str, *args: P.args, **kwargs: P.kwargs) -> R:
        return answer(*args, **kwargs)

    @wraps(answer)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        return held(queries.store_version(), *args, **kwargs)

    return asked


def ask(name: str, /, **params: Any) -> pd.DataFrame:
    """Answer the query of that name with the given parameters; raises QueryError as the runner does.

    Parameters are codes, numbers and dates, never the reader's free words: they are part of the cache's key.
    Lists may be given as tuples or lists.
    """
    frozen = tuple(sorted((key, _frozen(value)) for key, value in params.items()))
    # pandas copies on write: a shallow copy is the caller's own, and costs a fiftieth of unpickling the answer.
    return _answer(name, frozen).copy(deep=False)


@once_per_store
def _answer(name: str, params: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    return queries.run(name, **{key: _thawed(value) for key, value in params})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _thawed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
