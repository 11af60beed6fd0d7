"""What every card about catalogue series shares: the reader's view, and what the catalogue says of a series.

Source, target, breaks and notes of a series come from here alone, so that it says the same on every page and slide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.parts.cards.claim import Claim, Figure, Name, Operand, Period, Subject, Year
from pages.parts.cards.model import Note, SourceNote
from pages.parts.charts.marks import Break, Target
from pages.parts.series.citation import publication
from pages.parts.series.disputes import dispute_notes
from pages.parts.visit import choices
from pages.parts.visit.ask import answer, kept, of_series
from pages.parts.words.language import format_date, format_year_range, text, unit_kind, unit_label
from queries.rows import Choice, Rows

COUNTRY, TOTAL = "KZ", "_T"


@dataclass(frozen=True)
class View:
    """What the reader has chosen for the whole page: language, as-of date, regions, years, one year, sexes and
    settlements. None and nothing mean that nothing was chosen."""

    lang: str
    as_of: date
    areas: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    year: int | None = None
    sexes: tuple[str, ...] = (TOTAL,)
    settlements: tuple[str, ...] = (TOTAL,)

    @property
    def names(self) -> Mapping[str, str]:
        """The short name of every area by its code."""
        return choices.area_names(self.lang)

    @property
    def drawn(self) -> tuple[str, ...]:
        """The country and the chosen regions: the areas of every line chart."""
        return (COUNTRY, *self.areas)

    def choice(self, *names: str) -> Choice:
        """What is chosen under the given address names, as filters take it."""
        chosen = {
            "area": self.areas,
            "years": self.years or (),
            "year": () if self.year is None else (self.year,),
            "sex": self.sexes,
            "urbanisation": self.settlements,
        }
        return {name: chosen[name] for name in names}

    def state(self, *names: str) -> Mapping[str, tuple[str, ...]]:
        """The same as codes alone, for the address of a slide; totals are left out."""
        chosen = self.choice(*names)
        return {name: tuple(map(str, codes)) for name, codes in chosen.items() if codes != (TOTAL,)}

    def contains(self, year: int) -> bool:
        """Whether a year lies within the reader's years."""
        return self.years is None or self.years[0] <= year <= self.years[1]


def page_view(lang: str) -> View:
    """Return the view of a page before the reader has chosen anything on it."""
    return View(lang, choices.as_of())


@kept
def detail(series_id: str, lang: str) -> Any:
    """Return the catalogue's row of a series (`series_detail`), texts in the reader's language."""
    return of_series("series_detail", series_id, lang=lang).first


@kept
def title(series_ids: tuple[str, ...], lang: str) -> str:
    """Return the names of series, joined where there are several."""
    return ", ".join(detail(series_id, lang).title for series_id in series_ids)


def short_unit(unit: str) -> str:
    """Return the unit to write beside a number: a percentage is plain where the sentence names its base."""
    return "PT" if unit_kind(unit) == "percent" else unit


@kept
def source_note(series_id: str, lang: str, as_of: date) -> SourceNote:
    """Return where a series comes from and of which date its figures are."""
    about = detail(series_id, lang)
    cited, held = of_series("series_citations", series_id), _held(about.source_id, as_of)
    publications = "; ".join(dict.fromkeys(publication(row, lang) for row in cited))
    return SourceNote(
        name=publications or f"{about.publisher}, {about.source_title}",
        release=held.release,
        credit=None if publications else about.attribution.rstrip("."),
        strength=about.strength,
        url=cited.first.source_url if publications else about.source_url,
        licence=about.licence_id,
        definition=about.description,
        unit=unit_label(about.unit, lang),
        retrieved=held.release_kind == "retrieved",
        next_release=held.next_release,
        is_due=choices.is_due(held.next_release, as_of),
    )


@kept
def breaks(series_ids: tuple[str, ...], lang: str) -> tuple[Break, ...]:
    """Return the national breaks of series as a line chart draws them, each year once.

    A break of quality is drawn without its kind: which side is the weaker one is told by its note.
    """
    rows = [row for series_id in series_ids for row in _break_rows(series_id, lang) if row.ref_area in (None, COUNTRY)]
    found = {row.time_period: Break(row.time_period, _break_words(row.kind, lang)) for row in rows}
    return tuple(found[year] for year in sorted(found))


@kept
def target(series_id: str, lang: str, as_of: date) -> Target | None:
    """Return where a series should be and the path that leads there; None where it has no comparable target."""
    about = detail(series_id, lang)
    if about.target_value is None or about.target_kind == "none" or about.target_comparable is False:
        return None
    path = answer("target_path", series_id=series_id, as_of=as_of)
    return Target(
        about.target_year,
        about.target_value,
        f"{text('chart.target', lang)} {_target_words(about, lang)}",
        tuple(zip(path["time_period"], path["obs_value"], strict=True)),
    )


def notes(series_id: str, view: View, drawn: Rows | None = None) -> tuple[Claim | str, ...]:
    """Return what a reader must know about a series: proxy, caveat, a target that is not drawn, and why a line starts
    anew. With the rows that are `drawn`, only breaks of their areas and between their years are told."""
    if drawn is None or not len(drawn):
        return _notes(series_id, view.lang)
    years = drawn["time_period"]
    areas, span = frozenset(drawn["ref_area"]), (min(years), max(years))
    told = _break_notes(series_id, view.lang, areas, *span)
    return (*_notes(series_id, view.lang), *told, *_dispute_notes(series_id, view.lang, view.as_of, areas, *span))


def subtitle(series_id: str, rows: Rows, lang: str) -> str:
    """Write what is drawn: population and age band, unit, period."""
    about = detail(series_id, lang)
    return text("lens.subtitle", lang, title=about.title, unit=unit_label(about.unit, lang), period=period(rows))


def period(rows: Rows) -> str:
    """Write the years of rows."""
    return format_year_range(min(rows["time_period"]), max(rows["time_period"]))


def span(rows: Rows) -> Period:
    """Return the years of rows."""
    return Period(min(rows["time_period"]), max(rows["time_period"]))


def said_note(note: Claim | str, lang: str) -> Operand:
    """Return a note as a part of a sentence: a claim, or words of the catalogue in one language."""
    return Name({lang: note}) if isinstance(note, str) else note


def absent(series_id: str, view: View, key: str) -> Note:
    """Say in the place of a card why there is none: nothing was held on the date, or nothing fits the choice."""
    about = detail(series_id, view.lang)
    held = _held(about.source_id, view.as_of)
    if held.release is None:
        when = format_date(held.first_release, view.lang)
        words = text("frame.held_later", view.lang, source=about.source_title, date=when)
    else:
        years = of_series("series_years", series_id, as_of=view.as_of)
        known = period(years) if len(years) else text("lens.no_years", view.lang)
        words = text("lens.no_rows", view.lang, period=known)
    return Note(f"empty_{key}", about.title, words)


@kept
def years_of(series_ids: tuple[str, ...], lang: str, as_of: date) -> tuple[int, int]:
    """Return the first and the last year in which any of these series has a value: the ends of a page's slider."""
    rows = answer("series_catalogue", lang=lang, as_of=as_of).where(series_id=series_ids).known("first_year")
    if not len(rows):
        return as_of.year, as_of.year
    return min(rows["first_year"]), max(rows["last_year"])


@kept
def _notes(series_id: str, lang: str) -> tuple[Claim | str, ...]:
    about = detail(series_id, lang)
    written: list[Claim | str] = [words for words in (about.proxy, about.caveat) if words]
    if about.target_value is not None and about.target_comparable is False:
        stated = {
            "value": _target_figure(about),
            "year": Year(about.target_year),
            "source": Name({lang: about.target_source or ""}),
        }
        query = ("series_detail", {"series_id": series_id, "lang": lang})
        written.append(Claim("lens.note_target", stated, subject=Subject(series_id, None), query=query))
    return tuple(written)


@kept
def _break_notes(series_id: str, lang: str, areas: frozenset[str], first: int, last: int) -> tuple[Claim, ...]:
    told = {
        (row.time_period, row.note): None
        for row in _break_rows(series_id, lang)
        if row.note and first < row.time_period <= last and (row.ref_area is None or row.ref_area in areas)
    }
    return tuple(Claim("lens.note_break", {"year": Year(year), "note": Name({lang: note})}) for year, note in told)


@kept
def _dispute_notes(
    series_id: str, lang: str, as_of: date, areas: frozenset[str], first: int, last: int
) -> tuple[str, ...]:
    """Say once per reason which years of the drawn areas are disputed."""
    rows = of_series("series_disputes", series_id, as_of=as_of, lang=lang)
    within = [row for row in rows if row.ref_area in areas and first <= row.time_period <= last]
    about = detail(series_id, lang)
    return dispute_notes(within, choices.area_names(lang), short_unit(about.unit), about.decimals, lang)


def _break_rows(series_id: str, lang: str) -> Sequence[Any]:
    return tuple(of_series("series_breaks", series_id, lang=lang))


def _break_words(kind: str, lang: str) -> str:
    return "" if kind == "quality" else text(f"chart.break_{kind}", lang)


def _target_words(about: Any, lang: str) -> str:
    return _target_figure(about).words(lang)


def _target_figure(about: Any) -> Figure:
    decimals = 0 if about.target_value == int(about.target_value) else about.decimals
    subject = Subject(about.series_id, None)
    return Figure(about.target_value, short_unit(about.unit), decimals, subject, column="target_value")


def _held(source_id: str, as_of: date) -> Any:
    return answer("source_list", as_of=as_of).where(source_id=source_id).first
