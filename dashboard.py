"""The door of the dashboard: every visit passes through here on its way to a page.

Run with `streamlit run dashboard.py`, or `make run` to have everything prepared first. Streamlit imports `app`, the
server with the documents of the pages, from this file and runs it as the main script at each visit.
"""

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.streamlit import document, health, serving
from pages.parts.visit import choices, frame, warm
from pages.parts.visit.failures import failure
from pages.parts.visit.preparing import prepare
from pages.parts.visit.refusals import tell_refusals


def visit() -> None:
    """Draw the frame and, in it, the page that the address names."""
    choices.open_address()
    lang = choices.language()

    page = st.navigation(frame.pages(lang), position="top")
    st.set_page_config(page_title=frame.window_title(page.title, lang), page_icon="/app/static/mark.png", layout="wide")
    try:
        _draw(page, lang)
    except Exception as error:
        failure(error, lang)


def _draw(page: st.Page, lang: str) -> None:
    """Draw the page in its frame; the store is needed from here on."""
    prepare(lang)
    frame.open_frame(lang)
    # One place for all notices, so that none moves what stands below it: Streamlit would draw all of that anew.
    notices = st.container()
    with notices:
        frame.notices(lang)
    try:
        page.run()
    except Exception as error:
        failure(error, lang)
    finally:
        choices.publish()
        with notices:
            tell_refusals(lang)
    frame.footer(lang)


if __name__ == "__main__":
    visit()
else:
    app = st.App(
        __file__,
        routes=document.routes(frame.PATHS) + serving.routes() + health.routes(),
        middleware=[Middleware(serving.FilesOfStreamlit)],
        lifespan=serving.lifespan(warm.first_pages()),
    )
