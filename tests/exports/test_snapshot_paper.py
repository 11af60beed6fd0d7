"""The small drawings of the printed page, stroke by stroke, as they were when a person saw them."""

from __future__ import annotations

import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from pages.parts.snapshot.marks import STATUSES
from pages.parts.snapshot.pdf_marks import GoalTile, Ruler, Sparkline, draw_shape

GOLDEN = Path(__file__).with_name("snapshot_paper.txt")
TREND = ((2015, 4.0, 0), (2016, 3.5, 0), (2018, 3.0, 0), (2020, 2.0, 1), (2021, 2.5, 1))
ROW = SimpleNamespace(trend=TREND, baseline_year=2015, latest_year=2021, target_value=1.5)
EARLY = SimpleNamespace(trend=TREND[:2], baseline_year=None, latest_year=2016, target_value=None)


def strokes(draw: object) -> str:
    """What a drawing writes on a page, a stroke a line."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(100, 40), invariant=1, pageCompression=0)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return re.search(rb"stream\n(.*?)endstream", buffer.getvalue(), re.DOTALL)[1].decode("latin-1").strip()


def grey(drawing: str) -> str:
    """A drawing in which a colour is ink or paper: full and hollow shapes still differ."""
    inked = re.sub(r"(?<![\d.])1 1 1 (rg|RG)", r"paper \1", drawing)
    return re.sub(r"[\d.]+ [\d.]+ [\d.]+ (rg|RG)", r"ink \1", inked)


def flowing(flowable: Flowable) -> object:
    """A drawing that finds its place by itself."""

    def draw(canvas: Canvas) -> None:
        flowable.wrap(80, 30)
        flowable.drawOn(canvas, 5, 5)

    return draw


DRAWINGS = {
    **{f"status {status}": lambda canvas, status=status: draw_shape(canvas, status, 5, 5, 16) for status in STATUSES},
    **{f"ruler {score}": flowing(Ruler(score)) for score in (-5, 0.6, 5)},
    "trend with target": flowing(Sparkline(ROW, 80, 20)),
    "trend of two years": flowing(Sparkline(EARLY, 80, 20)),
    "goal": flowing(GoalTile(5, "#FF3A21", "white", "Helvetica")),
}


def written() -> str:
    return "".join(f"{name}\n{strokes(draw)}\n\n" for name, draw in DRAWINGS.items())


def test_small_drawings_look_as_a_person_has_seen_them() -> None:
    """Written anew by `python -m tests.exports.test_snapshot_paper`."""
    assert written() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(("status", "other"), [(a, b) for a in STATUSES for b in STATUSES if a < b])
def test_no_two_statuses_are_drawn_alike_even_without_colour(status: str, other: str) -> None:
    one, two = (grey(strokes(DRAWINGS[f"status {drawn}"])) for drawn in (status, other))
    assert one != two


if __name__ == "__main__":
    GOLDEN.write_text(written(), encoding="utf-8")
