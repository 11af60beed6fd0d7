"""A slide's figure on a PDF page as vectors: the traces, marks and words of the screen, drawn without a browser.

Only what slides use is known: lines, markers, filled outlines, words and horizontal bars; lines and boxes as shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from pages.parts.deck.pdf_axes import Axis, Box, axes_of, draw_axes, place
from pages.parts.deck.pdf_text import draw_words

DASHES = {"dot": (1.5, 2.5), "dash": (5, 3)}
PLAIN_FONT = {"size": 13.5, "color": "#1B2733"}

# Which part of words lies at the point of a text trace.
ANCHORS = {"middle right": "left", "middle left": "right"}


def draw_figure(canvas: Canvas, figure: Mapping[str, Any], left: float, bottom: float) -> None:
    """Draw a figure with plain colours, its lower left corner at a point of the page."""
    layout = figure["layout"]
    margin = layout["margin"]
    box = Box(
        left + margin["l"],
        bottom + margin["b"],
        layout["width"] - margin["l"] - margin["r"],
        layout["height"] - margin["t"] - margin["b"],
    )
    axes = axes_of(layout, box)
    canvas.saveState()
    for shape in layout.get("shapes", []):
        if shape.get("layer") == "below":
            _shape(canvas, shape, axes, box)
    draw_axes(canvas, layout, axes, box)
    stacked: dict[float, float] = {}
    for trace in figure["data"]:
        if trace.get("type") == "bar":
            _bars(canvas, trace, axes, stacked if layout.get("barmode") == "stack" else None)
        else:
            _scatter(canvas, trace, axes)
    for shape in layout.get("shapes", []):
        if shape.get("layer") != "below":
            _shape(canvas, shape, axes, box)
    for words in layout.get("annotations", []):
        _annotation(canvas, words, axes, box, layout["font"])
    canvas.restoreState()


def _scatter(canvas: Canvas, trace: Mapping[str, Any], axes: Mapping[str, Axis]) -> None:
    x, y = axes[trace.get("xaxis", "x")], axes[trace.get("yaxis", "y")]
    points = [
        None if a is None or b is None else (x.at(a), y.at(b)) for a, b in zip(trace["x"], trace["y"], strict=True)
    ]
    if trace.get("fill") == "toself":
        _outline(canvas, trace, points)
        return
    if "lines" in trace["mode"]:
        _line(canvas, trace, points)
    if "markers" in trace["mode"]:
        _markers(canvas, trace["marker"], points)
    if trace["mode"] == "text":
        colours = trace["textfont"]["color"]
        for index, (point, words) in enumerate(zip(points, trace["text"], strict=True)):
            colour = colours[index] if isinstance(colours, list) else colours
            anchor = ANCHORS.get(trace.get("textposition"), "center")
            draw_words(canvas, words, *point, {"size": trace["textfont"]["size"], "color": colour}, anchor=anchor)


def _line(canvas: Canvas, trace: Mapping[str, Any], points: Sequence[tuple[float, float] | None]) -> None:
    path, joined = canvas.beginPath(), False
    for point in points:
        if point is not None:
            (path.lineTo if joined else path.moveTo)(*point)
        joined = point is not None
    _pen(canvas, trace["line"])
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=1, fill=0)


def _outline(canvas: Canvas, trace: Mapping[str, Any], points: Sequence[tuple[float, float] | None]) -> None:
    path, joined = canvas.beginPath(), False
    for point in [*points, None]:
        if point is not None:
            (path.lineTo if joined else path.moveTo)(*point)
        elif joined:
            path.close()
        joined = point is not None
    _pen(canvas, trace["line"])
    canvas.setFillColor(HexColor(trace["fillcolor"]))
    canvas.drawPath(path, stroke=1, fill=1, fillMode=0)


def _markers(canvas: Canvas, marker: Mapping[str, Any], points: Sequence[tuple[float, float] | None]) -> None:
    edge = marker.get("line", {})
    for index, point in enumerate(points):
        if point is None:
            continue
        radius = _one(marker["size"], index) / 2
        width = _one(edge.get("width", 0), index)
        canvas.setFillColor(HexColor(_one(marker["color"], index)))
        if width:
            _pen(canvas, {"color": _one(edge["color"], index), "width": width})
        if _one(marker.get("symbol", "circle"), index) == "diamond":
            _diamond(canvas, *point, radius * 1.25, bool(width))
        else:
            canvas.circle(*point, radius, stroke=int(bool(width)), fill=1)


def _diamond(canvas: Canvas, x: float, y: float, radius: float, edged: bool) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y + radius)
    for dx, dy in ((radius, 0), (0, -radius), (-radius, 0)):
        path.lineTo(x + dx, y + dy)
    path.close()
    canvas.drawPath(path, stroke=int(edged), fill=1)


def _bars(
    canvas: Canvas, trace: Mapping[str, Any], axes: Mapping[str, Axis], stacked: dict[float, float] | None
) -> None:
    x, y = axes[trace.get("xaxis", "x")], axes[trace.get("yaxis", "y")]
    thickness = abs(y.at(trace["width"]) - y.at(0))
    for index, (value, row) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        start = stacked.get(row, 0) if stacked is not None else 0
        low, high = sorted((x.at(start), x.at(start + value)))
        if stacked is not None:
            stacked[row] = start + value
        edge = trace["marker"].get("line", {})
        if edge.get("width") and isinstance(edge["color"], str):
            _pen(canvas, edge)
        canvas.setFillColor(HexColor(_one(trace["marker"]["color"], index)))
        canvas.rect(low, y.at(row) - thickness / 2, high - low, thickness, stroke=int(bool(edge.get("width"))), fill=1)
        words = trace.get("text", [""] * (index + 1))[index]
        if words and trace["textposition"] == "outside":
            draw_words(canvas, words, high + 4, y.at(row), trace["textfont"], anchor="left")
        elif words:
            draw_words(canvas, words, (low + high) / 2, y.at(row), trace["textfont"])


def _shape(canvas: Canvas, shape: Mapping[str, Any], axes: Mapping[str, Axis], box: Box) -> None:
    xs = [_end(shape, "x", end, axes, box) for end in ("x0", "x1")]
    ys = [_end(shape, "y", end, axes, box) for end in ("y0", "y1")]
    width = shape.get("line", {}).get("width", 2)
    if width:
        _pen(canvas, shape["line"])
    if shape["type"] == "line":
        canvas.line(xs[0], ys[0], xs[1], ys[1])
        return
    if shape.get("fillcolor"):
        canvas.setFillColor(HexColor(shape["fillcolor"]))
    canvas.rect(
        min(xs),
        min(ys),
        abs(xs[1] - xs[0]),
        abs(ys[1] - ys[0]),
        stroke=int(bool(width)),
        fill=int(bool(shape.get("fillcolor"))),
    )


def _end(shape: Mapping[str, Any], axis: str, end: str, axes: Mapping[str, Axis], box: Box) -> float:
    reference = shape.get(f"{axis}ref", axis)
    if shape.get(f"{axis}sizemode") == "pixel":
        return place(shape[f"{axis}anchor"], reference, axis, axes, box) + shape[end]
    return place(shape[end], reference, axis, axes, box)


def _annotation(
    canvas: Canvas, words: Mapping[str, Any], axes: Mapping[str, Axis], box: Box, font: Mapping[str, Any]
) -> None:
    x = place(words["x"], words.get("xref", "x"), "x", axes, box) + words.get("xshift", 0)
    y = place(words["y"], words.get("yref", "y"), "y", axes, box) + words.get("yshift", 0)
    draw_words(
        canvas,
        words["text"],
        x,
        y,
        {**font, **words.get("font", {})},
        anchor=words.get("xanchor", "center"),
        vertical=words.get("yanchor", "middle"),
        plate=words.get("bgcolor"),
    )


def _pen(canvas: Canvas, line: Mapping[str, Any]) -> None:
    canvas.setStrokeColor(HexColor(line.get("color", "#1B2733")))
    canvas.setLineWidth(line.get("width", 1))
    canvas.setDash(*([list(DASHES[line["dash"]])] if line.get("dash") in DASHES else [[]]))


def _one(value: Any, index: int) -> Any:
    return value[index] if isinstance(value, list) else value
