"""Women's participation: who leads, who decides, what pay, what work, what access, and the gap to men everywhere."""

import streamlit as st

from pages.parts import frame, state
from pages.parts.breakdown_card import breakdown_card
from pages.parts.gap_view import gap_view
from pages.parts.language import text
from pages.parts.series_card import page_view
from pages.parts.series_charts import ranking_card
from pages.parts.series_filters import choose_view
from pages.parts.women_cards import (
    ECONOMY,
    MANAGERS,
    lead,
    pair_card,
    pay_card,
    pay_pairs_card,
    seats_card,
)
from pages.parts.zone_cards import parity_card, shares_card

lang = state.language()
view = page_view(lang)
frame.page_header(text("women.title", lang), lead(view))
view = choose_view(view, 2010, 2023, "posts", "measure", "year")


def section(name: str) -> None:
    """A heading between two groups of charts."""
    st.header(text(f"women.section_{name}", lang), anchor=False)


breakdown_card(
    MANAGERS, "women", view, name="posts", breakdowns=("national", "region", "settlement"), key="women_managers"
)

section("decide")
left, right = st.columns(2, gap="large")
with left:
    shares_card(view, key="women_shares")
with right:
    seats_card(view, key="women_seats")

section("pay")
left, right = st.columns(2, gap="large")
with left:
    pay_card(view, key="women_pay")
with right:
    pay_pairs_card(view, key="women_pay_pairs")

section("gap")
gap_view(view)

section("work")
left, right = st.columns(2, gap="large")
with left:
    pair_card("unemployment_total", view, key="women_unemployment")
with right:
    pair_card("neet_15_24", view, key="women_neet")

section("technology")
left, right = st.columns(2, gap="large")
with left:
    pair_card("mobile_phone_use", view, key="women_phone")
with right:
    pair_card("internet_use", view, key="women_internet")

section("parity")
parity_card(view, key="women_parity")

section("regions")
left, right = st.columns(2, gap="large")
with left:
    ranking_card(MANAGERS, text("women.what_women_managers", lang), view, key="women_managers_ranking")
with right:
    ranking_card(ECONOMY, text("women.what_pay_economy", lang), view, key="women_pay_ranking")
