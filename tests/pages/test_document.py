"""The documents of the pages and the files beside them, as the server sends them."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from pages.parts.streamlit import document, serving
from pages.parts.visit import frame
from pages.parts.words.language import LANGUAGES, text


@pytest.fixture(scope="module")
def client() -> TestClient:
    served = Starlette(
        routes=document.routes(frame.PATHS) + serving.routes(), middleware=[Middleware(serving.FilesOfStreamlit)]
    )
    return TestClient(served)


@pytest.mark.parametrize("path", frame.PATHS)
def test_every_file_that_a_document_names_is_there(client: TestClient, path: str) -> None:
    written = client.get(f"/{path}").text
    named = re.findall(r'(?:href|src)="\./([^"]+)"', written)
    assert len(named) > 80
    for address in named:
        if address.startswith("app/static/"):
            assert client.get(f"/{address}").status_code == 200, address
        elif address.startswith("static/"):
            answer = client.get(f"/{address}")
            assert answer.content == (document.STREAMLIT_FOLDER / address).read_bytes(), address
            assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_document_is_in_the_language_of_its_address(client: TestClient, lang: str) -> None:
    written = client.get(f"/youth?lang={lang}").text
    assert f'<html lang="{lang}">' in written
    assert f"<title>{text('frame.product', lang)}</title>" in written


def test_a_language_that_does_not_exist_gives_english(client: TestClient) -> None:
    assert '<html lang="en">' in client.get('/youth?lang=xx"><script>').text


def test_without_a_language_in_the_address_the_browser_is_asked(client: TestClient) -> None:
    asked = client.get("/youth", headers={"Accept-Language": "de-DE, kk-KZ;q=0.9, en;q=0.8"})
    assert '<html lang="kk">' in asked.text
    assert asked.headers["vary"] == "Accept-Language"
    assert '<html lang="en">' in client.get("/youth", headers={"Accept-Language": "de"}).text
    assert '<html lang="ru">' in client.get("/youth?lang=ru", headers={"Accept-Language": "kk"}).text


def test_only_pages_with_charts_announce_the_drawing_library(client: TestClient) -> None:
    assert "plotly-basic" in client.get("/youth").text
    assert "plotly-basic" not in client.get("/snapshot").text


def test_a_file_is_packed_kept_where_it_has_a_version_and_confirmed_without_being_sent_again(
    client: TestClient,
) -> None:
    first = client.get("/app/static/chart/card.js?v=1")
    assert first.headers["content-encoding"] == "gzip"
    assert "immutable" in first.headers["cache-control"]
    again = client.get("/app/static/chart/card.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"


def test_a_client_that_cannot_unpack_gets_the_file_as_it_is(client: TestClient) -> None:
    plain = client.get("/app/static/chart/dom.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == (serving.STATIC_FOLDER / "chart" / "dom.js").read_bytes()


@pytest.mark.parametrize("path", ["../dashboard.py", "fetch_plotly.py", "chart", "none.js", "%2e%2e/README.md"])
def test_nothing_but_the_files_meant_for_browsers_is_sent(client: TestClient, path: str) -> None:
    assert client.get(f"/app/static/{path}").status_code == 404
    assert client.get(f"/static/{path}").status_code == 404
