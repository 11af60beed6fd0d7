"""A deck as one HTML file that needs no network: typeface, player and a picture of every slide, the same keys.

The pictures name their colours by variables, so that the file has a light, a dark and a contrasting theme.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from pages.parts.charts.svg import write_svg
from pages.parts.deck.message import about, digest, slide_message
from pages.parts.deck.model import Deck, Slide
from pages.parts.deck.picture import FRAME, slide_picture
from pages.parts.streamlit.bundle import bundle

STATIC = Path(__file__).resolve().parents[3] / "static"
PLAYER = "present/saved_deck.js"
STYLE = "html, body { margin: 0; height: 100%; background: #10171E; }"
PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="creative-sdg-deck">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<noscript>{headlines}</noscript>
<script type="application/json" id="deck">{deck}</script>
<script type="module">
{player}
play(JSON.parse(document.getElementById("deck").textContent));
</script>
</body>
</html>
"""


def write_deck_html(decks: Mapping[str, Deck], lang: str) -> bytes:
    """Return the HTML file of a deck given in one or more languages; `lang` is the one it opens in."""
    deck = decks[lang]
    langs = {
        code: {"name": each.name, "slides": [_slide(slide, code) for slide in each.slides]}
        for code, each in decks.items()
    }
    held = about(decks) | {"digest": digest(langs), "langs": langs, "lang": lang, "notes": _notes()}
    page = PAGE.format(
        lang=lang,
        title=escape(deck.name),
        style=_style(),
        headlines="".join(f"<p>{escape(slide.headline)}</p>" for slide in deck.slides),
        deck=_as_data(held),
        player=_player(),
    )
    return page.encode()


def _slide(slide: Slide, lang: str) -> dict[str, Any]:
    drawing, scale = slide_picture(slide.mark, lang)
    picture = write_svg(drawing, None, FRAME * scale, title=slide.headline, description=slide.card.told)
    return slide_message(slide) | {"picture": picture, "key": digest(picture)}


def _as_data(held: Mapping[str, Any]) -> str:
    """JSON inside a script element: nothing in it may begin or end an element, or a comment."""
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")


@lru_cache(maxsize=1)
def _player() -> str:
    """The player as a module without exports: it stands in the page itself."""
    code, _, exported = bundle(PLAYER).rpartition("export ")
    return f"{code}{exported}".replace("</script", "<\\/script")


@lru_cache(maxsize=1)
def _notes() -> str:
    return (STATIC / "present" / "notes.js").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _style() -> str:
    font = base64.b64encode((STATIC / "fonts" / "inter-variable.woff2").read_bytes()).decode()
    face = f'@font-face{{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,{font}) format("woff2")}}'
    return f"{face}\n{STYLE}\n{(STATIC / 'present' / 'deck.css').read_text(encoding='utf-8')}"
