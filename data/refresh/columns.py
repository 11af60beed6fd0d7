"""What stands in a column of the importer's file, taken from one row of a publisher's answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.readers.headings import folded

Row = Mapping[str, Any]
NOT_ASKED_FOR = object()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file.

    `at` is the path of the value in a row; `always` a text that stands in every row; `parts` are written
    `name=value;name=value`; `joined` are paths whose values are joined by a point; `among` is the path of a list of
    names of which one has a code. `codes` puts our words in the place of the publisher's, `spelt` our signs, `starts`
    and `ends` read a code off the beginning or end of a text, `otherwise` where none fits. With `only` a row without a
    code is not asked for. `year` reads the year out of a text, `day` writes a day, or the last of a year, YYYY-MM-DD.
    """

    name: str
    at: str = ""
    always: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    joined: tuple[str, ...] = ()
    among: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    spelt: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, str] = field(default_factory=dict)
    ends: Mapping[str, str] = field(default_factory=dict)
    otherwise: str | None = None
    only: bool = False
    year: bool = False
    day: bool = False

    def paths(self) -> set[str]:
        """The places in a row that the column is read from."""
        return {path for path in (self.at, self.among, *self.joined, *self.parts.values()) if path}

    def read(self, row: Row) -> str | object:
        """The text of the column; NOT_ASKED_FOR where the row is none that we ask for."""
        if self.always is not None:
            return self.always
        if self.parts:
            found = {name: text(at(row, path)) for name, path in self.parts.items()}
            return ";".join(f"{name}={value}" for name, value in found.items() if value)
        if self.among:
            return self._among(at(row, self.among))
        value = ".".join(text(at(row, path)) for path in self.joined or (self.at,))
        if self.year:
            return match[0] if (match := re.search(r"(?<!\d)\d{4}(?!\d)", value)) else value
        if self.day and (match := re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", value)):
            return f"{match[3]}-{match[2]}-{match[1]}"
        if self.day and re.fullmatch(r"\d{4}", value, re.ASCII):
            return f"{value}-12-31"
        return self._coded(value)

    def _coded(self, value: str) -> str | object:
        if value in self.codes:
            return self.codes[value]
        for sign, ours in self.spelt.items():
            value = value.replace(sign, ours)
        for known, fits in ((self.starts, value.startswith), (self.ends, value.endswith)):
            for end, code in known.items():
                if fits(end):
                    return code
        if self.only:
            return NOT_ASKED_FOR
        return value if self.otherwise is None else self.otherwise

    def _among(self, names: object) -> str | object:
        known = {folded(name): code for name, code in self.codes.items()}
        found = {known[folded(str(name))] for name in names or () if folded(str(name)) in known}
        if len(found) == 1:
            return found.pop()
        return NOT_ASKED_FOR if self.only else ""


def at(content: Any, path: str) -> Any:
    """What stands at a path such as `a.b.0`; None where there is nothing."""
    for step in path.split(".") if path else ():
        if isinstance(content, Mapping):
            content = content.get(step)
        elif isinstance(content, list) and step.isascii() and step.isdigit() and int(step) < len(content):
            content = content[int(step)]
        else:
            return None
    return content


def text(value: Any) -> str:
    """A value as a publisher's file would have it: a whole number without a point, nothing for no value."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
