"""Read what a page drew without a browser: the cards of a run, their words, and every point with its key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.parts.streamlit.component import read
from pages.parts.visit import frame


def open_page(name: str, **address: str | list[str]) -> AppTest:
    """Run one page through the door with the choices of an address."""
    app = AppTest.from_file(str(frame.ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(f"pages/{name}.py")
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def messages(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return what the chart component was sent in a run, by the key of its element."""
    return {
        element.proto.id.rsplit("-", 1)[-1]: read(element.proto.bytes)
        for element in _elements(app._tree)
        if getattr(element, "type", "") == "bidi_component" and element.proto.component_name == "creative_sdg.chart"
    }


def cards(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the parts (figure, head, foot) of every card of a session's first run, by the card's key."""
    sent = messages(app)
    # A part that several cards share, or that a switch may show next, travels once.
    texts = {digest: part for message in sent.values() for digest, part in message["texts"].items()}
    return {
        key: {name: texts[digest] for name, digest in parts.items()}
        for message in sent.values()
        for key, parts in message.get("cards", {}).items()
    }


def boards(app: AppTest) -> str:
    """Return the headings and notes that stand between cards, as one text."""
    sent = [message for message in messages(app).values() if "rows" in message]
    texts = {digest: part for message in sent for digest, part in message["texts"].items()}
    return json.dumps([texts[message["rows"]] for message in sent], ensure_ascii=False)


def titles(app: AppTest) -> dict[str, str]:
    """Return the finding of every card."""
    return {key: parts["head"]["title"] for key, parts in cards(app).items() if parts["head"].get("title")}


def line_points(figure: dict[str, Any]) -> Iterator[tuple[str, int, float]]:
    """Yield (key of the line, year, value) for every point of a line chart."""
    for trace in figure["data"]:
        key = trace.get("meta", {}).get("key")
        for year, value in zip(trace["x"], trace["y"], strict=True):
            if key and value is not None:
                yield key, year, value


def bar_points(figure: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield (area, value) for every bar of a ranking."""
    for trace in figure["data"]:
        if trace["type"] == "bar":
            yield from zip(trace["ids"], trace["x"], strict=True)


def dot_points(figure: dict[str, Any]) -> Iterator[tuple[str, str, float]]:
    """Yield (area, women or men, value) for every dot of a dumbbell."""
    for trace in figure["data"]:
        side = trace.get("meta", {}).get("key")
        if side:
            yield from ((area, side, value) for area, value in zip(trace["ids"], trace["x"], strict=True))


def _elements(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _elements(child)
