"""Read a day in its one written form."""

import re
from datetime import date


def read_day(text: str) -> date | None:
    """The day written YYYY-MM-DD with plain digits; None for any other form and for a day that no calendar has."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
