"""A table as CSV."""

from __future__ import annotations

import pandas as pd

BYTE_ORDER_MARK = "\ufeff"


def write_csv(table: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with a byte order mark, so that a spreadsheet opens Kazakh letters right on a double-click."""
    return (BYTE_ORDER_MARK + table.to_csv(index=False, lineterminator="\r\n")).encode()
