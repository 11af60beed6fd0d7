"""Every number on screen: one question per SQL file, answered from the read-only store."""

from queries.errors import QueryError, QueryTimeout, StoreUnavailableError
from queries.open_store import store_version
from queries.runner import query_file, rows_of, run, sql_text

__all__ = [
    "QueryError",
    "QueryTimeout",
    "StoreUnavailableError",
    "query_file",
    "rows_of",
    "run",
    "sql_text",
    "store_version",
]
