"""What all marks share."""

from __future__ import annotations

from typing import ClassVar


class Drawn:
    """A mark: of which kind it is, and which columns of its rows it reads."""

    kind: ClassVar[str]
    columns: ClassVar[tuple[str, ...]] = ("obs_value", "obs_status")
    column_fields: ClassVar[tuple[str, ...]] = ("by", "value", "gap", "heads_by")

    def reads(self) -> set[str]:
        """The columns that renderers read; what else the rows hold is for filters, tables and files."""
        return {*self.columns, *(getattr(self, name) for name in self.column_fields if hasattr(self, name))}
