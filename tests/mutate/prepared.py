"""Run work in a copy of this process, which has everything loaded that takes long and nothing of the project itself."""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import sys
import traceback
from collections.abc import Callable
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


def start(tree: Path, work: Callable[[], int], output: Path, cpu_seconds: int) -> int:
    """Start `work` in a copy of this process that stands in `tree`; return the copy's number, to be waited for."""
    sys.stdout.flush()
    copy = os.fork()
    if copy:
        return copy
    code = FAILED
    try:
        _write_to(output)
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
        _stand_in(tree)
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _write_to(output: Path) -> None:
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.close(file)


def _stand_in(tree: Path) -> None:
    """Let every module of the project be loaded anew, from the tree."""
    here = str(Path(__file__).resolve().parents[2])
    for name in [name for name, module in sys.modules.items() if _is_under(here, module)]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(path for path in sys.path if path not in ("", here))]
    importlib.invalidate_caches()
    os.chdir(tree)
    os.environ.pop("SDG_STORE", None)
    os.environ |= {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    # A compiled module is dated by the second: one that was written of a mutant could be taken for the original.
    sys.dont_write_bytecode = True


def _is_under(here: str, module: object) -> bool:
    file = getattr(module, "__file__", None) or ""
    return file.startswith(f"{here}/") and not file.startswith(f"{here}/.venv/")
