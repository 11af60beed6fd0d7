"""The controls of Present: which deck, its small slides, the files, and the editor of a person's own deck."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.parts.cards.files import MIMES
from pages.parts.deck.build import READY, build_deck, ready_deck
from pages.parts.deck.codes import has_headline
from pages.parts.deck.component import mount_deck
from pages.parts.deck.files import DECK_FILES, write_file
from pages.parts.deck.model import Deck
from pages.parts.deck.own import (
    MIME,
    ONE,
    OWN,
    PAGE,
    BadDeckError,
    OwnDeck,
    keep,
    own_deck,
    passing_codes,
    read_file,
)
from pages.parts.visit import choices, controls, frame, slides
from pages.parts.words.language import LANGUAGES, text


@dataclass(frozen=True)
class Chosen:
    """The deck on the page: a ready one, or one with codes (the person's own, or a single chart)."""

    deck_id: str
    own: OwnDeck

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the deck's slides; a ready deck's stand in its file."""
        if self.deck_id in READY:
            return tuple(ready_deck(self.deck_id)["slides"])
        return self.own.codes if self.deck_id == OWN else passing_codes(self.deck_id)

    def name(self, lang: str) -> str:
        """Return the deck's name in words."""
        if self.deck_id in READY:
            return ready_deck(self.deck_id)["name"][lang]
        return self.given_name() or text(f"present.{self.deck_id}", lang)

    def given_name(self) -> str:
        """Return the name a person gave the deck, if any."""
        return self.own.name if self.deck_id == OWN else ""


def choose_deck(lang: str) -> Chosen:
    """Draw the choice of a deck and return it."""
    deck_id = controls.choose_one(
        "deck",
        (*READY, OWN, *_passing(choices.read("deck"))),
        label=text("present.deck", lang),
        format_option=lambda code: ready_deck(code)["name"][lang] if code in READY else text(f"present.{code}", lang),
        control="pills",
        label_visibility="collapsed",
    )
    choices.read("slide")
    choices.read("back")
    return Chosen(deck_id, own_deck())


def _passing(asked: str | None) -> list[str]:
    """Return the decks that are there only now: the chart asked for, and the page from which the reader came."""
    return [*([PAGE] if asked == PAGE or slides.shown() else []), *([ONE] if asked == ONE else [])]


def show(chosen: Chosen, lang: str, as_of: date) -> None:
    """Draw the files of the deck and its slides, and name those that there are none of."""
    codes = chosen.codes()
    deck = build_deck(chosen.deck_id, codes, chosen.name(lang), lang, as_of)
    if deck.slides:
        _actions(chosen, deck, lang)
    for refusal in deck.refused:
        st.caption(text("present.left_out", lang, number=refusal.place, reason=refusal.words))
    if deck.slides:
        st.caption(text("present.hint", lang))
        names = {code: chosen.name(code) for code in LANGUAGES}
        mount_deck(chosen.deck_id, codes, names, chosen.given_name(), lang, as_of, _back())


def _back() -> str:
    """Return the page of the dashboard from which the slides were opened, to which Escape returns."""
    back = choices.read("back") or ""
    return back if back and back.partition("?")[0] in frame.PATHS else ""


def _actions(chosen: Chosen, deck: Deck, lang: str) -> None:
    with st.container(key="present_files", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{text('present.files', lang)}**", width="content")
        for kind in DECK_FILES:
            _download(kind, chosen, deck)
        if chosen.deck_id != OWN:
            st.button(text("present.take", lang), type="tertiary", on_click=_take, args=(chosen, lang))


def _download(kind: str, chosen: Chosen, deck: Deck) -> None:
    """Hand out the deck as a file that is written when it is asked for; one in HTML serves any room."""
    langs = LANGUAGES if kind == "html" else (deck.lang,)
    codes, names = chosen.codes(), {code: chosen.name(code) for code in langs}

    def write() -> bytes:
        decks = {code: build_deck(deck.deck_id, codes, name, code, deck.as_of) for code, name in names.items()}
        return write_file(kind, decks, deck.lang)

    st.download_button(
        text(f"present.file_{kind}", deck.lang),
        write,
        deck.file_name(kind),
        MIMES[kind],
        on_click="ignore",
        key=f"present_{kind}",
    )


# --- one's own deck -----------------------------------------------------------------------------------------------


def edit_own(chosen: Chosen, lang: str) -> None:
    """Draw the editor of the person's deck: name, order, headlines, and the file it is kept in."""
    own = chosen.own
    if own.codes:
        st.markdown(text("present.own_lead", lang))
    else:
        st.info(text("present.own_empty", lang))
    deck = build_deck(OWN, own.codes, own.name, lang, choices.as_of())
    with st.container(key="present_own", horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=340):
            _name(own, lang)
        if own.codes:
            st.download_button(text("present.save", lang), own.file(), deck.file_name("json"), MIME, on_click="ignore")
            st.button(text("present.clear", lang), type="tertiary", on_click=keep, args=(OwnDeck(),))
        with st.popover(text("present.open", lang)):
            _open(lang)
    computed = {slide.code: slide.headline for slide in deck.slides}
    if own.codes:
        with st.expander(text("present.order", lang), expanded=False):
            for place, code in enumerate(own.codes):
                _row(own, place, computed.get(code, code), lang)


def _name(own: OwnDeck, lang: str) -> None:
    st.session_state["present_name"] = own.name
    st.text_input(
        text("present.name", lang),
        key="present_name",
        placeholder=text("present.name_placeholder", lang),
        max_chars=80,
        on_change=lambda: keep(OwnDeck(own.codes, st.session_state["present_name"])),
    )


def _row(own: OwnDeck, place: int, headline: str, lang: str) -> None:
    """One slide of the editor: its headline in a field, up, down and out."""
    number, key = place + 1, f"present_headline_{place}"
    st.session_state[key] = headline
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{number}**", width="content")
        st.text_input(
            text("present.headline_label", lang, number=number),
            key=key,
            label_visibility="collapsed",
            max_chars=160,
            on_change=lambda: keep(own.worded(place, st.session_state[key], _computed(own, place, lang))),
        )
        for name, changed, off in (
            ("up", own.moved(place, -1), place == 0),
            ("down", own.moved(place, 1), number == len(own.codes)),
            ("recompute", own.worded(place, ""), not has_headline(own.codes[place])),
            ("remove", own.without(place), False),
        ):
            st.button(
                text(f"present.{name}_short", lang),
                key=f"present_{name}_{place}",
                type="tertiary",
                help=text(f"present.{name}", lang, number=number),
                disabled=off,
                on_click=keep,
                args=(changed,),
            )


def _computed(own: OwnDeck, place: int, lang: str) -> str:
    plain = own.worded(place, "").codes[place]
    slides = build_deck(OWN, (plain,), own.name, lang, choices.as_of()).slides
    return slides[0].headline if slides else ""


def _open(lang: str) -> None:
    if cut := st.session_state.pop("present_cut", 0):
        st.warning(text("present.open_cut", lang, count=cut))
    given = st.file_uploader(text("present.open", lang), type="json", label_visibility="collapsed", key="present_open")
    if given is None or st.session_state.get("present_opened") == given.file_id:
        return
    try:
        deck = read_file(given.getvalue())
    except BadDeckError:
        st.error(text("present.open_bad", lang))
        return
    keep(deck)
    st.session_state["present_opened"], st.session_state["present_cut"] = given.file_id, deck.cut
    st.rerun()


def _take(chosen: Chosen, lang: str) -> None:
    """Put the slides on the page at the end of the person's deck, to be edited; an empty one takes the name too."""
    own = chosen.own if chosen.own.codes else OwnDeck(name=chosen.name(lang) if chosen.deck_id in READY else "")
    taken = own.added(chosen.codes())
    choices.write("deck", OWN, READY[0])
    keep(taken)
