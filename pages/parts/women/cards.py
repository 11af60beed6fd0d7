"""Cards of the women's page about the country: the first sentence, seats, pay, pairs of lines."""

from __future__ import annotations

from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.dumbbell import draw_dumbbell
from pages.parts.charts.line import Style, draw_line, line_styles
from pages.parts.series.about import View, breaks, empty, notes, source_note, subtitle
from pages.parts.series.breakdown import line_names
from pages.parts.visit.ask import ask, kept
from pages.parts.words.language import format_number, format_value, format_year_range, text

MANAGERS = "women_managers"
SEATS = ("women_parliament", "women_councils")
ECONOMY, ARTS, INFOCOMM = "pay_women_to_men_economy", "pay_women_to_men_arts", "pay_women_to_men_infocomm"
PAY = (ECONOMY, ARTS, INFOCOMM, "pay_women_to_men_professional")


def changes(series_ids: tuple[str, ...], view: View) -> dict[str, object]:
    """Return how far each series has come for the country, by series; a series without a value is absent."""
    rows = ask(
        "series_change",
        series_ids=list(series_ids),
        ref_area="KZ",
        as_of=view.as_of,
        sex="_T",
        urbanisation="_T",
        from_year=view.from_year,
        to_year=view.to_year,
    )
    return {row.series_id: row for row in rows.itertuples(index=False)}


@kept
def lead(view: View) -> str:
    """Write the page's first sentence: who leads, and what women earn beside men in the creative sections."""
    known = changes((MANAGERS, ARTS, INFOCOMM), view)
    if len(known) < len((MANAGERS, ARTS, INFOCOMM)):
        return text("women.lead_missing", view.lang)
    return text(
        "women.lead",
        view.lang,
        managers=_percent(known[MANAGERS].latest_value, view),
        managers_year=known[MANAGERS].latest_year,
        arts=format_number(known[ARTS].latest_value, 0, view.lang),
        ict=format_number(known[INFOCOMM].latest_value, 0, view.lang),
        pay_year=known[ARTS].latest_year,
    )


@remembered
def seats_card(view: View, *, key: str) -> None:
    """Draw women's share of seats in parliament and in local councils: two bodies, two lines."""
    lang = view.lang
    params = _lines(SEATS, view)
    rows, known = ask("series_lines", **params), changes(SEATS, view)
    if len(known) < len(SEATS):
        empty(SEATS[0], view, key)
        return
    shown = {series_id: _percent(known[series_id].latest_value, view) for series_id in SEATS}
    title = text(
        "women.seats_title",
        lang,
        parliament=shown[SEATS[0]],
        councils=shown[SEATS[1]],
        year=known[SEATS[0]].latest_year,
    )
    chart_card(
        key=key,
        figure=draw_line(
            rows,
            lang,
            names={series_id: text(f"women.line_{series_id}", lang) for series_id in SEATS},
            unit="PT",
            by="series_id",
            breaks=breaks(SEATS[0], lang),
            height=340,
        ),
        title=title,
        subtitle=text("women.seats_subtitle", lang, period=_period(rows)),
        summary=title,
        table=view.named(rows),
        source=source_note(SEATS[0], view),
        query=("series_lines", params),
        lang=lang,
        notes=[*notes(SEATS[0], lang, rows), *notes(SEATS[1], lang, rows)],
    )


@remembered
def pay_card(view: View, *, key: str) -> None:
    """Draw women's pay against men's in the creative sections, the whole economy as the reference line."""
    lang = view.lang
    params = _lines(PAY, view)
    rows, known = ask("series_lines", **params), changes(PAY, view)
    if not {ARTS, INFOCOMM} <= set(known):
        empty(ARTS, view, key)
        return
    arts, infocomm = known[ARTS], known[INFOCOMM]
    title = text(
        "women.pay_title",
        lang,
        first_year=arts.first_year,
        latest_year=arts.latest_year,
        arts_first=_percent(arts.first_value, view),
        arts=_percent(arts.latest_value, view),
        ict_first=_percent(infocomm.first_value, view),
        ict=_percent(infocomm.latest_value, view),
    )
    keys = [series_id for series_id in PAY if series_id in known]
    styles = line_styles(keys, keys[1:]) | {ECONOMY: Style("ink", "ink", 2.6, rank=3)}
    chart_card(
        key=key,
        figure=draw_line(
            rows,
            lang,
            names={series_id: text(f"women.line_{series_id}", lang) for series_id in PAY},
            unit="PT",
            by="series_id",
            styles=styles,
            height=380,
        ),
        title=title,
        subtitle=text("women.pay_subtitle", lang, period=_period(rows)),
        summary=title,
        table=view.named(rows),
        source=source_note(ARTS, view),
        query=("series_lines", params),
        lang=lang,
        notes=[text("women.note_equal_jobs", lang)],
    )


@remembered
def pay_pairs_card(view: View, *, key: str) -> None:
    """Draw women's and men's hourly pay in each section, with women's pay as a percentage of men's beside it."""
    lang = view.lang
    known = changes((ARTS,), view)
    params = {"as_of": view.as_of, "for_year": known[ARTS].latest_year if view.to_year and ARTS in known else None}
    rows = ask("women_pay", **params)
    if rows.empty or (view.to_year is not None and ARTS not in known):
        empty(ARTS, view, key)
        return
    names = {code: text(f"women.activity_{code}", lang) for code in rows["activity"]}
    first, last = rows.iloc[0], rows.iloc[-1]
    mixed = "" if (rows["who"] == "women_less").all() else "_mixed"
    title = text(
        f"women.pay_dumbbell_title{mixed}",
        lang,
        first=names[first["activity"]],
        first_value=_percent(first["women_to_men"], view),
        last=names[last["activity"]],
        last_value=_percent(last["women_to_men"], view),
    )
    year = first["time_period"]
    chart_card(
        key=key,
        figure=draw_dumbbell(
            rows,
            lang,
            names=names,
            unit="TNG_PER_HOUR",
            decimals=0,
            by="activity",
            gap="women_to_men",
            gap_unit="PT",
            gap_heading=text("women.pay_heading", lang),
            row=72,
        ),
        title=title,
        subtitle=text("women.pay_dumbbell_subtitle", lang, year=year),
        summary=text("women.pay_summary", lang, year=year, finding=title),
        table=rows.assign(activity_name=rows["activity"].map(names)),
        source=source_note(ARTS, view),
        query=("women_pay", params),
        lang=lang,
        notes=[text("women.note_equal_jobs", lang)],
    )


@remembered
def pair_card(series_id: str, view: View, *, key: str) -> None:
    """Draw one rate for women and for men beside the country's total; whom it favours stands in the title."""
    lang = view.lang
    params = {
        "series_id": series_id,
        "as_of": view.as_of,
        "ref_areas": ["KZ"],
        "sex": None,
        "urbanisation": "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }
    rows = ask("series_line", **params)
    pair = next(
        ask("women_parity", series_ids=[series_id], as_of=view.as_of, to_year=view.to_year).itertuples(index=False),
        None,
    )
    if rows.empty or pair is None:
        empty(series_id, view, key)
        return
    title = text(
        f"women.pair_{pair.verdict}",
        lang,
        what=text(f"women.what_{series_id}", lang),
        women=_percent(pair.women, view),
        men=_percent(pair.men, view),
        year=pair.time_period,
    )
    chart_card(
        key=key,
        figure=draw_line(
            rows, lang, names=line_names("sex", view), unit="PT", by="sex", breaks=breaks(series_id, lang), height=300
        ),
        title=title,
        subtitle=subtitle(series_id, rows, lang),
        summary=title,
        table=view.named(rows),
        source=source_note(series_id, view),
        query=("series_line", params),
        lang=lang,
        notes=notes(series_id, lang, rows),
    )


def _lines(series_ids: tuple[str, ...], view: View) -> dict[str, object]:
    return {
        "series_ids": list(series_ids),
        "as_of": view.as_of,
        "ref_areas": ["KZ"],
        "sex": "_T",
        "urbanisation": "_T",
        "from_year": view.from_year,
        "to_year": view.to_year,
    }


def _period(rows: object) -> str:
    return format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))


def _percent(value: float, view: View) -> str:
    return format_value(value, "PT", 1, view.lang)
