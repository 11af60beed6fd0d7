"""What the frame says of an address that names what does not exist or cannot be used: once each, in few sentences."""

from __future__ import annotations

import streamlit as st

from pages.parts.visit.address import refused, rejected
from pages.parts.visit.grammar import plain
from pages.parts.words.language import text

# Of what an address names in vain, so much is told one by one.
MOST_TOLD = 6


def tell_refusals(lang: str) -> None:
    """Say what of the address this page could not use; called after the page, drawn at its top."""
    for words in _sentences(lang):
        st.warning(words, icon=":material/link_off:")


def _sentences(lang: str) -> list[str]:
    bad, others = rejected(), refused()
    said = [text("frame.bad_value", lang, name=name, code=plain(code)) for name, code in bad[:MOST_TOLD]]
    if len(bad) > MOST_TOLD:
        said.append(text("frame.bad_more", lang, count=len(bad) - MOST_TOLD))
    for kind in ("name", "unused"):
        names = [f"“{plain(refusal.name)}”" for refusal in others if refusal.kind == kind]
        if names:
            more = ["…"] if len(names) > MOST_TOLD else []
            said.append(text(f"frame.bad_{kind}", lang, names=", ".join([*names[:MOST_TOLD], *more])))
    many = [refusal for refusal in others if refusal.kind == "many"]
    return [*said, *(text("frame.bad_many", lang, name=refusal.name, count=int(refusal.code)) for refusal in many)]
