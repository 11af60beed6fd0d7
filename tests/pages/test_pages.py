"""Every page runs through the door, in each language, without an error."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.visit import frame
from pages.parts.words.language import LANGUAGES, text

PATHS = {name: path for name, path, _ in frame.PAGES}


def open_page(name: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(frame.ROOT / "dashboard.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    if PATHS[name]:
        app.switch_page(f"pages/{name}.py")
        for key, value in address.items():
            app.query_params[key] = value
        app.run()
    return app


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PATHS)
def test_a_page_runs_without_an_error_in_each_language(name: str, lang: str) -> None:
    app = open_page(name, lang=lang)
    assert not app.exception
    assert [box.value for box in app.error] == []
    assert app.title or name == "present"


@pytest.mark.parametrize("name", PATHS)
def test_a_page_runs_as_of_the_first_release_too(name: str) -> None:
    app = open_page(name, as_of="2020-12-29")
    assert not app.exception
    assert [box.value for box in app.error] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_required_sentence_stands_on_every_page(lang: str) -> None:
    app = open_page("overview", lang=lang)
    assert text("frame.footer_endorsement", lang) in app.markdown[-2].value.split("\n\n")


def test_a_code_that_does_not_exist_gives_a_notice_and_the_usual_view() -> None:
    app = open_page("overview", lang="xx", as_of="not-a-date")
    assert not app.exception
    notices = " ".join(box.value for box in app.warning)
    assert "xx" in notices
    assert "not-a-date" in notices
