"""A deck as one HTML file that needs no network: drawing library, typeface, slides and player inside, the same keys."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from pages.parts.charts.theme import PALETTE_FILE
from pages.parts.deck.message import deck_message
from pages.parts.deck.model import Deck

MIME = "text/html"
STATIC = Path(__file__).resolve().parents[3] / "static"
MODULES = {name: f"present/{name}.js" for name in ("slide", "keys", "screen", "player", "notes", "saved")}
MODULES |= {"draw": "chart/draw.js"}
STYLE = "html, body { margin: 0; height: 100%; background: #10171E; }"
PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{generator}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<noscript>{headlines}</noscript>
<script type="application/json" id="deck">{deck}</script>
<script>{library}</script>
<script type="module">
const held = JSON.parse(document.getElementById("deck").textContent);
const address = (name) => URL.createObjectURL(new Blob([held.modules[name]], {{ type: "text/javascript" }}));
const {{ play }} = await import(address("saved"));
await play(held, address);
</script>
</body>
</html>
"""


def write_deck_html(decks: Mapping[str, Deck], lang: str) -> bytes:
    """Return the HTML file of a deck given in one or more languages; `lang` is the one it opens in."""
    deck = decks[lang]
    message = deck_message(decks) | {"lang": lang, "palettes": _palettes(), "modules": _modules()}
    for content in message["langs"].values():
        for slide in content["slides"]:
            slide["figure"] = {**slide["figure"], "data": [outlined(trace) for trace in slide["figure"]["data"]]}
    # A closing tag inside the data would end the script element early.
    written = json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False).replace("</", "<\\/")
    headlines = "".join(f"<p>{escape(slide.headline)}</p>" for slide in deck.slides)
    page = PAGE.format(
        lang=lang,
        title=escape(deck.name),
        generator="creative-sdg-deck",
        style=_style(),
        headlines=headlines,
        deck=written,
        library=_library(),
    )
    return page.encode()


def outlined(trace: Mapping[str, Any]) -> dict[str, Any]:
    """Return the trace with the outline of its region in it: a saved file cannot fetch it."""
    if "region_outline" not in trace:
        return dict(trace)
    rest = {name: value for name, value in trace.items() if name not in ("region_outline", "layout")}
    shape = _outlines(trace["layout"])[trace["region_outline"]]
    drawn = {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "hoverinfo": "skip",
        "line": {"width": 0.8, "color": "@paper"},
    }
    return drawn | rest | {"x": shape["x"], "y": shape["y"]}


@lru_cache(maxsize=4)
def _outlines(name: str) -> Mapping[str, Any]:
    return json.loads((STATIC / "geo" / f"outlines_{name}.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _library() -> str:
    bundle = next((STATIC / "plotly").glob("plotly-basic-*.min.js"))
    return bundle.read_text(encoding="utf-8").replace("</script", "<\\/script")


@lru_cache(maxsize=1)
def _modules() -> dict[str, str]:
    return {name: (STATIC / path).read_text(encoding="utf-8") for name, path in MODULES.items()}


@lru_cache(maxsize=1)
def _palettes() -> dict[str, Any]:
    palettes = json.loads(PALETTE_FILE.read_text(encoding="utf-8"))
    contrast = json.loads((STATIC / "present" / "contrast.json").read_text(encoding="utf-8"))
    return palettes | {"contrast": palettes["dark"] | contrast}


@lru_cache(maxsize=1)
def _style() -> str:
    font = base64.b64encode((STATIC / "fonts" / "inter-variable.woff2").read_bytes()).decode()
    face = f'@font-face{{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,{font}) format("woff2")}}'
    return f"{face}\n{STYLE}\n{(STATIC / 'present' / 'deck.css').read_text(encoding='utf-8')}"
