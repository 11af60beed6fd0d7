"""What the store is made of, and the digest that names it."""

import hashlib
from pathlib import Path

import duckdb

from data.gate.finding import Finding
from data.tidy import Disputed, Fact, Figure, ImportCount, Quarantined, Repaired, to_table, write_table

DATA = Path(__file__).parents[1]
SCHEMA = DATA / "schema.sql"
LOAD = DATA / "load.sql"
STAGE_CODES = DATA / "stage_codes.sql"
QUERIES = DATA.parent / "queries"
EDITED = {".yaml", ".csv", ".json"}


def input_files(catalogue: Path, figures: Path) -> list[Path]:
    """Every file the store is made of, in a fixed order."""
    files = [SCHEMA, STAGE_CODES, LOAD, *definition_files()]
    return [*files, *sorted(p for p in catalogue.rglob("*") if p.suffix in EDITED), *sorted(figures.rglob("*.parquet"))]


def definition_files() -> list[Path]:
    """Views and macros that stand in the store."""
    return [*sorted((QUERIES / "views").glob("*.sql")), *sorted((QUERIES / "macros").glob("*.sql"))]


def input_hash(files: list[Path]) -> str:
    """Short digest of the inputs and of the engine that reads them."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def figure_files(figures: Path, scratch: Path) -> dict[str, list[Path]]:
    """Parquet files of each kind; an empty one stands first, so that a kind without files still has its columns."""
    facts = figures / "fact.parquet"
    kinds = {
        "figure": (Figure, sorted(set(figures.glob("*.parquet")) - {facts})),
        "quarantine": (Quarantined, sorted((figures / "quarantine").glob("*.parquet"))),
        "dispute": (Disputed, sorted((figures / "dispute").glob("*.parquet"))),
        "repair": (Repaired, sorted((figures / "repair").glob("*.parquet"))),
        "import_count": (ImportCount, sorted((figures / "import_count").glob("*.parquet"))),
        "gate_finding": (Finding, sorted((figures / "gate").glob("*.parquet"))),
        "fact": (Fact, [facts] if facts.exists() else []),
    }
    for kind, (row_type, files) in kinds.items():
        empty = scratch / f"{kind}.parquet"
        write_table(to_table([], row_type), empty)
        files.insert(0, empty)
    return {kind: files for kind, (_, files) in kinds.items()}
