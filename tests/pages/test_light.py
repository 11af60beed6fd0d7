"""The server has none of the libraries that only files need: they would take more memory than all that it keeps."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from pages.parts.cards.files import CARD_FILES, ROWS_CSV
from pages.parts.deck.files import DECK_FILES
from pages.parts.snapshot.view import EXPORTS

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"numpy", "openpyxl", "pandas", "pptx", "pyarrow", "reportlab", "resvg_py", "shapely", "xlsxwriter"}


def imported_by_pages() -> set[str]:
    """The modules of the project that the door and the pages import."""
    scripts = [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py")]
    nodes = [node for script in scripts for node in ast.walk(ast.parse(script.read_text(encoding="utf-8")))]
    found = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name for name in found if name.startswith(("pages.parts.", "queries."))}


def test_pages_import_no_library_of_files() -> None:
    script = f"import importlib, sys; [importlib.import_module(name) for name in {sorted(imported_by_pages())}]; "
    made = subprocess.run(
        [sys.executable, "-c", script + f"print(*({HEAVY} & set(sys.modules)))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.split() == []


def test_every_maker_of_files_is_there() -> None:
    named = [*CARD_FILES.values(), *DECK_FILES.values(), *EXPORTS.values(), ROWS_CSV]
    script = f"from pkgutil import resolve_name; print(all(callable(resolve_name(name)) for name in {named}))"
    made = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout.split() == ["True"]
