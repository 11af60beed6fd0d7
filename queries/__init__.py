"""Every number on screen: one question per SQL file, answered from the read-only store."""

from queries.runner import QueryError, QueryTimeout, query_file, rows_of, run, sql_text, store_version

__all__ = ["QueryError", "QueryTimeout", "query_file", "rows_of", "run", "sql_text", "store_version"]
