"""What is kept of the store is made once, however many ask for it at the same time."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.parts.visit import ask
from pages.parts.visit.ask import kept

VISITORS = 8


class Kept:
    """An answer that can be watched."""


def asked_by_all(function: object, *given: object) -> list[object]:
    start = threading.Barrier(VISITORS)

    def ask() -> object:
        start.wait()
        try:
            return function(*given)
        except ValueError as error:
            return error

    with ThreadPoolExecutor(VISITORS) as pool:
        return [future.result() for future in [pool.submit(ask) for _ in range(VISITORS)]]


def test_one_makes_what_all_ask_for_at_once() -> None:
    made = []

    @kept
    def answer(series_id: str) -> list[str]:
        made.append(series_id)
        time.sleep(0.1)
        return [series_id]

    given = asked_by_all(answer, "neet_15_24")
    assert made == ["neet_15_24"]
    assert all(one is given[0] for one in given)


def test_what_fails_fails_for_all_who_asked_and_is_tried_again() -> None:
    made = []

    @kept
    def answer() -> str:
        made.append(1)
        time.sleep(0.1)
        if len(made) == 1:
            raise ValueError("no such series")
        return "made"

    assert all(isinstance(one, ValueError) for one in asked_by_all(answer))
    assert answer() == "made" and len(made) == 2


def test_a_kept_answer_may_ask_for_another() -> None:
    @kept
    def inner(number: int) -> int:
        return number

    @kept
    def outer(number: int) -> int:
        return inner(number) + inner(number + 1)

    assert asked_by_all(outer, 1) == [3] * VISITORS


@pytest.mark.parametrize("number", [1, 2])
def test_answers_are_kept_apart_by_what_they_were_asked_with(number: int) -> None:
    @kept
    def answer(number: int, *, double: bool = False) -> int:
        return 2 * number if double else number

    assert (answer(number), answer(number, double=True)) == (number, 2 * number)


def test_what_was_kept_of_a_store_is_forgotten_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Kept]] = []

    @kept
    def answer() -> Kept:
        one = Kept()
        made.append(weakref.ref(one))
        return one

    for version in ("before", "before", "after"):
        monkeypatch.setattr(ask, "_seen", (0.0, ask._seen[1]))
        monkeypatch.setattr(ask.queries, "store_version", lambda version=version: version)
        answer()
    gc.collect()
    assert [one() is None for one in made] == [True, False]
