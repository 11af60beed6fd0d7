"""The frame around every page: navigation, as-of date, language, header, notices and footer."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from copy import copy
from datetime import date
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import unquote, urlsplit

import streamlit as st

from pages.parts.streamlit.document import frame_address
from pages.parts.visit import choices, controls
from pages.parts.visit.ask import answer, kept
from pages.parts.visit.stale import tell_stale
from pages.parts.words.language import LANGUAGES, format_date, text, widget_words

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = Path(__file__).parent / "frame.html"
_PASSED = "_passed_the_door"
_NO_PAGE = "_address_without_page"

# The pages in the order of the navigation: file, path, and the section whose menu holds it ("" is the bar itself).
PAGES = (
    ("overview", "", ""),
    ("explore", "explore", ""),
    ("youth", "youth", ""),
    ("women", "women", ""),
    ("regions", "regions", ""),
    ("sector", "sector", ""),
    ("snapshot", "snapshot", ""),
    ("present", "present", ""),
    ("compare", "compare", "more"),
    ("coverage", "coverage", "more"),
    ("about", "about", "more"),
)
# The fragment that holds all of a page below the frame, where a page has filters.
BODY = "page_body"
PATHS = tuple(path for _, path, _ in PAGES)


def pages(lang: str) -> dict[str, list[st.Page]]:
    """Return the pages by section of the navigation, titled in the reader's language."""
    sections: dict[str, list[st.Page]] = {}
    for name, path, section in PAGES:
        # A page object belongs to one run, in which it is called; making it looks at the file system.
        page = copy(_page(name, path, text(f"frame.nav_{name}", lang)))
        sections.setdefault(text(f"frame.nav_{section}", lang) if section else "", []).append(page)
    _note_address_without_page()
    if address := st.session_state.get(_NO_PAGE):
        page, title = ROOT / "pages" / "not_found.py", text("frame.not_found", lang)
        sections[""].append(st.Page(page, title=title, url_path=address, visibility="hidden"))
    return sections


@lru_cache(maxsize=64)
def _page(name: str, path: str, title: str) -> st.Page:
    return st.Page(ROOT / "pages" / f"{name}.py", title=title, url_path=path, default=not path)


def _note_address_without_page() -> None:
    """Remember an address that no page has, to be answered by a page of its own: what Streamlit says instead is in
    English alone. Once there is a page, Streamlit leaves it out of the address that it tells."""
    last = unquote(urlsplit(st.context.url or "").path).rstrip("/").rsplit("/", 1)[-1].strip()
    if last and last not in PATHS:
        st.session_state[_NO_PAGE] = last


def window_title(page: str, lang: str) -> str:
    """Return what the browser calls the window: the page, then the product."""
    return f"{page} · {text('frame.product', lang)}"


def open_frame(lang: str) -> None:
    """Draw what stands on every page before its own content: language of the document, the top right."""
    st.session_state[_PASSED] = True
    with st.container(key="frame_choices", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        _choose_as_of(lang)
        controls.choose_one(
            "lang",
            list(LANGUAGES),
            label=text("frame.language", lang),
            default=choices.preferred_language(),
            format_option=LANGUAGES.__getitem__,
            control="segments",
            label_visibility="collapsed",
        )
        _tune_document(lang)


def answer_first(key: str, draw_controls: Callable[[], object], draw_answer: Callable[[], object]) -> None:
    """Draw controls with what they control below them, and tell the browser of them; `key` is unique on the page.

    A page that opens is drawn from top to bottom. Once it stands, a change of a control is answered first: the controls
    show the change already and are sent again behind the answer.
    """
    above = st.container()
    arrived = choices.has_arrived()
    if not arrived:
        draw_answer()
    with above:
        draw_controls()
    if arrived:
        draw_answer()
    controls.tell_controls(key)


def page_header(title: str, lead: str | None = None) -> None:
    """Draw a page's title and, under it, what the page is about."""
    with st.container(key="page_header", gap=None):
        st.title(title, anchor=False)
        if lead:
            st.markdown(lead)


def way_to(name: str, label: str, **given: str) -> None:
    """Draw a link to another page (`youth`, `explore`, ...) that carries language, as-of date and the given codes."""
    st.page_link(f"pages/{name}.py", label=label, query_params=choices.carried() | given)


def notices(lang: str) -> None:
    """Say what the reader must know before reading: data not the newest, an address with codes that do not exist."""
    tell_stale(lang)
    chosen, newest = choices.as_of(), choices.newest_release()
    if chosen < newest:
        with st.container(key="frame_not_newest", horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(
                text(
                    "frame.not_newest",
                    lang,
                    date=format_date(chosen, lang),
                    newest=format_date(newest, lang),
                ),
                width="content",
            )
            st.button(text("frame.to_newest", lang), type="tertiary", on_click=choices.forget, args=(("as_of",),))


def footer(lang: str) -> None:
    """Draw sources, licences, the two required sentences, and the version and checksum of what is shown."""
    shown = {"version": version(), "checksum": data_checksum(), "date": format_date(choices.newest_release(), lang)}
    # Apart, because what another date leaves as it was need not travel again.
    with st.container(key="frame_footer"):
        st.markdown(_lasting(lang, choices.newest_release()))
        st.markdown(text("frame.footer_version", lang, **shown))


@kept
def _lasting(lang: str, newest: date) -> str:
    publishers = answer("source_list", as_of=newest)[f"publisher_{lang}"]
    paragraphs = [
        f"**{text('frame.footer_sources', lang)}**  \n{' · '.join(dict.fromkeys(publishers))}",
        f"**{text('frame.footer_licences', lang)}**  \n{text('frame.footer_licence_text', lang)}",
        text("frame.footer_endorsement", lang),
        f"[{text('frame.footer_goals_link', lang)}](https://www.un.org/sustainabledevelopment)",
        text("frame.footer_map", lang),
    ]
    return "\n\n".join(paragraphs)


@lru_cache(maxsize=1)
def version() -> str:
    """Return the version of the dashboard, as pyproject.toml has it."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def data_checksum() -> str:
    """Return twelve digits of the fingerprint of all data held as of the chosen date, the same on every machine."""
    return answer("data_checksum", as_of=choices.as_of()).first.checksum[:12]


def _choose_as_of(lang: str) -> None:
    newest = choices.newest_release()
    offered = [newest, *(day for day in choices.kept_releases() if day != newest)]
    if choices.as_of() not in offered:
        offered = sorted({*offered, choices.as_of()}, reverse=True)

    def words(day: str) -> str:
        return text("frame.as_of_short", lang, date=format_date(date.fromisoformat(day), lang, "medium"))

    controls.choose_one(
        "as_of",
        [day.isoformat() for day in offered],
        label=text("frame.as_of", lang),
        default=newest.isoformat(),
        format_option=words,
        label_visibility="collapsed",
    )


def _tune_document(lang: str) -> None:
    """Set what Streamlit fixes in English: the document's language, the skip link and the words of widgets; draw the
    theme switch.

    An address that is no page gets Streamlit's own document; there the frame's style is added here.
    """
    st.html(_tuning(lang), unsafe_allow_javascript=True)


@lru_cache(maxsize=len(LANGUAGES))
def _tuning(lang: str) -> str:
    values = {
        "language": lang,
        "skip": text("frame.skip", lang),
        "theme": text("frame.theme", lang),
        "style": frame_address("frame.css"),
        "speaker": frame_address("words.js"),
        "words": json.dumps(widget_words(lang), ensure_ascii=False),
    }
    template = Template(DOCUMENT.read_text(encoding="utf-8"))
    return template.substitute({name: escape(value) for name, value in values.items()})
