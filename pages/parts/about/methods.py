"""How each method judges progress: its classes from best to worst, with and without a numeric target."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from pages.parts.words.language import MISSING, NO_BREAK_SPACE, format_number, format_value, text
from pages.parts.words.method_pages import METHOD_PAGES

# A cut point of a class: the sign before it, its value, and how it is written: ratio, percent, points or pace.
Cut = tuple[str, float, str]


@dataclass(frozen=True)
class Method:
    """One method: the lower (or, for a remaining gap, upper) bounds of its classes, best first."""

    code: str
    with_target: tuple[Cut, ...]
    without: tuple[Cut, ...] = ()


def _ratio(*bounds: float) -> tuple[Cut, ...]:
    return (*(("≥", bound, "ratio") for bound in bounds), ("<", bounds[-1], "ratio"))


def _growth(*bounds: float) -> tuple[Cut, ...]:
    return (*(("≥", bound, "percent") for bound in bounds), ("<", bounds[-1], "percent"))


METHODS = (
    Method("open_sdg", _ratio(0.95, 0.60, 0), _growth(1.5, 0.5, 0)),
    Method("unsd2022", _ratio(0.95, 0.50, -0.10), _growth(1, 0.5, -1)),
    Method("un2023", _ratio(0.95, 0.10), _growth(2, 0.5)),
    Method(
        "eurostat",
        _ratio(0.95, 0.60, 0),
        (("≥", 1, "percent"), (">", 0, "percent"), ("=", 0, "percent"), (">", -1, "percent"), ("≤", -1, "percent")),
    ),
    Method("escap_csi", (("=", 10, "points"), ("≥", 0, "pace"), ("≥", 0, "points"), ("<", 0, "points"))),
    Method("escap_api", (("≤", 10, "percent"), ("≤", 100, "percent"), (">", 100, "percent"))),
    Method("sdsn", _ratio(1, 0.50, 0)),
)
COLUMNS = ("method", "measure", "with_target", "without")


def methods_table(lang: str) -> str:
    """Return the methods in HTML, the default first, each linked to its own documentation."""
    head = "".join(f'<th scope="col">{escape(text(f"about.methods_{name}", lang))}</th>' for name in COLUMNS)
    body = "".join(_row(method, lang) for method in METHODS)
    return scrolled(f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>", text("about.section_progress", lang))


def scrolled(rows: str, label: str) -> str:
    """Return the rows as a table that a narrow window scrolls sideways, by keyboard too."""
    return (
        f'<div class="about-scroll" tabindex="0" role="region" aria-label="{escape(label)}"><table>{rows}</table></div>'
    )


def _row(method: Method, lang: str) -> str:
    name = escape(text(f"snapshot.method_{method.code}", lang))
    default = f"<small>{escape(text('about.methods_default', lang))}</small>" if method is METHODS[0] else ""
    measure = escape(text(f"about.measure_{method.code}", lang))
    cuts = "".join(f'<td class="cuts">{_cuts(classes, lang)}</td>' for classes in (method.with_target, method.without))
    return (
        f'<tr><th scope="row"><a href="{METHOD_PAGES[method.code]}" target="_blank" rel="noopener noreferrer">'
        f"{name}</a>{default}</th><td>{measure}</td>{cuts}</tr>"
    )


def _cuts(cuts: tuple[Cut, ...], lang: str) -> str:
    return "".join(f'<span class="cut">{_cut(*cut, lang)}</span>' for cut in cuts) or MISSING


def _cut(sign: str, bound: float, kind: str, lang: str) -> str:
    whole = bound == int(bound)
    if kind == "pace":
        written = text("about.methods_pace", lang)
    elif kind == "percent":
        written = format_value(bound, "PT", 0 if whole else 1, lang)
    else:
        written = format_number(bound, 0 if whole else 2, lang)
    return f"{escape(sign)}{NO_BREAK_SPACE}{escape(written)}"
