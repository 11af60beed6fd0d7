"""What writes the files of a card; imported by the process beside the server alone (`pages.parts.cards.worker`)."""

from __future__ import annotations

import pandas as pd

import queries
from pages.parts.cards import table_csv, table_parquet, table_xlsx
from pages.parts.cards.model import Card, SourceNote
from pages.parts.cards.picture import card_pdf as pdf
from pages.parts.cards.picture import card_png as png
from pages.parts.cards.picture import card_svg as svg
from pages.parts.words.language import format_date, text
from queries.rows import Rows

__all__ = ["about", "csv", "parquet", "pdf", "png", "rows_csv", "svg", "table", "xlsx"]


def about(card: Card) -> dict[str, str]:
    """What a reader of the file alone must know: words -> text."""
    name, params = card.query or ("", {})
    source = card.source or SourceNote("", None)
    filters = {**params, **{chosen: ", ".join(map(str, codes)) for chosen, codes in card.choice.items() if codes}}
    rows = {
        "title": f"{card.title}. {card.subtitle}",
        "definition": source.definition,
        "unit": source.unit,
        "source": " ".join(filter(None, (source.name, source.url))),
        "released": source.release and format_date(source.release, card.lang),
        "as_of": format_date(card.as_of, card.lang),
        "filters": "; ".join(f"{parameter} = {value}" for parameter, value in sorted(filters.items())),
        "query": name and queries.query_file(name),
        "licence": source.licence,
        "notes": " ".join(card.remarks),
    }
    return {text(f"chart.readme_{row}", card.lang): words for row, words in rows.items() if words}


def csv(card: Card) -> bytes:
    """The rows of a card as CSV."""
    return rows_csv(card.rows)


def rows_csv(rows: Rows) -> bytes:
    """Rows as CSV."""
    return table_csv.write_csv(table(rows))


def xlsx(card: Card) -> bytes:
    """The rows of a card as a workbook."""
    return table_xlsx.write_xlsx(table(card.rows), about(card), card.lang)


def parquet(card: Card) -> bytes:
    """The rows of a card as Parquet."""
    return table_parquet.write_parquet(table(card.rows), about(card))


def table(rows: Rows) -> pd.DataFrame:
    """Rows as a data frame."""
    return pd.DataFrame({name: list(column) for name, column in rows.columns.items()})
