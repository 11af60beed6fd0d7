"""The views of Explore: lines over years, regions in order, and how the series is made."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.cards import table_csv, table_xlsx
from pages.parts.cards.card import chart_card
from pages.parts.cards.memory import remembered
from pages.parts.charts.bar import draw_ranking
from pages.parts.charts.coverage_strip import draw_coverage_strip
from pages.parts.charts.line import Break, Target, draw_line
from pages.parts.explore.slice import Slice, line_names, source_note
from pages.parts.visit import choices
from pages.parts.visit.ask import ask
from pages.parts.words.language import format_date, format_value, format_year_range, text, unit_label

CHART_HEIGHT, PAIR_HEIGHT = 400, 260


def show_lines(chosen: Slice) -> None:
    """Draw the slice as lines: series of one unit in one chart, of two units one under the other, never two axes."""
    details = [detail_of(series_id, chosen.lang) for series_id in chosen.series_ids]
    if len({detail["unit"] for detail in details}) == 1:
        _one_chart(chosen)
        return
    st.caption(text("explore.two_units", chosen.lang))
    years = chosen.rows()["time_period"]
    span = (int(years.min()), int(years.max()))
    cards = [_line_parts(chosen, [detail], (detail["series_id"],), PAIR_HEIGHT, span) for detail in details]
    cards = [card for card in cards if card]
    margins = [card["figure"]["layout"]["margin"] for card in cards]
    sides = {side: max(margin[side] for margin in margins) for side in ("l", "r")}
    for card in cards:
        card["figure"]["layout"]["margin"] |= sides
        chart_card(**card)


@remembered
def show_regions(chosen: Slice) -> None:
    """Draw all regions of one year in order, the country as a reference line."""
    lang, detail = chosen.lang, detail_of(chosen.series_ids[0], chosen.lang)
    query = (
        "ranking",
        {
            "series_id": detail["series_id"],
            "as_of": chosen.as_of,
            "sex": chosen.sexes[0],
            "urbanisation": chosen.settlements[0],
            "for_year": chosen.year,
        },
    )
    rows = ask(query[0], **query[1])
    if rows.empty:
        st.info(text("explore.nothing", lang, period=_period(detail["series_id"], chosen)))
        return
    names = choices.area_names(lang)
    national = rows["national_value"].iloc[0]
    title = text(
        "explore.ranking_title",
        lang,
        title=detail["title"],
        first=names[rows["ref_area"].iloc[0]],
        last=names[rows["ref_area"].iloc[-1]],
        year=chosen.year,
    )
    chart_card(
        key="explore_regions",
        figure=draw_ranking(
            rows,
            lang,
            names=names,
            unit=detail["unit"],
            decimals=int(detail["decimals"]),
            chosen=chosen.areas,
            national=None if pd.isna(national) else (float(national), text("explore.country", lang)),
        ),
        title=title,
        subtitle=text("explore.subtitle", lang, unit=unit_label(detail["unit"], lang), period=chosen.year),
        summary=f"{title}.",
        table=rows,
        source=source_note(detail, _release(chosen, detail), lang),
        query=query,
        lang=lang,
        notes=_notes(detail, (), lang),
    )


def show_coverage(chosen: Slice) -> None:
    """Draw which years and regions of the series have values, and hand out all of them."""
    lang, series_id = chosen.lang, chosen.series_ids[0]
    query = ("series_years", {"series_id": series_id, "as_of": chosen.as_of})
    years = ask(query[0], **query[1])
    national = years[years["has_national"]]["time_period"].astype(int).tolist()
    with st.container(key="explore_coverage", gap=None):
        st.markdown(f"**{text('explore.coverage_title', lang)}**")
        chart_card(
            key="explore_years_held",
            figure=draw_coverage_strip(years, lang),
            title="",
            subtitle="",
            summary=text(
                "explore.coverage_summary",
                lang,
                national=", ".join(map(str, national)) or text("explore.coverage_none", lang),
                most=int(years["n_regions"].max()),
            ),
            table=years,
            source=None,
            query=query,
            lang=lang,
            bare=True,
        )
        _everything(chosen)


def show_method(chosen: Slice) -> None:
    """Say in words what the series measures, why it is here, and where it comes from."""
    lang, detail = chosen.lang, detail_of(chosen.series_ids[0], chosen.lang)
    breaks = ask("series_breaks", series_id=detail["series_id"], lang=lang)
    paragraphs = {
        text("explore.method_what", lang): detail["description"],
        text("explore.method_why", lang, target=detail["target"]): detail["rationale"],
        text("explore.method_target", lang): _target_words(detail, lang),
        text("explore.method_proxy", lang): detail["proxy"],
        text("explore.method_caveat", lang): detail["caveat"],
        text("explore.method_breaks", lang): " ".join(_break_notes(breaks, lang)),
        text("explore.method_source", lang): f"{detail['publisher']}, {detail['source_title']}. "
        f"{text('frame.strength_' + detail['strength'].lower(), lang)}.",
        text("explore.method_codes", lang): text(
            "explore.method_codes_text",
            lang,
            series=detail["series_id"],
            indicator=detail["indicator"],
            unit=unit_label(detail["unit"], lang),
            derivation=text(f"explore.derivation_{detail['derivation']}", lang),
        ),
    }
    for heading, words in paragraphs.items():
        if isinstance(words, str) and words:
            st.markdown(f"**{heading}**  \n{words}")


def detail_of(series_id: str, lang: str) -> pd.Series:
    """Return the catalogue's row of a series in the reader's language."""
    return ask("series_detail", series_id=series_id, lang=lang).iloc[0]


@remembered
def _one_chart(chosen: Slice) -> None:
    details = [detail_of(series_id, chosen.lang) for series_id in chosen.series_ids]
    card = _line_parts(chosen, details, chosen.series_ids, CHART_HEIGHT, None)
    if card:
        chart_card(**card)


def _line_parts(
    chosen: Slice, details: list[pd.Series], series_ids: tuple[str, ...], height: int, span: tuple[int, int] | None
) -> dict[str, Any] | None:
    """Return what `chart_card` needs for these series; None, said on the page, where no value fits."""
    lang, detail = chosen.lang, details[0]
    rows = chosen.rows(*series_ids)
    if rows.empty:
        st.info(text("explore.nothing", lang, period=_period(detail["series_id"], chosen)))
        return None
    names = line_names(rows, {one["series_id"]: one["title"] for one in details}, lang)
    breaks = {one["series_id"]: _breaks(one["series_id"], chosen) for one in details}
    notes = [(one, _notes(one, _break_notes(breaks[one["series_id"]], lang), lang)) for one in details]
    ruled = pd.concat(breaks.values()).drop_duplicates("time_period")
    finding = _finding(chosen, detail)
    period = format_year_range(int(rows["time_period"].min()), int(rows["time_period"].max()))
    return dict(
        key=f"explore_{'_'.join(series_ids)}" if span else "explore_lines",
        figure=draw_line(
            rows,
            lang,
            names=names,
            unit=detail["unit"],
            decimals=int(detail["decimals"]),
            by="line",
            target=_target(detail, lang) if len(details) == 1 else None,
            breaks=[Break(int(one.time_period), one.kind) for one in ruled.itertuples()],
            span=span,
            height=height,
        ),
        title=finding,
        subtitle=text("explore.subtitle", lang, unit=unit_label(detail["unit"], lang), period=period),
        summary=text("explore.summary_line", lang, period=period, lines=", ".join(names.values()), finding=finding),
        table=rows.drop(columns=["place"]),
        source=source_note(detail, rows["release"].max(), lang),
        query=chosen.query(*series_ids),
        lang=lang,
        decimals=int(detail["decimals"]),
        notes=[words if one is detail else f"{one['title']}. {words}" for one, written in notes for words in written],
    )


def _breaks(series_id: str, chosen: Slice) -> pd.DataFrame:
    """Return the breaks of a series that concern the country or a chosen region."""
    breaks = ask("series_breaks", series_id=series_id, lang=chosen.lang)
    return breaks[breaks["ref_area"].isna() | breaks["ref_area"].isin(["KZ", *chosen.areas])]


def _finding(chosen: Slice, detail: pd.Series) -> str:
    """Write the title of the chart: where the country stands and how far it came since its line last began anew."""
    lang = chosen.lang
    national = chosen.rows(detail["series_id"])["ref_area"].eq("KZ").any()
    where = "KZ" if national or len(chosen.areas) != 1 else chosen.areas[0]
    single_sex = chosen.sexes[0] if len(chosen.sexes) == 1 else "_T"
    moved = ask(
        "series_change",
        series_ids=[detail["series_id"]],
        ref_area=where,
        as_of=chosen.as_of,
        sex=single_sex,
        urbanisation="_T",
        from_year=chosen.years and chosen.years[0],
        to_year=chosen.years and chosen.years[1],
    )
    if moved.empty:
        return str(detail["title"])
    change = moved.iloc[0]
    title = detail["title"] if single_sex == "_T" else f"{detail['title']}, {text(f'explore.code_{single_sex}', lang)}"
    return text(
        f"explore.finding_{change['course']}",
        lang,
        title=title,
        value=format_value(change["latest_value"], detail["unit"], int(detail["decimals"]), lang),
        year=int(change["latest_year"]),
        first=format_value(change["first_value"], detail["unit"], int(detail["decimals"]), lang),
        since=int(change["first_year"]),
    )


def _target(detail: pd.Series, lang: str) -> Target | None:
    if pd.isna(detail["target_value"]) or detail["target_comparable"] is False or not detail["target_comparable"]:
        return None
    value = format_value(detail["target_value"], detail["unit"], int(detail["decimals"]), lang)
    year = int(detail["target_year"])
    return Target(year, float(detail["target_value"]), text("explore.target_label", lang, value=value, year=year))


def _target_words(detail: pd.Series, lang: str) -> str:
    if pd.isna(detail["target_value"]):
        return text("explore.target_absent", lang)
    value = format_value(detail["target_value"], detail["unit"], int(detail["decimals"]), lang)
    stated = text("explore.target_stated", lang, value=value, year=int(detail["target_year"]))
    return f"{stated} {detail['target_source'] or ''}"


def _notes(detail: pd.Series, breaks: Any, lang: str) -> list[str]:
    notes = [words for words in (detail["proxy"], detail["caveat"]) if isinstance(words, str) and words]
    if pd.notna(detail["target_value"]) and not detail["target_comparable"]:
        value = format_value(detail["target_value"], detail["unit"], int(detail["decimals"]), lang)
        source = detail["target_source"] or ""
        notes.append(text("explore.target_other", lang, value=value, year=int(detail["target_year"]), source=source))
    return [*notes, *breaks]


def _break_notes(breaks: pd.DataFrame, lang: str) -> list[str]:
    known = breaks.dropna(subset=["note"]).drop_duplicates("note")
    return [text("explore.break_note", lang, year=one.time_period, note=one.note) for one in known.itertuples()]


def _period(series_id: str, chosen: Slice) -> str:
    years = ask("series_years", series_id=series_id, as_of=chosen.as_of)["time_period"]
    return format_year_range(int(years.min()), int(years.max())) if len(years) else "—"


def _release(chosen: Slice, detail: pd.Series) -> Any:
    sources = ask("source_list", as_of=chosen.as_of).set_index("source_id")["release"]
    return sources[detail["source_id"]]


def _everything(chosen: Slice) -> None:
    """Hand out every value of the series, all areas and breakdowns; the files are written when asked for."""
    lang, detail = chosen.lang, detail_of(chosen.series_ids[0], chosen.lang)
    stem = f"{detail['series_id']}_all_{chosen.as_of.isoformat()}"

    def rows() -> pd.DataFrame:
        return ask("series_everything", series_id=detail["series_id"], as_of=chosen.as_of)

    def about() -> dict[str, str]:
        source = source_note(detail, _release(chosen, detail), lang)
        return {
            text("chart.readme_title", lang): detail["title"],
            text("chart.readme_definition", lang): detail["description"],
            text("chart.readme_unit", lang): unit_label(detail["unit"], lang),
            text("chart.readme_source", lang): f"{source.name} {source.url or ''}",
            text("chart.readme_as_of", lang): format_date(chosen.as_of, lang),
            text("chart.readme_licence", lang): source.licence or "",
        }

    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="explore_everything"):
        st.markdown(text("explore.everything", lang), width="content")
        st.download_button(
            "CSV",
            lambda: table_csv.write_csv(rows()),
            f"{stem}.csv",
            table_csv.MIME,
            on_click="ignore",
            type="tertiary",
        )
        st.download_button(
            "XLSX",
            lambda: table_xlsx.write_xlsx(rows(), about(), lang),
            f"{stem}.xlsx",
            table_xlsx.MIME,
            on_click="ignore",
            type="tertiary",
        )
