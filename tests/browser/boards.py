"""A board of cards and the controls of a page without a server: messages as it packs them, widgets that have the roles
and marks of Streamlit's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

from pages.parts.cards.model import Reach
from pages.parts.cards.screen import words_part
from pages.parts.charts.marks import Mark
from pages.parts.streamlit.component import Part, pack
from queries.rows import Filter
from tests.browser.marks import sent
from tests.browser.modules import reopened

AREAS = ("KZ-43", "KZ-47", "KZ-75")
CONTROLS = {
    "area": {"widget": "choose_area_en", "kind": "lists", "options": AREAS, "default": [], "most": 2},
    "form": {"widget": "choose_form_en", "kind": "segments", "options": ["map", "tiles", "list"], "default": "map"},
    "goal": {"widget": "choose_goal_en", "kind": "list", "options": ["4", "5"], "default": "4"},
    "year": {"widget": "choose_year_en", "kind": "slider", "ends": [2018, 2023], "default": 2023},
    "years": {"widget": "choose_years_en", "kind": "span", "ends": [2013, 2023]},
}
WIDGETS = """
<div class="st-key-choose_area_en"><div role="group">
  <span id="tags"></span><input role="combobox" aria-controls="areas" id="field">
  </div><button id="clear"></button><button aria-haspopup="listbox"></button></div>
<div id="areas" role="listbox">
  <div role="option" id="option-0" data-key="0">a</div><div role="option" id="option-1" data-key="1">b</div>
  <div role="option" id="option-2" data-key="2">c</div></div>
<div class="st-key-choose_form_en"><div role="radiogroup">
  <button role="radio" aria-checked="true">map</button><button role="radio" aria-checked="false">tiles</button>
  <button role="radio" aria-checked="false">list</button></div></div>
<div class="st-key-choose_goal_en"><input role="combobox" aria-controls="goals"></div>
<div id="goals" role="listbox"><div role="option" data-key="0">4</div><div role="option" data-key="1">5</div></div>
<div class="st-key-choose_year_en"><input type="range" min="2018" max="2023" value="2023"></div>
<div class="st-key-choose_years_en">
  <input type="range" min="2013" max="2023" value="2013"><input type="range" min="2013" max="2023" value="2023"></div>
"""
START = """async (widgets) => {
  document.body.innerHTML = widgets + '<div id="board"></div><div id="other"></div><div id="controls"></div>';
  const { mount } = await import('/chart/mount.js');
  window.said = [];
  const said = (name) => (...values) => window.said.push([name, ...values]);
  window.hand = (id, bytes) => mount({
    parentElement: document.getElementById(id), data: new Uint8Array(bytes),
    setTriggerValue: said('trigger'), setStateValue: said('state'),
  });
}"""
# Years and names of the lines that a card draws, its words, and whether they wait.
STATE = """(key) => {
  const root = document.querySelector(`[data-card=${key}]`);
  const plot = root.querySelector('.sdg-plot');
  const title = root.querySelector('.sdg-title');
  const traces = plot.data ?? [];
  return {
    lines: Object.fromEntries(traces.filter((trace) => trace.meta).map((trace) => [trace.meta.key, trace.x])),
    kinds: traces.map((trace) => trace.type),
    isWaiting: root.querySelector('.sdg-card').ariaBusy === 'true',
    title: title.checkVisibility({ visibilityProperty: true }) ? title.textContent : null,
    drawn: Number(plot.dataset.drawn ?? 0),
  };
}"""


class Bench:
    """A page with widgets and one board, and the server's side of the conversation."""

    def __init__(self, page: Page) -> None:
        self.page = reopened(page)
        page.evaluate(START, WIDGETS)
        page.evaluate("([bytes]) => hand('controls', bytes)", [list(packed_controls())])
        self.known: set[str] = set()

    def show(self, cards: Mapping[str, Mapping[str, Part]], *, board: str = "board") -> bytes:
        """Hand a board its cards, as Streamlit does, and return the message."""
        message = self.packed(cards, board)
        self.page.evaluate("([board, bytes]) => hand(board, bytes)", [board, list(message)])
        self.settle()
        return message

    def packed(self, cards: Mapping[str, Mapping[str, Part]], board: str = "board") -> bytes:
        """The message for a board, with the parts that were not in an earlier one."""
        rows = Part.of([{"widths": [1], "columns": [[{"card": key}]]} for key in cards])
        parts = [rows, *(part for named in cards.values() for part in named.values())]
        unsent = {part.digest: part for part in parts if part.digest not in self.known}
        self.known |= set(unsent)
        return pack(board, rows, cards, unsent)

    def settle(self) -> None:
        """Wait until everything asked for is drawn."""
        self.page.evaluate("() => new Promise((done) => setTimeout(done, 250))")

    def state(self, key: str = "neet") -> dict[str, Any]:
        """What a card shows."""
        return self.page.evaluate(STATE, key)

    def act(self, script: str) -> dict[str, Any]:
        """Do something in the page and look at the card two frames later."""
        return self.page.evaluate(
            f"""async () => {{
              {script};
              for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
              return ({STATE})('neet');
            }}"""
        )

    def said(self) -> list[list[Any]]:
        """What the cards told the server."""
        return self.page.evaluate("window.said")


def packed_controls() -> bytes:
    """The message that tells the page's controls, as `mount_controls` packs it."""
    from pages.parts.streamlit import component

    return component._packed("controls", {"controls": CONTROLS}, {})


def card(
    mark: Mark,
    title: str,
    *,
    filters: Sequence[Filter] = (),
    follows: Mapping[str, str] | None = None,
    choice: Mapping[str, Sequence[Any]] | None = None,
    switch: str | None = None,
    others: Mapping[str, Mark] | None = None,
) -> dict[str, Part]:
    """The parts of a card, with a chart for each option of its switch."""
    drawn = {"": Reach(mark, tuple(filters), follows or {})} | {
        name: Reach(other) for name, other in (others or {}).items()
    }
    parts: dict[str, Part] = {}
    for option, reach in drawn.items():
        end = f":{option}" if option else ""
        for name, content in sent(reach).items():
            parts[f"{name}{end}"] = Part.of(content)
    head = {"summary": title, "selectable": True, "bare": False, "title": title, "subtitle": "", "slide": None}
    foot = {
        "source": [],
        "caveats": [],
        "notes": [],
        "notes_label": "",
        "method": False,
        "files": [],
        "state": {},
        "stem": "neet",
        "as_of": "",
    }
    return parts | {
        "choice": Part.of({"choice": choice or {}, "switch": switch}),
        "head": Part.of(head),
        "foot": Part.of({"foot": foot}),
        "words": words_part("en"),
    }
