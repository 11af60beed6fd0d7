"""What every kind of mark looks like as shapes and as native objects, for a person who has seen the picture.

`python -m tests.charts.golden` writes `golden/<mark>.txt` anew; whoever does so looks at the pictures that
`python -m tests.charts.golden FOLDER` draws beside it, and reads the difference. Places are whole pixels (in PowerPoint
tenths of a millimetre), so that a wrong margin, order, colour, size or label shows, and nothing smaller.
"""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Drawing, Inset, Outline, Piece
from pages.parts.charts.marks import Mark
from pages.parts.charts.pdf import draw_pdf
from pages.parts.charts.png import write_png
from pages.parts.charts.pptx import add_mark
from pages.parts.charts.pptx_sketch import Box
from pages.parts.charts.svg import write_svg
from tests.browser.marks import ALL

FOLDER = Path(__file__).with_name("golden")
# A screen in English, a phone in Kazakh, whose words are longer.
SHEETS = (("en", 880), ("kk", 380))
PAGE = Box(40, 134, 880, 341)
TENTH_OF_A_MILLIMETRE = 3600


def seen(name: str) -> str:
    """Return what a mark looks like: on both sheets, and on a page of PowerPoint."""
    sheets = [f"{lang} {width}\n" + "\n".join(shapes(draw(ALL[name](lang), lang, width))) for lang, width in SHEETS]
    return "\n\n".join([*sheets, "pptx\n" + "\n".join(native(ALL[name]("en"))), *written(name)]) + "\n"


def written(name: str) -> Iterator[str]:
    """Yield digests of what the writers make of the shapes: who finds one changed looks at the picture."""
    drawing = draw(ALL[name]("en"), "en", 880)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(drawing.width, drawing.height), invariant=1, pageCompression=0)
    draw_pdf(canvas, drawing, 0, drawing.height)
    canvas.showPage()
    canvas.save()
    pages = re.findall(rb"stream\n(.*?)endstream", buffer.getvalue(), flags=re.DOTALL)
    yield f"pdf {_digest(str([page for page in pages if b' Tf ' in page or b' re ' in page]))}"
    yield f"svg {_digest(write_svg(drawing, title='Title', description='Description'))}"


def shapes(drawing: Drawing) -> Iterator[str]:
    """Yield a line for each shape, in their order."""
    yield f"sheet {drawing.width:.0f} {drawing.height:.0f}"
    for shape in drawing.shapes:
        if isinstance(shape, Inset):
            yield f"Inset {_plain(shape.x)} {_plain(shape.y)}"
            yield from shapes(shape.drawing)
        else:
            yield " ".join([type(shape).__name__, *filter(None, map(_plain, shape))])


def native(mark: Mark) -> Iterator[str]:
    """Yield a line for each object of the group that a mark becomes, the looks of a chart as a digest."""
    page = Presentation()
    group = add_mark(
        page.slides.add_slide(page.slide_layouts[6]).shapes, mark, PAGE, "en", name="Name", summary="Words"
    )
    for shape in group.shapes:
        place = [round(side / TENTH_OF_A_MILLIMETRE) for side in (shape.left, shape.top, shape.width, shape.height)]
        words = shape.text_frame.text if shape.has_text_frame else ""
        looks = shape.chart._chartSpace.xml if shape.has_chart else shape._element.xml
        values = (
            [list(series.values) for plot in shape.chart.plots for series in plot.series] if shape.has_chart else ""
        )
        yield " ".join(map(str, filter(None, [shape.name, *place, words, values, _digest(looks)])))


def _plain(value: Any) -> str:
    if isinstance(value, float | int):
        return f"{value:.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.1f}"
    if isinstance(value, Piece):
        return f"{value.words}{'*' if value.strong else ''}{value.colour or ''}"
    if isinstance(value, Outline):
        return f"outline of {sum(map(len, value.parts))}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        many = len(value) > 6 and not isinstance(value[0], Sequence)
        return f"[{', '.join(map(_plain, value))}]" if not many else f"[{len(value)}]"
    return str(value or "")


def _digest(looks: str) -> str:
    return hashlib.sha256(looks.encode()).hexdigest()[:8]


def main() -> None:
    """Write what marks look like now, or draw them in a folder to be looked at."""
    for name, mark in ALL.items():
        if len(sys.argv) > 1:
            for lang, width in SHEETS:
                picture = write_png(write_svg(draw(mark(lang), lang, width)), 1.5)
                (Path(sys.argv[1]) / f"{name}-{lang}.png").write_bytes(picture)
        else:
            (FOLDER / f"{name}.txt").write_text(seen(name), encoding="utf-8")


if __name__ == "__main__":
    main()
