"""The guard: no sentence is shown that its figures would disown.

Every claim is held against its evidence by one rule for each kind of false sentence. A claim that is refused gives way
to a neutral label, is counted and is logged; in tests none may be. Who asks keeps the answer with the card, so that a
claim is checked once for all visitors.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pages.parts.cards.claim import Claim
from pages.parts.cards.evidence import Evidence
from pages.parts.cards.rules import numbers, references, subjects, years
from pages.parts.cards.rules_of_change import courses
from pages.parts.cards.rules_of_lists import quantifiers
from queries.rows import Rows

LOGGER = logging.getLogger(__name__)
RULES: Mapping[str, Callable[[Claim, Evidence], Iterator[str]]] = {
    "number": numbers,
    "subject": subjects,
    "years": years,
    "quantifier": quantifiers,
    "reference": references,
    "course": courses,
}
# How many claims have been refused since the server started, by kind.
refused: Counter[str] = Counter()


@dataclass(frozen=True)
class Refusal:
    """Why a claim may not be said: the kind of falsehood, and what it is about."""

    kind: str
    message: str
    reason: str


def refusals(claim: Claim, evidence: Evidence) -> tuple[Refusal, ...]:
    """Return why a claim, or one that stands inside it, may not be said; nothing where it may."""
    return tuple(
        Refusal(kind, one.message, reason)
        for one in claim.nested()
        for kind, rule in RULES.items()
        for reason in rule(one, evidence.of(one))
    )


def holds(claim: Claim, evidence: Evidence) -> bool:
    """Return whether a claim may be said; if not, count and log it."""
    found = refusals(claim, evidence)
    refused.update({refusal.kind for refusal in found})
    for refusal in found:
        LOGGER.warning("claim refused: %s, %s: %s", refusal.message, refusal.kind, refusal.reason)
    return not found


def said(claim: Claim, lang: str, as_of: date) -> str:
    """Return the words of a claim that stands outside cards, or nothing where it is refused."""
    return claim.words(lang) if holds(claim, Evidence(Rows({}), as_of)) else ""
