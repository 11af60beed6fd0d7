"""Wait until a started server has run the dashboard once: `python -m pages.parts.streamlit.readiness URL PROCESS`.

The health check runs `dashboard.py` in a session of its own. That makes the first visitor's page quick and leaves
Streamlit's legacy page mode before anybody can open a deep link in it.
"""

import os
import sys
import time
import urllib.error
import urllib.request

PATIENCE_SECONDS = 90


def is_ready(url: str) -> bool:
    """Return whether the server at `url` ran the dashboard without an error."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/script-health-check", timeout=30) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def is_alive(process: int) -> bool:
    """Return whether the server process still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> int:
    """Wait; 0 when ready, 1 when the server ended or stayed silent."""
    url, process = sys.argv[1], int(sys.argv[2])
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and is_alive(process):
        if is_ready(url):
            return 0
        time.sleep(0.3)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
