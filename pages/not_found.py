"""Not found: an address of the dashboard that is no page; says so and shows the way to the pages there are."""

from pages.parts.visit import choices, frame
from pages.parts.words.language import text

lang = choices.language()
frame.page_header(text("frame.not_found", lang), text("frame.not_found_lead", lang))
for name, _, _ in frame.PAGES:
    frame.way_to(name, text(f"frame.nav_{name}", lang))
