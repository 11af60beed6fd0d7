"""The one way to say that what was handed in cannot be used: where, what, and what to do."""

from typing import Self


class InputRefusedError(Exception):
    """An input that cannot be used. The message reads `file, line, column: problem; what to do`."""

    @classmethod
    def at(cls, file: str, problem: str, advice: str, *, line: int | None = None, column: str | None = None) -> Self:
        """The refusal of one place in one file."""
        place = file if line is None else f"{file}, line {line}"
        place = place if column is None else f"{place}, column {column}"
        return cls(f"{place}: {problem}; {advice}")
