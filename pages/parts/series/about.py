"""What every card about catalogue series shares: source, notes, breaks, findings in words, and the empty state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from pages.parts.cards.board import Note, show
from pages.parts.cards.card import SourceNote
from pages.parts.cards.memory import is_captured, note_made
from pages.parts.charts.line import Break
from pages.parts.visit import choices
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import format_date, format_value, format_year_range, text, unit_kind, unit_label

# The years of the slider on pages about series.
FIRST, LAST = 2010, 2023


@dataclass(frozen=True)
class View:
    """What the reader has chosen for the whole page, and the words for areas."""

    lang: str
    as_of: date
    # The names follow from the language.
    names: Mapping[str, str] = field(compare=False)
    areas: tuple[str, ...] = ()
    from_year: int | None = None
    to_year: int | None = None

    def named(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows with the area's name beside its code: what the table and the files hold."""
        place = rows.columns.get_loc("ref_area") + 1
        table = rows.copy()
        table.insert(place, "area_name", rows["ref_area"].map(self.names))
        return table

    @property
    def drawn(self) -> list[str]:
        """The country and the chosen regions: the areas of every line chart."""
        return ["KZ", *self.areas]

    def with_area(self, code: str) -> View:
        """Return the view with one region more, as the newest of those chosen."""
        return self if code in self.areas else replace(self, areas=(*self.areas, code))

    def within(self, start: int, end: int) -> View:
        """Return the view of the years from `start` to `end`; an end of the slider itself leaves that side open."""
        return replace(self, from_year=start if start > FIRST else None, to_year=end if end < LAST else None)

    def spans(self) -> list[tuple[int, int]]:
        """Return the first and last years that one end of the slider can bring about."""
        start, end = self.from_year or FIRST, self.to_year or LAST
        return [(start, year) for year in range(start, LAST + 1)] + [(year, end) for year in range(FIRST, end + 1)]


def page_view(lang: str) -> View:
    """Return the view of the page before the reader has chosen regions or years."""
    return View(lang, choices.as_of(), choices.area_names(lang))


@kept
def detail(series_id: str, lang: str) -> Any:
    """Return the catalogue's row of a series (`series_detail`), texts in the reader's language."""
    return next(ask("series_detail", series_id=series_id, lang=lang).itertuples(index=False))


def source_note(series_id: str, view: View) -> SourceNote:
    """Return where a series comes from and of which date its figures are."""
    return _source_note(series_id, view.lang, view.as_of)


@kept
def _source_note(series_id: str, lang: str, as_of: date) -> SourceNote:
    about = detail(series_id, lang)
    held = ask("source_list", as_of=as_of)
    held = held[held["source_id"] == about.source_id].iloc[0]
    cited = ask("series_citations", series_id=series_id)
    hosts = ", ".join(dict.fromkeys(cited["host"]))
    return SourceNote(
        name=f"{about.source_title}: {hosts}" if hosts else f"{about.publisher}, {about.source_title}",
        release=None if pd.isna(held["release"]) else held["release"].date(),
        strength=about.strength,
        url=cited["source_url"].iloc[0] if hosts else about.source_url,
        licence=about.licence_id,
        definition=about.description,
        unit=unit_label(about.unit, lang),
        retrieved=about.release_kind == "retrieved",
    )


def break_rows(series_id: str, lang: str) -> pd.DataFrame:
    """Return the national breaks of a series: time_period, kind, note."""
    rows = ask("series_breaks", series_id=series_id, lang=lang)
    return rows[rows["ref_area"].isna()]


def breaks(series_id: str, lang: str) -> list[Break]:
    """Return the breaks of a series as a line chart draws them.

    A break of quality is drawn without its kind: which side is the weaker one is told by its note.
    """
    return [
        Break(int(row.time_period), "" if row.kind == "quality" else row.kind)
        for row in break_rows(series_id, lang).itertuples()
    ]


def notes(series_id: str, lang: str, drawn: pd.DataFrame | None = None) -> list[str]:
    """Return what a reader must know about a series: proxy, caveat, and why its line starts anew.

    With the rows that are `drawn`, breaks outside their years are left out.
    """
    about = detail(series_id, lang)
    years = (0, 9999) if drawn is None else (drawn["time_period"].min(), drawn["time_period"].max())
    written = [
        text("lens.note_break", lang, year=row.time_period, note=row.note)
        for row in break_rows(series_id, lang).itertuples()
        if row.note and years[0] < row.time_period <= years[1]
    ]
    return [words for words in (about.proxy, about.caveat) if words] + written


def subtitle(series_id: str, rows: pd.DataFrame, lang: str) -> str:
    """Write what is drawn: population and age band, unit, period."""
    about = detail(series_id, lang)
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    return text("lens.subtitle", lang, title=about.title, unit=unit_label(about.unit, lang), period=period)


def short_unit(unit: str) -> str:
    """Return the unit to write beside a number: a percentage is plain where the sentence names its base."""
    return "PT" if unit_kind(unit) == "percent" else unit


def course(what: str, row: Any, lang: str) -> str:
    """Write how far a series has come, from a row of `series_change`; `what` is the subject of the sentence."""
    unit = short_unit(row.unit)
    return text(
        f"lens.{row.course}",
        lang,
        what=what,
        first=format_value(row.first_value, unit, row.decimals, lang),
        first_year=row.first_year,
        latest=format_value(row.latest_value, unit, row.decimals, lang),
        latest_year=row.latest_year,
    )


def ends(what: str, row: Any, series_id: str, view: View) -> str:
    """Write where a series is highest and lowest, from a row of `series_extremes`, ties counted."""
    about = detail(series_id, view.lang)
    unit = short_unit(about.unit)
    return text(
        "lens.ends",
        view.lang,
        what=what,
        year=row.time_period,
        highest_area=end_name(row.highest_area, row.others_highest, view),
        highest=format_value(row.highest_value, unit, about.decimals, view.lang),
        lowest_area=end_name(row.lowest_area, row.others_lowest, view),
        lowest=format_value(row.lowest_value, unit, about.decimals, view.lang),
    )


def end_name(area: str, others: int, view: View) -> str:
    """Write the region at one end of a ranking, and how many share its place."""
    name = view.names[area]
    return text("lens.shared_end", view.lang, area=name, count=others) if others else name


def empty(series_id: str, view: View, key: str) -> None:
    """Say in the place of a chart why there is none: the source was captured only after the chosen date."""
    if is_captured():
        return
    about = detail(series_id, view.lang)
    held = ask("source_list", as_of=view.as_of)
    held = held[held["source_id"] == about.source_id].iloc[0]
    words = text("lens.no_rows", view.lang)
    if pd.isna(held["release"]):
        when = format_date(held["first_release"].date(), view.lang)
        words = text("frame.held_later", view.lang, source=about.source_title, date=when)
    note = Note(f"empty_{key}", about.title, words)
    note_made(note)
    show(note)
