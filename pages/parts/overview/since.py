"""What the last release changed, and the way to the page that tells it all."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts.visit import frame
from pages.parts.words.language import format_date, text


def since_row(since: Any, lang: str) -> None:
    """Draw one row of `overview_since`."""
    with st.container(key="overview_since", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            text(
                "overview.since",
                lang,
                release=format_date(since.release, lang),
                before=format_date(since.before, lang),
                new=text("overview.since_new", lang, count=since.n_new),
                revised=text("overview.since_revised", lang, count=since.n_revised),
                flips=text("overview.since_flips", lang, count=since.n_flips),
            ),
            width="content",
        )
        frame.way_to("snapshot", f"{text('overview.since_open', lang)} →", as_of=since.release.isoformat())
