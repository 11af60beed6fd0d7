"""Run work in a copy of a process that has everything loaded that takes long.

A process that stands in a tree has the tree's own modules loaded too; a copy of it lets those go that a changed file
reaches, so that they are loaded anew.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import re
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

# What the tests load from outside the tree; a package that is missing here is loaded in every copy anew.
PACKAGES = (
    "babel.dates", "babel.numbers", "babel.plural", "duckdb", "jsonschema", "multiprocessing.pool", "numpy",
    "openpyxl", "pandas", "pebble", "plotly.graph_objects", "pptx", "pptx.chart.data", "pyarrow.compute",
    "pyarrow.dataset", "pyarrow.parquet", "pytest", "reportlab.graphics.renderPDF", "reportlab.pdfgen.canvas",
    "reportlab.platypus", "resvg_py", "streamlit", "streamlit.testing.v1", "streamlit.web.bootstrap",
    "streamlit.web.server.server", "tzdata", "xlsxwriter", "yaml",
)  # fmt: skip
FAILED = 70


def load() -> None:
    """Load once what every copy needs."""
    for name in PACKAGES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def start(work: Callable[[], int], output: Path | None = None, cpu_seconds: int | None = None) -> int:
    """Start `work` in a copy of this process and return the copy's number, to be waited for.

    `output` is where it writes, instead of where this process does.
    """
    sys.stdout.flush()
    copy = os.fork()
    if copy:
        return copy
    code = FAILED
    try:
        if output:
            _write_to(output)
        if cpu_seconds:
            spent = int(time.process_time())
            resource.setrlimit(resource.RLIMIT_CPU, (spent + cpu_seconds, spent + cpu_seconds + 1))
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def stand_in(tree: Path) -> None:
    """Let go of every module of the project; those that are loaded from now on come from the tree."""
    here = str(Path(__file__).resolve().parents[2])
    let_go(name for name, module in list(sys.modules.items()) if _is_under(here, module))
    sys.path[:] = [str(tree), *(path for path in sys.path if path not in ("", here))]
    importlib.invalidate_caches()
    os.chdir(tree)
    os.environ.pop("SDG_STORE", None)
    os.environ |= {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    # A compiled module is dated by the second: one that was written of a mutant could be taken for the original.
    sys.dont_write_bytecode = True


def load_project(tree: Path) -> None:
    """Load the modules of the tree in which this process stands, and freeze what every copy will share."""
    for name in modules_of(tree):
        if not name.endswith("__main__"):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()


def modules_of(tree: Path) -> dict[str, str]:
    """Return the text of every module of the project by its name."""
    paths = [path for folder in ("data", "queries", "pages/parts") for path in sorted((tree / folder).rglob("*.py"))]
    return {module_name(path.relative_to(tree).as_posix()): path.read_text(encoding="utf-8") for path in paths}


def module_name(file: str) -> str:
    """Return the name under which a file of the project is imported."""
    return file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def importers(module: str, texts: dict[str, str]) -> set[str]:
    """Return the modules that import one."""
    package, _, name = module.rpartition(".")
    listed = rf"(\([^)]*|[^\n(]*)\b{name}\b"
    told = re.compile(rf"from {module} import|import {module}\b|from {package} import {listed}")
    return {other for other, text in texts.items() if told.search(text)}


def reached_by(changed: str, texts: dict[str, str]) -> set[str]:
    """Return a module and all that import it, themselves or through others."""
    found, waiting = {changed}, [changed]
    while waiting:
        fresh = importers(waiting.pop(), texts) - found
        found |= fresh
        waiting += fresh
    return found


def let_go(names: Iterable[str]) -> None:
    """Forget modules, so that whoever imports them next loads them anew."""
    for name in names:
        module = sys.modules.pop(name, None)
        package, _, last = name.rpartition(".")
        if module is not None and getattr(sys.modules.get(package), last, None) is module:
            delattr(sys.modules[package], last)


def _write_to(output: Path) -> None:
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.close(file)


def _is_under(here: str, module: object) -> bool:
    file = getattr(module, "__file__", None) or ""
    return file.startswith(f"{here}/") and not file.startswith(f"{here}/.venv/")
