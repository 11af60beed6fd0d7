"""The browser's modules as one file: a first visit asks for it once, where it would ask for each module.

Modules in `static/` import each other by `import { name, other as own } from "./module.js"` and `import * as all from
"./module.js"`, data by `import data from "./data.json" with { type: "json" }` and styles by `import style from
"./style.css" with { type: "css" }`. Each becomes a function that returns what it exports; the entry's exports are those
of the bundle.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

STATIC_FOLDER = Path(__file__).resolve().parents[3] / "static"
# What browsers ask for, and the module it begins with.
ENTRIES: Mapping[str, str] = {
    "chart/chart.js": "chart/mount.js",
    "finder/list.js": "finder/finder.js",
    "present/deck.js": "present/mount.js",
    "present/saved_deck.js": "present/saved.js",
}

_IMPORT = re.compile(r'^import ([^;"]+?) from "([^"]+)"(?: with \{[^}]*\})?;\n', re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)


class BundleError(ValueError):
    """Modules that import each other in a circle, or a name that no module exports."""


@lru_cache(maxsize=len(ENTRIES))
def bundle(name: str) -> str:
    """Return the file of a name in `ENTRIES`; raises BundleError, and OSError for a module that is not there."""
    return bundled(STATIC_FOLDER / ENTRIES[name])


@lru_cache(maxsize=len(ENTRIES))
def version(name: str) -> str:
    """Return a short hash of all that a bundle holds or fetches, for its address: no browser has an old one."""
    fetched = sorted((STATIC_FOLDER / "geo").glob("*.json"))
    return hashlib.sha256(b"".join([bundle(name).encode(), *(path.read_bytes() for path in fetched)])).hexdigest()[:10]


def bundled(entry: Path) -> str:
    """Return a module and all that it imports as one module with the same exports."""
    made = _Bundle()
    made.add(entry.resolve())
    last = made.modules[entry.resolve()]
    return f"{''.join(made.written)}export const {{ {', '.join(last.exports)} }} = {last.variable};\n"


@dataclass(frozen=True)
class _Module:
    """A module that is written: what holds its exports, and their names."""

    variable: str
    exports: tuple[str, ...]


class _Bundle:
    """Modules written one behind the other, each behind those that it needs."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.modules: dict[Path, _Module] = {}

    def add(self, path: Path, above: tuple[Path, ...] = ()) -> None:
        if path in above:
            raise BundleError(f"modules in a circle: {' -> '.join(module.name for module in (*above, path))}")
        if path in self.modules:
            return
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".js":
            for _, address in _IMPORT.findall(source):
                self.add((path.parent / address).resolve(), (*above, path))
        exports = tuple(name for _, name in _EXPORT.findall(source)) if path.suffix == ".js" else ()
        self.modules[path] = module = _Module(f"{re.sub(r'[^a-z]', '_', path.stem)}_{len(self.modules)}", exports)
        value = _FILES[path.suffix](source) if path.suffix in _FILES else self._function(path, source)
        self.written.append(f"const {module.variable} = {value};\n")

    def _function(self, path: Path, source: str) -> str:
        """A module as a function that returns what it exports."""
        taken = _IMPORT.sub(lambda found: self._names(path, found[1], found[2]), source)
        body = _COMMENT.sub("", _EXPORT.sub(r"\1 \2", taken))
        if left := re.search(r"^(?:import|export)\b.*", body, re.MULTILINE):
            raise BundleError(f"{path.name}: cannot bundle {left[0]!r}")
        return f"(() => {{\n{body}return {{ {', '.join(self.modules[path].exports)} }};\n}})()"

    def _names(self, path: Path, clause: str, address: str) -> str:
        """An import as names taken out of a module that is written."""
        module = self.modules[(path.parent / address).resolve()]
        if not clause.startswith("{"):
            return f"const {clause.removeprefix('* as ')} = {module.variable};\n"
        names = [name.strip() for name in clause.strip("{} \n").split(",") if name.strip()]
        if missing := [name for name in names if name.split(" as ")[0] not in module.exports]:
            raise BundleError(f"{path.name}: {address} exports no {', '.join(missing)}")
        return f"const {{ {', '.join(name.replace(' as ', ': ') for name in names)} }} = {module.variable};\n"


def _data(source: str) -> str:
    return json.dumps(json.loads(source), ensure_ascii=False, separators=(",", ":"))


def _style(source: str) -> str:
    written = json.dumps(source, ensure_ascii=False)
    return f"(() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync({written}); return sheet; }})()"


# Files that are no code, as expressions.
_FILES: Mapping[str, Callable[[str], str]] = {".json": _data, ".css": _style}
