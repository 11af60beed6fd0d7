"""Make sure that a page was reached through `dashboard.py`."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def require_door() -> None:
    """Send a page that Streamlit started by itself back through `dashboard.py`.

    With a `pages/` folder, a server whose very first visit is a deep link runs that page alone, in the legacy mode,
    without the frame and before the store is prepared. Switching the legacy mode off and running again opens the same
    address through the door.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
