"""The ending by which Kazakh makes a number a part of a whole, by its last spoken word: a digit, a ten, or a power."""

from __future__ import annotations

from collections.abc import Mapping

_OF_DIGITS = {"і": "013458", "сі": "27", "сы": "6", "ы": "9"}
_OF_TENS = {"ы": "13469", "сы": "2", "і": "578"}


def ending_of(number: str) -> str:
    """Return the ending of possession of a written number."""
    digits = "".join(letter for letter in number if letter.isdigit())
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros in (0, len(digits)):
        return _of_digit(digits[-1], _OF_DIGITS)
    # Ten has words of its own; then come жүз, мың and миллион.
    return _of_digit(digits[-2], _OF_TENS) if zeros == 1 else "і" if zeros == 2 else "ы"


def _of_digit(digit: str, endings: Mapping[str, str]) -> str:
    return next(ending for ending, digits in endings.items() if digit in digits)
