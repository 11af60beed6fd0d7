"""A table as Parquet."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq


def write_parquet(table: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """Parquet (zstd); what the read-me sheet of the XLSX says stands in the file's metadata."""
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    arrow = arrow.replace_schema_metadata({key.encode(): value.encode() for key, value in about.items()})
    target = io.BytesIO()
    pq.write_table(arrow, target, compression="zstd")
    return target.getvalue()
