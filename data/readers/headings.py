"""The headings of a table against those that its importer knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.readers.refusal import InputRefusedError
from data.readers.text import bare


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of a table: `columns` must stand there, `optional` may, `passed_over` are known and not read.

    `aliases` maps a published heading to one of these; several headings may stand for one column of which each row
    fills one. `open` takes any further heading as a column. `advice` says what to do about an unknown heading.
    """

    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    open: bool = False
    advice: str = "the publisher changed the table or this is another file, compare it with the columns of the importer"

    def names(self) -> dict[str, str]:
        """Every known heading, folded, and the column it stands for."""
        own = {folded(name): name for name in (*self.columns, *self.optional, *self.passed_over)}
        return own | {folded(heading): column for heading, column in self.aliases.items()}


def folded(heading: str) -> str:
    """A heading in one spelling: small letters, single spaces."""
    return " ".join(bare(heading).split()).casefold()


def columns_under(file: str, line: int, headings: Sequence[str], layout: Layout) -> list[str]:
    """The column under each heading, '' under an empty one; refuses what is missing, unknown or there twice."""
    spellings = [folded(heading) for heading in headings]
    for number, spelling in enumerate(spellings):
        if spelling and spelling in spellings[:number]:
            twice = f"the heading stands twice (columns {spellings.index(spelling) + 1} and {number + 1})"
            advice = "find out which of them holds what it says and remove the other"
            raise InputRefusedError.at(file, twice, advice, line=line, column=headings[number])
    names = layout.names()
    columns = [names.get(spelling, heading) for spelling, heading in zip(spellings, headings, strict=True)]
    found = ", ".join(heading for heading in headings if heading)
    if missing := [name for name in layout.columns if name not in columns]:
        raise InputRefusedError.at(file, f"is missing (found: {found})", layout.advice, line=line, column=missing[0])
    for spelling, heading in zip(spellings, headings, strict=True):
        if spelling and spelling not in names and not layout.open:
            raise InputRefusedError.at(file, "unknown heading", layout.advice, line=line, column=heading)
    return columns
