"""Overview: what this is, what is new, and where each of the three lenses and five goals stands."""

from pages.parts import frame, state
from pages.parts.language import text

lang = state.language()
frame.page_header(text("frame.question", lang))
