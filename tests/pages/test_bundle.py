"""The browser's modules as one file, and how the server sends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.parts.streamlit import bundle, serving


def written(folder: Path, **modules: str) -> Path:
    """Write modules and return the path of the one named `entry`."""
    for name, source in modules.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return folder / "entry.js"


ENTRY = """import { one, two as other } from "./a.js";
import * as all from "./b.js";
export const made = [one, other, all];
"""
NEEDED = """import { three } from "./b.js";
export const one = three;
export function two() {}
"""
BUNDLE = """const b_0 = (() => {
const three = 3;
return { three };
})();
const a_1 = (() => {
const { three } = b_0;
const one = three;
function two() {}
return { one, two };
})();
const entry_2 = (() => {
const { one, two: other } = a_1;
const all = b_0;
const made = [one, other, all];
return { made };
})();
export const { made } = entry_2;
"""


def test_modules_stand_behind_those_that_they_need_each_once(tmp_path: Path) -> None:
    entry = written(tmp_path, entry=ENTRY, a=NEEDED, b="export const three = 3;\n")
    assert bundle.bundled(entry) == BUNDLE


def test_data_and_styles_travel_along(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{\n  "ink": "#1B2733"\n}', encoding="utf-8")
    (tmp_path / "style.css").write_text('.a::before { content: "«"; }', encoding="utf-8")
    entry = written(
        tmp_path,
        entry='import data from "./data.json" with { type: "json" };\n'
        'import style from "./style.css" with { type: "css" };\nexport const both = [data, style];\n',
    )
    made = bundle.bundled(entry)
    assert '= {"ink":"#1B2733"};' in made
    assert 'sheet.replaceSync(".a::before { content: \\"«\\"; }")' in made


def test_comments_stay_behind_and_code_does_not(tmp_path: Path) -> None:
    entry = written(tmp_path, entry='// Why.\nexport const address = "http://a"; // here\n  // and here\n')
    assert 'const address = "http://a"; // here\nreturn' in bundle.bundled(entry)
    assert "Why" not in bundle.bundled(entry)


@pytest.mark.parametrize(
    ("modules", "problem"),
    [
        (
            {"entry": 'import { a } from "./b.js";\n', "b": 'import { c } from "./entry.js";\n'},
            "circle: entry.js -> b.js",
        ),
        ({"entry": 'import { a } from "./b.js";\n', "b": "export const c = 1;\n"}, "exports no a"),
        ({"entry": 'import "./b.js";\n'}, "cannot bundle"),
        ({"entry": "export default 1;\n"}, "cannot bundle"),
    ],
)
def test_what_cannot_be_bundled_is_refused(modules: dict[str, str], problem: str, tmp_path: Path) -> None:
    with pytest.raises(bundle.BundleError, match=problem):
        bundle.bundled(written(tmp_path, **modules))


@pytest.mark.parametrize(
    ("name", "exports"), [("chart/chart.js", "mount"), ("present/deck.js", "mount"), ("present/saved_deck.js", "play")]
)
def test_the_server_sends_a_bundle_for_good_under_its_version(name: str, exports: str) -> None:
    client = TestClient(Starlette(routes=serving.routes()))
    answer = client.get(f"/app/static/{name}?v={bundle.version(name)}")
    assert answer.text.rstrip().endswith(f"export const {{ {exports} }} = {answer.text.rstrip().split(' = ')[-1]}")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


def test_a_first_visit_loads_charts_in_less_than_forty_kilobytes() -> None:
    client = TestClient(Starlette(routes=serving.routes()))
    assert int(client.get("/app/static/chart/chart.js").headers["content-length"]) < 40_000
