"""One changed line of one file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Edit:
    """Characters `start` to `end` of a text, replaced; `kind` says what sort of mistake that is."""

    kind: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class Mutant:
    """An edit of a file; `before` and `after` are the line without its indentation."""

    file: str
    line: int
    kind: str
    before: str
    after: str
    start: int
    end: int
    replacement: str

    @property
    def key(self) -> str:
        """A name that stays the same from run to run as long as the line stands where it stands."""
        told = f"{self.file}:{self.line}:{self.before}:{self.after}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def applied(self, text: str) -> str:
        """Return the file's text with the edit."""
        return text[: self.start] + self.replacement + text[self.end :]


def one_line_mutants(file: str, text: str, edits: list[Edit]) -> list[Mutant]:
    """Return the edits that stay within one line as mutants of the file."""
    return [_mutant(file, text, edit) for edit in edits if "\n" not in text[edit.start : edit.end] + edit.replacement]


def _mutant(file: str, text: str, edit: Edit) -> Mutant:
    opens = text.rfind("\n", 0, edit.start) + 1
    closes = text.find("\n", edit.end)
    closes = len(text) if closes < 0 else closes
    after = text[opens : edit.start] + edit.replacement + text[edit.end : closes]
    return Mutant(
        file=file,
        line=text.count("\n", 0, edit.start) + 1,
        kind=edit.kind,
        before=text[opens:closes].strip(),
        after=after.strip(),
        start=edit.start,
        end=edit.end,
        replacement=edit.replacement,
    )


def read(root: Path, file: str) -> str:
    """Return the text of a file of the tree."""
    return (root / file).read_text(encoding="utf-8")
