"""How many of each part every row counts, as shapes: bars of parts from zero, the words of the parts over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pages.parts.charts.axis import fitted, text_width
from pages.parts.charts.drawing import SMALL, Box, Drawing
from pages.parts.charts.marks import Tally
from pages.parts.charts.named_rows import name_room
from pages.parts.charts.theme import MEANINGS

NAME_GAP, AXIS_GAP, RIGHT, BOTTOM, LINE_STEP = 16, 8, 8, 6, 15
# A bar and the number over it, as parts of a row.
BAR, BAR_DOWN, NUMBER_DOWN = 0.42, 0.44, 0.26
WORDS_ROW, WORDS_GAP, SWATCH, SWATCH_GAP, WORDS_EDGE = 20, 26, 11, 6, 8


class Entry(NamedTuple):
    """The words of a part, their left edge and the line that they stand on."""

    part: str
    words: str
    x: float
    line: int


def draw_tally(mark: Tally, lang: str, width: float) -> Drawing:
    """The counts of a mark, the first name on top."""
    counts = counts_of(mark)
    entries = entries_of({part: words for part, words in mark.parts.items() if has_part(counts, part)}, width)
    top = WORDS_EDGE + WORDS_ROW * (1 + max((entry.line for entry in entries), default=0))
    drawing = Drawing(width, top + mark.row * len(counts) + BOTTOM)
    labels = [_halves(mark.names[key], name_room(width) - NAME_GAP) for key in counts]
    left = min(text_width([line for lines in labels for line in lines]) + NAME_GAP, name_room(width))
    for entry in entries:
        middle = WORDS_ROW * (entry.line + 0.5)
        swatch = (entry.x, middle - SWATCH / 2, SWATCH, SWATCH)
        drawing.add(Box(*swatch, MEANINGS[mark.meanings[entry.part]][0], key=entry.part))
        drawing.write(entry.x + SWATCH + SWATCH_GAP, middle, entry.words, size=SMALL, key=entry.part)
    unit = (width - left - RIGHT) / largest(counts)
    for place, (key, parts) in enumerate(counts.items()):
        y = top + mark.row * place
        middle = y + mark.row * (BAR_DOWN + BAR / 2)
        for line, words in enumerate(labels[place]):
            down = LINE_STEP * (line - (len(labels[place]) - 1) / 2)
            drawing.write(left - AXIS_GAP, middle + down, words, anchor="end", key=key)
        x = left
        for part, count in parts.items():
            colour = MEANINGS[mark.meanings[part]][0]
            place_key = f"{key}|{part}"
            bar = (x, y + mark.row * BAR_DOWN, unit * count, mark.row * BAR)
            drawing.add(Box(*bar, colour, "paper", 1.5, key=place_key))
            number = (x + unit * count / 2, y + mark.row * NUMBER_DOWN, str(count))
            drawing.write(*number, size=SMALL, anchor="middle", strong=True, key=place_key)
            x += unit * count
    return drawing


def counts_of(mark: Tally) -> dict[str, dict[str, int]]:
    """The counts of each name by part, parts in their order, those that count nothing left out."""
    rows = {(row[0], row[1]): int(row[2]) for row in zip(*(mark.rows[name] for name in _columns(mark)), strict=True)}
    held = {key for key, _ in rows}
    return {
        key: {part: count for part in mark.parts if (count := rows.get((key, part), 0))}
        for key in mark.names
        if key in held
    }


def has_part(counts: Mapping[str, Mapping[str, int]], part: str) -> bool:
    """Whether any row counts a part."""
    return any(part in parts for parts in counts.values())


def largest(counts: Mapping[str, Mapping[str, int]]) -> int:
    """How much the longest bar counts."""
    return max((sum(parts.values()) for parts in counts.values()), default=1)


def entries_of(parts: Mapping[str, str], width: float) -> Sequence[Entry]:
    """The words of the parts beside each other; what finds no room goes on in the next line."""
    made: list[Entry] = []
    x, line = 0.0, 0
    for part, words in parts.items():
        room = SWATCH + SWATCH_GAP + text_width([words], SMALL)
        if x and x + room > width:
            x, line = 0.0, line + 1
        made.append(Entry(part, words, x, line))
        x += room + WORDS_GAP
    return made


def _halves(name: str, room: float) -> list[str]:
    """A name that is too long in two lines, cut at the space nearest to its middle."""
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if text_width([name]) <= room or not spaces:
        return [fitted(name, room)]
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return [fitted(name[:middle], room), fitted(name[middle + 1 :], room)]


def _columns(mark: Tally) -> tuple[str, str, str]:
    return mark.by, mark.part, mark.value
