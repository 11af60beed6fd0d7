"""About: what this is and for whom, how to read it, how progress is judged, where figures come from, how to cite."""

from pathlib import Path

import streamlit as st

from pages.parts.about.blocks import audiences, citation, keys, no_status, reading, section, sources_table
from pages.parts.about.methods import methods_table
from pages.parts.visit import choices, frame
from pages.parts.visit.ask import answer
from pages.parts.words.language import format_number, text

lang = choices.language()
as_of = choices.as_of()
counts = answer("about_counts", as_of=as_of).first
frame.page_header(text("about.title", lang), text("frame.question", lang))
st.html(Path("pages/parts/about/about.css"))

with section("what", lang):
    st.markdown(
        text(
            "about.what",
            lang,
            series=format_number(counts.n_series, 0, lang),
            values=format_number(counts.stored, 0, lang),
            sources=format_number(counts.n_sources, 0, lang),
        )
    )
    st.html(audiences(lang))

with section("reading", lang):
    st.html(reading(counts, lang))

with section("progress", lang):
    st.markdown(text("about.progress", lang))
    st.markdown(no_status(lang))
    st.html(methods_table(lang))
    st.markdown(text("about.methods_note", lang))

with section("regions", lang):
    st.markdown(text("about.regions_reforms", lang))
    st.markdown(text("about.regions_choice", lang))

with section("sources", lang):
    st.html(sources_table(lang, as_of))
    st.markdown(text("about.sources_note", lang))
    frame.way_to("coverage", text("about.to_coverage", lang))

with section("boundaries", lang):
    st.markdown(text("about.boundaries", lang))
    st.markdown(text("frame.footer_map", lang))
    st.markdown(text("frame.footer_endorsement", lang))

with section("cite", lang):
    st.code(citation(as_of, lang), language=None, wrap_lines=True)
    st.markdown(text("about.cite_note", lang))

with section("keys", lang):
    st.html(keys(lang))
