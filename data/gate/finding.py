"""What the gate finds where two releases differ."""

from dataclasses import dataclass
from datetime import date

# Kinds that need a person's word. Lost: what was there is not any more. Doubtful: it is there but looks wrong.
LOST = frozenset(
    {"file_missing", "file_empty", "rows_gone", "rows_set_aside", "years_gone", "areas_gone", "categories_gone"}
)
DOUBTFUL = frozenset(
    {
        "areas_exchanged",
        "codes_exchanged",
        "year_repeated",
        "values_moved",
        "values_jump",
        "values_constant",
        "values_rescaled",
        "column_emptied",
        "repair_lost",
    }
)
TOLD = frozenset(
    {
        "file_new",
        "rows_new",
        "rows_kept_again",
        "years_new",
        "areas_new",
        "categories_new",
        "values_revised",
        "values_rounded",
        "size_and_spread",
        "repair_kept",
        "repair_moved",
        "repair_unneeded",
        "repair_new",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference of one file; `rows` are the rows, years, areas or codes concerned, `detail` names some of them.

    `subject` parts findings of one kind: the reason for which rows are set aside, the column of a category.
    """

    source_id: str
    release: date
    beside: date
    file: str
    kind: str
    subject: str = ""
    rows: int
    detail: str = ""

    @property
    def name(self) -> str:
        """How a person names the finding to accept it."""
        return "/".join(part for part in (self.source_id, self.file, self.kind, self.subject) if part)

    @property
    def stops(self) -> bool:
        """Whether the import waits for a person's word."""
        return self.kind in LOST or self.kind in DOUBTFUL
