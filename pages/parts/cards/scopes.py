"""What stands together in a sentence: the operands that are printed side by side, with the years said among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pages.parts.cards.claim import Claim, Listed, Operand, Period, Term, Year
from pages.parts.words.language import message_fields

Scope = tuple[Mapping[str, Operand], frozenset[int]]


def scopes(claim: Claim) -> Iterator[Scope]:
    """Yield the operands that stand together, with the years that are said among or, where none are, around them."""
    yield from _within(claim.message, claim.values, frozenset())


def printed(claim: Claim) -> list[Operand]:
    """Return the operands that the message prints, those inside its parts included."""
    return replace(claim, values=_printed(claim.message, claim.values)).operands


def _printed(message: str, values: Mapping[str, Operand]) -> dict[str, Operand]:
    fields = message_fields(message)
    return {name: item for name, item in values.items() if name in fields}


def _within(message: str, values: Mapping[str, Operand], around: frozenset[int]) -> Iterator[Scope]:
    shown = _printed(message, values)
    years = frozenset(year for item in shown.values() for year in _years_of(item)) or around
    yield shown, years
    for item in shown.values():
        for part in item.items if isinstance(item, Listed) else [item]:
            if isinstance(part, Term | Claim):
                yield from _within(part.key if isinstance(part, Term) else part.message, part.values, years)


def _years_of(item: Operand) -> tuple[int, ...]:
    if isinstance(item, Year):
        return (item.value,)
    return (item.first, item.last) if isinstance(item, Period) else ()
