"""Charts as SVG: for files, slides as HTML, shared pictures and the first view of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import (
    DIAMOND,
    FONT_SIZE,
    MIDDLE,
    Area,
    Box,
    Dot,
    Drawing,
    Inset,
    Piece,
    Region,
    Shape,
    Stroke,
    Words,
)
from pages.parts.charts.marks import Mark
from pages.parts.charts.theme import LIGHT, dash_lengths

FAMILY = "Inter, 'Noto Sans', sans-serif"
HATCH_SIZE = 7
HATCH_PATHS = {
    "no_data": "M-1 8L8 -1M-1 1L1 -1M6 8L8 6",
    "not_existing": "M0 0L7 7M0 7L7 0",
    "suppressed": "M2 2h1.4v1.4h-1.4zM5.5 5.5h1.4v1.4h-1.4z",
}
_ILLEGAL = {code: None for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))}


def draw_svg(
    mark: Mark,
    lang: str,
    width: float,
    palette: Mapping[str, str] | None = LIGHT,
    scale: float = 1,
    *,
    title: str = "",
    description: str = "",
) -> str:
    """Return a mark as an SVG element of a width in pixels, enlarged by `scale`.

    Without a palette colours are CSS variables (`--sdg-ink`), so that a page can change its theme. `title` and
    `description` are what a screen reader says.
    """
    return write_svg(draw(mark, lang, width), palette, scale, title=title, description=description)


def write_svg(
    drawing: Drawing,
    palette: Mapping[str, str] | None = LIGHT,
    scale: float = 1,
    *,
    title: str = "",
    description: str = "",
) -> str:
    """Return a drawing as an SVG element."""
    writer = _Writer(palette)
    body = "".join(map(writer.written, drawing.shapes))
    size = f'viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}"'
    size += f' width="{_number(drawing.width * scale)}" height="{_number(drawing.height * scale)}"'
    named = "".join(
        f"<{tag}>{escape(_legal(words))}</{tag}>" for tag, words in (("title", title), ("desc", description)) if words
    )
    # Patterns are found by name in the whole document that an element stands in.
    own = f"h{crc32(body.encode()):08x}-"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FAMILY}" font-size="13">'
        f"{named}{writer.patterns(own)}{body.replace('url(#', f'url(#{own}')}</svg>"
    )


class _Writer:
    """Writes shapes in the colours of one palette."""

    def __init__(self, palette: Mapping[str, str] | None) -> None:
        self.palette = palette
        self.hatches: set[str] = set()

    def written(self, shape: Shape) -> str:
        return _WRITE[type(shape)](self, shape)

    def colour(self, token: str) -> str:
        return self.palette[token] if self.palette else f"var(--sdg-{token})"

    def patterns(self, own: str) -> str:
        made = "".join(self._pattern(own, kind) for kind in sorted(self.hatches))
        return f"<defs>{made}</defs>" if made else ""

    def _pattern(self, own: str, kind: str) -> str:
        ground, ink = self.colour("nodata"), self.colour("hatch")
        look = f'fill="{ink}"' if kind == "suppressed" else f'stroke="{ink}" stroke-width="1"'
        return (
            f'<pattern id="{own}{kind}" width="{HATCH_SIZE}" height="{HATCH_SIZE}" patternUnits="userSpaceOnUse">'
            f'<rect width="{HATCH_SIZE}" height="{HATCH_SIZE}" fill="{ground}"/>'
            f'<path d="{HATCH_PATHS[kind]}" {look}/></pattern>'
        )

    def fill(self, token: str | None, hatch: str | None) -> str:
        if hatch:
            self.hatches.add(hatch)
            return f'fill="url(#{hatch})"'
        return f'fill="{self.colour(token)}"' if token else 'fill="none"'

    def pen(self, token: str | None, width: float) -> str:
        return f' stroke="{self.colour(token)}" stroke-width="{_number(width)}"' if token and width else ""

    def box(self, shape: Box) -> str:
        place = f'x="{_number(shape.x)}" y="{_number(shape.y)}"'
        size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
        look = f"{self.fill(shape.fill, shape.hatch)}{self.pen(shape.outline, shape.outline_width)}"
        return f"<rect{_key(shape.key)} {place} {size} {look}/>"

    def stroke(self, shape: Stroke) -> str:
        ways = "".join("M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in part) for part in shape.parts)
        lengths = " ".join(map(_number, dash_lengths(shape.colour, shape.dash, shape.width, self.palette)))
        dashed = f' stroke-dasharray="{lengths}"' if lengths else ""
        look = f'fill="none"{self.pen(shape.colour, shape.width)} stroke-linejoin="round"{dashed}'
        return f'<path{_key(shape.key)} d="{ways}" {look}/>'

    def area(self, shape: Area) -> str:
        way = "L".join(f"{_number(x)} {_number(y)}" for x, y in shape.points)
        look = f"{self.fill(shape.fill, None)}{self.pen(shape.outline, shape.outline_width)}"
        return f'<path{_key(shape.key)} d="M{way}z" {look}/>'

    def dot(self, shape: Dot) -> str:
        look = f"{self.fill(shape.fill, None)}{self.pen(shape.outline, shape.outline_width)}"
        x, y, half = shape.x, shape.y, shape.size / 2
        if shape.shape == "circle":
            return f'<circle{_key(shape.key)} cx="{_number(x)}" cy="{_number(y)}" r="{_number(half)}" {look}/>'
        if shape.shape == "square":
            side = _number(shape.size)
            place = f'x="{_number(x - half)}" y="{_number(y - half)}"'
            return f'<rect{_key(shape.key)} {place} width="{side}" height="{side}" {look}/>'
        reach = half * DIAMOND
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        way = "L".join(f"{_number(at)} {_number(height)}" for at, height in corners)
        return f'<path{_key(shape.key)} d="M{way}z" {look}/>'

    def region(self, shape: Region) -> str:
        place = f"translate({_number(shape.x)} {_number(shape.y)}) scale({shape.scale:.4f})"
        pen = self.pen(shape.outline_colour, shape.outline_width / shape.scale)
        if shape.hatch:
            # A pattern would shrink with what it fills, so these ways are written in pixels.
            way = "".join(f"M{'L'.join(f'{_number(x)} {_number(y)}' for x, y in part)}z" for part in shape.ways())
            pen = self.pen(shape.outline_colour, shape.outline_width)
            return f'<path{_key(shape.key)} d="{way}" {self.fill(None, shape.hatch)}{pen} stroke-linejoin="round"/>'
        look = f'{self.fill(shape.fill, None)}{pen} stroke-linejoin="round"'
        return f'<path{_key(shape.key)} transform="{place}" d="{shape.outline.path}" {look}/>'

    def inset(self, shape: Inset) -> str:
        place = f"translate({_number(shape.x)} {_number(shape.y)})"
        return f'<g transform="{place}">{"".join(map(self.written, shape.drawing.shapes))}</g>'

    def words(self, shape: Words) -> str:
        place = f'x="{_number(shape.x)}" y="{_number(shape.y + shape.size * MIDDLE)}"'
        if shape.turned:
            place = f'transform="translate({_number(shape.x + shape.size * MIDDLE)} {_number(shape.y)}) rotate(-90)"'
        look = f' fill="{self.colour(shape.colour)}"'
        if shape.size != FONT_SIZE:
            look += f' font-size="{_number(shape.size)}"'
        if shape.anchor != "start":
            look += f' text-anchor="{shape.anchor}"'
        if shape.halo:
            look += f' paint-order="stroke" stroke="{self.colour(shape.halo)}" stroke-width="3" stroke-linejoin="round"'
        if len(shape.pieces) == 1 and shape.pieces[0].strong:
            look += ' font-weight="600"'
        return f"<text{_key(shape.key)} {place}{look}>{self._pieces(shape.pieces)}</text>"

    def _pieces(self, pieces: Any) -> str:
        if len(pieces) == 1:
            return escape(_legal(pieces[0].words))
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        look = ' font-weight="600"' if piece.strong else ""
        look += f' fill="{self.colour(piece.colour)}"' if piece.colour else ""
        words = escape(_legal(piece.words))
        return f"<tspan{look}>{words}</tspan>" if look else words


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _key(key: str) -> str:
    return f" data-key={quoteattr(key)}" if key else ""


def _legal(words: str) -> str:
    return words.translate(_ILLEGAL)


_WRITE: dict[type, Callable[[_Writer, Any], str]] = {
    Box: _Writer.box,
    Stroke: _Writer.stroke,
    Area: _Writer.area,
    Dot: _Writer.dot,
    Region: _Writer.region,
    Words: _Writer.words,
    Inset: _Writer.inset,
}
