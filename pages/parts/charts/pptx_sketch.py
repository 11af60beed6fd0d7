"""Words, rules, plates and outlines beside a native chart, as shapes of one group.

They are written as XML and parsed once: asked for shape by shape, the library takes fifty times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from pages.parts.charts.theme import LIGHT

FONT = "Arial"
TEXT, SMALL = 12.5, 12
Align = Literal["l", "ctr", "r"]
# A hatch for each kind of missing value.
HATCHES = {"no_data": "wdUpDiag", "not_existing": "diagCross", "suppressed": "dotGrid"}


@dataclass(frozen=True)
class Box:
    """A place on a slide in points, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """The place as an office file writes it."""
        return Pt(self.left), Pt(self.top), Pt(self.width), Pt(self.height)

    def within(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Box:
        """The box less a margin on each side."""
        return Box(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)

    def x(self, value: float, low: float, high: float) -> float:
        """Where a value of a scale lies from left to right."""
        return self.left + self.width * (value - low) / (high - low)

    def y(self, value: float, low: float, high: float) -> float:
        """Where a value of a scale lies from below to above."""
        return self.bottom - self.height * (value - low) / (high - low)


@dataclass(frozen=True)
class Edge:
    """The line around a shape, or a rule: colour token and width in points."""

    token: str
    width: float = 1.0
    dotted: bool = False


@dataclass(frozen=True)
class Type:
    """How words are set: size in points, colour token, weight, side, and whether they may take a second line."""

    size: float = SMALL
    token: str = "ink"
    strong: bool = False
    align: Align = "l"
    wrap: bool = False


class Sketch:
    """A group of shapes on a page, in the order in which they are drawn, the last on top."""

    def __init__(self, group: Any) -> None:
        self.group = group
        self._written: list[str] = []

    def write(self, words: str, box: Box, look: Type) -> None:
        """Write words into a box, in the middle of its height; a new line for each line of the words."""
        self.plate(box, None, words=words, look=look, name=words)

    def rule(self, start: tuple[float, float], end: tuple[float, float], edge: Edge) -> None:
        """Draw a straight line from left to right or from above to below."""
        frame = _frame(Box(*start, end[0] - start[0], end[1] - start[1]))
        self._written.append(
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{self._number()}" name="—"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
            f'<p:spPr>{frame}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{_line(edge)}</p:spPr></p:cxnSp>'
        )

    def plate(
        self,
        box: Box,
        fill: str | None,
        edge: Edge | None = None,
        *,
        words: str = "",
        look: Type | None = None,
        name: str = "",
        said: str = "",
        form: str = "rect",
        path: str | None = None,
    ) -> None:
        """Draw a shape of a form (or a `path`) with a fill token, a hatch or none, with words in its middle.

        `name` and `said` are what the office program calls the shape and reads out for it.
        """
        about = f'id="{self._number()}" name={quoteattr(name or "▪")} descr={quoteattr(said)}'
        shape = path or f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        self._written.append(
            f"<p:sp><p:nvSpPr><p:cNvPr {about}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{_frame(box)}{shape}{_fill(fill)}{_line(edge)}</p:spPr>{_words(words, look or Type())}</p:sp>"
        )

    def chart(self, kind: Any, data: Any, box: Box) -> Any:
        """Add a native chart on top of what is drawn so far and return it."""
        self.finish()
        return self.group.shapes.add_chart(kind, *box.emu, data).chart

    def finish(self) -> None:
        """Put what is written into the group."""
        made = parse_xml(f"<p:grpSp {nsdecls('p', 'a')}>{''.join(self._written)}</p:grpSp>")
        self.group._element.extend(list(made))
        self.group._element.recalculate_extents()
        self._written = []

    def _number(self) -> int:
        return self.group.shapes._next_shape_id + len(self._written)


def custom_path(path: str) -> str:
    """The geometry of a freeform shape from its path."""
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{path}</a:pathLst></a:custGeom>"
    )


def _frame(box: Box) -> str:
    left, top, width, height = (int(size) for size in box.emu)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _fill(fill: str | None) -> str:
    if fill is None:
        return "<a:noFill/>"
    if fill not in HATCHES:
        return f"<a:solidFill>{_colour(fill)}</a:solidFill>"
    inks = f"<a:fgClr>{_colour('hatch')}</a:fgClr><a:bgClr>{_colour('nodata')}</a:bgClr>"
    return f'<a:pattFill prst="{HATCHES[fill]}">{inks}</a:pattFill>'


def _line(edge: Edge | None) -> str:
    if edge is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDot"/>' if edge.dotted else ""
    return f'<a:ln w="{Pt(edge.width)}"><a:solidFill>{_colour(edge.token)}</a:solidFill>{dash}<a:round/></a:ln>'


def _words(words: str, look: Type) -> str:
    style = f'<a:solidFill>{_colour(look.token)}</a:solidFill><a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
    about = f'sz="{round(look.size * 100)}" b="{int(look.strong)}"'
    lines = "".join(
        f'<a:p><a:pPr algn="{look.align}"/><a:r><a:rPr {about}>{style}</a:rPr><a:t>{escape(line)}</a:t></a:r></a:p>'
        for line in words.split("\n")
        if line
    )
    wrap = "square" if look.wrap else "none"
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f"{lines or '<a:p><a:endParaRPr/></a:p>'}</p:txBody>"
    )


def _colour(token: str) -> str:
    return f'<a:srgbClr val="{LIGHT[token].removeprefix("#")}"/>'
