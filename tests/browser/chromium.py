"""Find a Chromium for the browser tests, or bring one: Debian's where apt works, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> str | None:
    """Return the path of a Chromium of the system, or of Playwright, or None."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _of_playwright()


def bring() -> str | None:
    """Return the path of a Chromium, installing one when there is none; None where neither way works."""
    return installed() or _from_debian() or _from_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _from_debian() -> str | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    if not _run(["apt-get", "update"]) or not _run(install):
        return None
    return shutil.which("chromium")


def _from_playwright() -> str | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"])
    return _of_playwright()


def _run(command: list[str]) -> bool:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.run(command, timeout=240, check=False, **quiet).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """Say which browser the tests will use; never fails, tests without a browser are skipped with a reason."""
    path = bring()
    print(f"browser tests use {path}" if path else "no browser can be had: browser tests will be skipped")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
