"""What the browser works out and what files are made of come from twins in two languages: they must never differ."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from pages.parts.charts import axis
from pages.parts.charts.classes import Classes, word_token
from pages.parts.charts.draw import draw
from pages.parts.charts.drawing import Words
from pages.parts.charts.theme import DASHES, MEANINGS, THEMES, meanings_of
from pages.parts.words.language import LANGUAGES, format_change, format_number, format_value, number_words, units
from queries.rows import Chosen, Filter, Fixed, Newest, Rows, Within, cut
from tests.browser import marks
from tests.browser.modules import called

DICE = random.Random(20241024)
WIDTH = 880
# How far words may stand from where the file has them: halves of pixels add up in the browser's own lines of text.
ALONG, DOWN = 3, 3


def by_pairs(page: Page, module: str, name: str, calls: list[list[Any]]) -> list[Any]:
    """What a function returns for each of many lists of arguments."""
    return page.evaluate(
        """async ([module, name, calls]) => {
          const from = await import(module);
          return calls.map((values) => from[name](...values));
        }""",
        [f"/chart/{module}.js", name, calls],
    )


# --- cut -----------------------------------------------------------------------------------------------------------


def some_rows() -> Rows:
    count = DICE.randint(0, 40)
    return Rows(
        {
            "ref_area": [DICE.choice(["KZ", "KZ-43", "KZ-47", "KZ-75"]) for _ in range(count)],
            "sex": [DICE.choice(["_T", "F", "M"]) for _ in range(count)],
            "time_period": [DICE.randint(2015, 2023) for _ in range(count)],
            "obs_value": [DICE.choice([None, 4.6, 6.0]) for _ in range(count)],
        }
    )


def some_filters() -> list[Filter]:
    kinds: list[Filter] = [
        Fixed("sex", tuple(DICE.sample(["_T", "F", "M"], DICE.randint(1, 2)))),
        Chosen("ref_area", "area", DICE.choice([(), ("KZ",)])),
        Within("time_period", "years"),
        Newest("time_period", "year", DICE.choice([None, ("ref_area", "KZ"), ("ref_area", "KZ-43")])),
    ]
    return DICE.sample(kinds, DICE.randint(0, 4))


def some_choice() -> dict[str, tuple[Any, ...]]:
    choice: dict[str, tuple[Any, ...]] = {
        "area": tuple(DICE.sample(["KZ-43", "KZ-47", "KZ-75"], DICE.randint(0, 3))),
        "years": DICE.choice([(), tuple(sorted(DICE.choices(range(2014, 2025), k=2)))]),
        "year": DICE.choice([(), (DICE.randint(2013, 2024),)]),
    }
    return {name: codes for name, codes in choice.items() if DICE.random() < 0.7}


def test_the_browser_cuts_the_rows_that_the_server_cuts(modules: Page) -> None:
    cases = [(some_rows(), some_filters(), some_choice()) for _ in range(400)]
    calls = [
        [{name: list(column) for name, column in rows.columns.items()}, marks.filters_sent(filters), choice]
        for rows, filters, choice in cases
    ]
    for (rows, filters, choice), found in zip(cases, by_pairs(modules, "cut", "cut", calls), strict=True):
        wanted = {name: list(column) for name, column in cut(rows, filters, choice).columns.items()}
        assert found == wanted, (filters, choice)


# --- axis ----------------------------------------------------------------------------------------------------------


def test_scales_are_the_same(modules: Page) -> None:
    sets = [[DICE.uniform(-1, 1) * 10 ** DICE.randint(-2, 6) for _ in range(DICE.randint(0, 5))] for _ in range(300)]
    sets += [[2.1, 8.7], [87.0, 93.0], [5.0, 5.0], [0.0], [-3.0, -2.9]]
    options = [{"zero": DICE.random() < 0.3, "wanted": DICE.choice([3, 5])} for _ in sets]
    found = by_pairs(
        modules, "axis", "valueRange", [[values, more] for values, more in zip(sets, options, strict=True)]
    )
    for values, more, ends in zip(sets, options, found, strict=True):
        wanted = axis.value_range(values, **more)
        assert ends == pytest.approx(wanted, rel=1e-12, abs=1e-12), values
    ranges = [list(axis.value_range(values)) for values in sets]
    for ends, ticks in zip(ranges, by_pairs(modules, "axis", "valueTicks", ranges), strict=True):
        assert ticks == pytest.approx(axis.value_ticks(*ends), rel=1e-12, abs=1e-12)
    spaced = [[axis.value_ticks(*ends), ends[2], DICE.uniform(10, 80) / ends[2], 40] for ends in ranges]
    for call, ticks in zip(spaced, by_pairs(modules, "axis", "spacedTicks", spaced), strict=True):
        assert ticks == pytest.approx(axis.spaced_ticks(*call), rel=1e-12, abs=1e-12)
    steps = [[ends[2]] for ends in ranges if ends[2] >= 1e-4]
    assert by_pairs(modules, "axis", "tickDecimals", steps) == [axis.tick_decimals(*step) for step in steps]


def test_years_on_axes_are_the_same(modules: Page) -> None:
    calls = [[first, first + span, most] for first in (1999, 2010, 2015) for span in range(0, 40) for most in (2, 5, 9)]
    assert by_pairs(modules, "axis", "yearTicks", calls) == [axis.year_ticks(*call) for call in calls]
    rooms = [[most, width] for most in (2, 9) for width in range(0, 900, 37)]
    assert by_pairs(modules, "axis", "mostYears", rooms) == [axis.most_years(*room) for room in rooms]


def test_labels_are_moved_apart_in_the_same_way(modules: Page) -> None:
    calls = [
        [[DICE.uniform(0, 300) for _ in range(DICE.randint(0, 8))], 0, 300, DICE.choice([17, 34])] for _ in range(200)
    ]
    for call, places in zip(calls, by_pairs(modules, "axis", "spread", calls), strict=True):
        assert places == pytest.approx(axis.spread(*call), abs=1e-9)
    margins = [[DICE.uniform(0, 250), DICE.uniform(300, 900), 2010, DICE.randint(2020, 2030), 2020] for _ in range(100)]
    for call, margin in zip(margins, by_pairs(modules, "axis", "labelMargin", margins), strict=True):
        assert margin == pytest.approx(list(axis.label_margin(*call)))


def test_words_at_breaks_stand_in_the_same_rows(modules: Page) -> None:
    calls = []
    for _ in range(200):
        places = sorted(DICE.uniform(0, 500) for _ in range(DICE.randint(0, 5)))
        calls.append([places, [DICE.uniform(20, 160) for _ in places], 0, 500])
    for call, rows in zip(calls, by_pairs(modules, "axis", "wordRows", calls), strict=True):
        assert [(item["row"], item["isLeft"]) for item in rows] == axis.word_rows(*call)


def test_words_are_as_wide_and_cut_at_the_same_letter(modules: Page) -> None:
    words = [name for lang in LANGUAGES for name in marks.names(lang).values()]
    words += [text for lang in LANGUAGES for text in number_words(lang)["words"].values()]
    sized = [[[word], size] for word in words for size in (11, 13)]
    assert by_pairs(modules, "axis", "textWidth", sized) == [axis.text_width(*call) for call in sized]
    rooms = [[word, room, 13] for word in words for room in (10, 40, 90, 200)]
    assert by_pairs(modules, "axis", "fitted", rooms) == [axis.fitted(*call) for call in rooms]


# --- numbers -------------------------------------------------------------------------------------------------------


def some_numbers() -> Iterator[float | None]:
    # Halves, where binary fractions and printed digits part ways.
    yield from (0, -0.0, 0.05, -0.04, 0.25, 0.35, 2.5, 3.5, 1.005, 2.675, 999.95, 1e-7, 4_076_629, -1234.5, 1e21, None)
    yield from (round(DICE.uniform(-1, 1) * 10 ** DICE.randint(0, 9), DICE.randint(0, 4)) for _ in range(300))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_are_written_as_in_files(lang: str, modules: Page) -> None:
    calls = [[value, decimals] for value in some_numbers() for decimals in (0, 1, 2)]
    wanted = [
        [
            format_number(value, decimals, lang),
            format_value(value, unit, decimals, lang),
            format_change(value, unit, decimals, lang),
        ]
        for (value, decimals), unit in zip(calls, sorted(units()) * 20, strict=False)
    ]
    found = modules.evaluate(
        """async ([language, calls, units]) => {
          const { Format } = await import('/chart/format.js');
          const format = new Format(language);
          return calls.map(([value, decimals], place) => [
            format.number(value, decimals),
            format.value(value, units[place], decimals),
            format.change(value, units[place], decimals),
          ]);
        }""",
        [{"lang": lang, **number_words(lang)}, calls, (sorted(units()) * 20)[: len(calls)]],
    )
    assert found == wanted


# --- colours -------------------------------------------------------------------------------------------------------


def test_keys_mean_the_same_colours(modules: Page) -> None:
    keys = ["KZ", "F", "M", "KZ-43", "KZ-47", "KZ-75", "KZ-71", "KZ-11", "rest", "a", "b", "c"]
    calls = []
    for _ in range(200):
        chosen = DICE.choice([None, DICE.sample(keys, DICE.randint(0, 8))])
        given = {key: "section:J" for key in DICE.sample(keys, DICE.randint(0, 2))}
        calls.append([DICE.sample(keys, DICE.randint(0, 12)), chosen, given, DICE.choice(["context", "quiet"])])
    assert by_pairs(modules, "theme", "meaningsOf", calls) == [meanings_of(*call) for call in calls]


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_meaning_is_one_colour_of_marks_and_one_of_words(name: str, modules: Page) -> None:
    found = modules.evaluate(
        """async ([name, meanings]) => {
          const { THEMES } = await import('/chart/theme.js');
          const theme = THEMES[name];
          return meanings.map((meaning) => [theme.mark(meaning), theme.text(meaning), theme.dash(meaning)]);
        }""",
        [name, list(MEANINGS)],
    )
    assert found == [[THEMES[name][mark], THEMES[name][words], "solid"] for mark, words in MEANINGS.values()]


def test_lines_are_dashed_where_grey_must_tell_them_apart(modules: Page) -> None:
    found = modules.evaluate(
        "async (meanings) => { const { Theme } = await import('/chart/theme.js'); const grey = new Theme('grey');"
        " return Object.fromEntries(meanings.map((one) => [one, grey.dash(one)])); }",
        list(MEANINGS),
    )
    assert found == {meaning: DASHES.get(meaning, "solid") for meaning in MEANINGS}


@pytest.mark.parametrize(
    "classes",
    [
        marks.JENKS,
        Classes((-7, -2, -1, -0.2, 0.2, 1, 2, 7), "diverging", "fixed"),
        Classes((0, 0.5, 0.9, 1.1, 1.5, 4), "balance", "fixed"),
    ],
)
def test_values_fall_into_the_same_classes(classes: Classes, modules: Page) -> None:
    values = [*classes.bounds, *(DICE.uniform(classes.bounds[0] - 1, classes.bounds[-1] + 1) for _ in range(100))]
    sent = {"bounds": list(classes.bounds), "palette": classes.palette, "scheme": classes.scheme}
    assert by_pairs(modules, "classes", "classOf", [[sent, value] for value in values]) == list(
        map(classes.number, values)
    )
    tokens = called(modules, "chart/classes.js", "tokensOf", sent)
    assert tokens == list(classes.tokens)
    assert by_pairs(modules, "classes", "wordToken", [[token] for token in tokens]) == list(map(word_token, tokens))


# --- places --------------------------------------------------------------------------------------------------------

WRITTEN = """async ([sent, language, width]) => {
  const modules = ['plot', 'figure', 'format'].map((name) => import(`/chart/${name}.js`));
  const [{ Plot }, { markOf }, { Format }] = await Promise.all(modules);
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px Inter`)));
  const holder = document.createElement('div');
  holder.style.width = `${width}px`;
  document.body.replaceChildren(holder);
  const plot = new Plot({ factor: () => 1, pick: () => {}, describedBy: 'none' });
  holder.append(plot.node);
  plot.show(markOf(sent.view, sent.rows, {}), new Format(language));
  await plot.draw();
  await new Promise((done) => setTimeout(done, 250));
  const box = plot.node.getBoundingClientRect();
  const lines = [...plot.node.querySelectorAll('svg text')].flatMap((text) => {
    const inside = [...text.querySelectorAll('tspan.line')];
    return inside.length ? inside : [text];
  });
  const words = lines.map((line) => {
    const { left, right, top, bottom } = line.getBoundingClientRect();
    const [start, end] = [left - box.left, right - box.left];
    return { text: line.textContent, start, middle: (start + end) / 2, end, down: (top + bottom) / 2 - box.top };
  });
  return { height: box.height, words: words.filter(({ text, start, end }) => text.trim() && end > start) };
}"""
# A sign that hangs beside places takes room in the browser, and is nothing in a file.
HANGING = "\u2007"
# A legend's square is a letter before its words in the browser, and a box of its own in a file.
SQUARE, SQUARE_ROOM = "■", 17
# The legend's hatches are drawn in a file, and written in the browser.
HATCHES = {"///", "××", "···"}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace(HANGING, "").replace(SQUARE, "").strip()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", marks.ALL)
def test_every_word_stands_in_the_live_chart_where_it_stands_in_files(kind: str, lang: str, modules: Page) -> None:
    mark = marks.ALL[kind](lang)
    live = modules.evaluate(WRITTEN, [marks.sent(mark), {"lang": lang, **number_words(lang)}, WIDTH])
    drawing = draw(mark, lang, WIDTH)
    assert live["height"] == pytest.approx(drawing.height, abs=1)
    left = [word for word in live["words"] if word["text"] not in HATCHES]
    for shape in (shape for shape in drawing.shapes if isinstance(shape, Words)):
        text = plain("".join(piece.words for piece in shape.pieces))
        hang = 9 if any(HANGING in word["text"] and plain(word["text"]) == text for word in left) else 0
        same = [word for word in left if plain(word["text"]) == text]
        # The words of the browser begin with the square.
        hang = -SQUARE_ROOM if any(SQUARE in word["text"] for word in same) else hang
        assert same, f"{text!r} is not in the live chart"
        nearest = min(same, key=lambda word: abs(word[shape.anchor] - shape.x) + abs(word["down"] - shape.y))
        left.remove(nearest)
        if not shape.turned:
            assert nearest[shape.anchor] - hang == pytest.approx(shape.x, abs=ALONG), text
            assert nearest["down"] == pytest.approx(shape.y, abs=DOWN), text
    assert [word["text"] for word in left] == []
