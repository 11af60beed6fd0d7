"""The slide of the five goals: how many headline series have which status, counted and never averaged."""

from __future__ import annotations

from datetime import date

from pages.parts.cards.claim import Claim, Count, Quantifier, Relation
from pages.parts.cards.model import Card, Note, Reach, SlideAddress, SourceNote
from pages.parts.charts.marks import Tally
from pages.parts.series.about import View
from pages.parts.visit.ask import answer, kept
from pages.parts.words.language import format_date, text
from pages.parts.words.signs import SIGNS, status_words
from queries.rows import Rows

MEANINGS = {
    "target_achieved": "status:achieved",
    "level_reached": "status:achieved",
    "substantial_progress": "status:on_track",
    "intended_fast": "status:on_track",
    "moderate_progress": "status:accelerate",
    "intended_slow": "status:accelerate",
    "limited_progress": "status:limited",
    "standing_still": "status:limited",
    "deterioration": "status:deterioration",
    "against": "status:deterioration",
    "not_assessed": "status:not_assessed",
}


@kept
def progress_card(view: View, *, key: str) -> Card | Note:
    """The statuses of the headline series, one bar per goal."""
    lang = view.lang
    rows = answer("slide_progress", as_of=view.as_of)
    if not len(rows):
        return Note(key, "", text("present.nothing_held", lang, date=format_date(view.as_of, lang)))
    goals = {row.goal: f"{row.goal}  {row.name}" for row in answer("goal_names", lang=lang)}
    claim = _claim(rows)
    return Card(
        key=key,
        lang=lang,
        as_of=view.as_of,
        claim=claim,
        subtitle=text("present.progress_subtitle", lang),
        summary=claim,
        reach=Reach(_mark(rows, goals, lang)),
        rows=rows.having(goal_name=[goals[goal] for goal in rows["goal"]]),
        source=SourceNote(text("present.progress_source", lang), _newest(view.as_of)),
        query=("slide_progress", {"as_of": view.as_of}),
        notes=(text("present.progress_note", lang), *_fragile(view)),
        decimals=0,
        slide=SlideAddress("progress"),
    )


def _mark(rows: Rows, goals: dict[int, str], lang: str) -> Tally:
    return Tally(
        rows=rows.having(goal=[str(goal) for goal in rows["goal"]]),
        by="goal",
        part="status",
        value="n_series",
        names={str(goal): name for goal, name in sorted(goals.items())},
        parts={status: f"{sign} {status_words(status, lang)}" for status, sign in SIGNS.items()},
        meanings=MEANINGS,
    )


def _claim(rows: Rows) -> Claim:
    totals = rows.first
    counted = {
        "all": "n_all",
        "judged": "n_judged",
        "intended": "n_intended",
        "against": "n_against",
        "good": "n_good",
        "paced": "n_with_target",
    }
    values = {name: Count(getattr(totals, column), column) for name, column in counted.items()}
    return Claim("present.progress", values, Relation.COUNTS, Quantifier.ALL, among="question")


def _fragile(view: View) -> tuple[str, ...]:
    """Name the series whose status hangs on the choice of years or method."""
    rows = answer("snapshot", as_of=view.as_of, method="open_sdg").where(is_fragile=True)
    if not len(rows):
        return ()
    names = "; ".join(rows[f"title_{view.lang}"])
    return (text("snapshot.fragile_count", view.lang, count=len(rows), names=names),)


def _newest(as_of: date) -> date | None:
    """The newest release that was held on a date."""
    return max((day for day in answer("source_list", as_of=as_of)["release"] if day), default=None)
