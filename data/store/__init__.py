"""The store: one DuckDB file made of the catalogue and the tidy figures, or the last good one unchanged.

`python -m data.store` builds into a file of its own, gives it a name made of its inputs (`store-<hash>.duckdb`), reads
it whole and only then points the link `store.duckdb` at it. Whatever interrupts the build, readers keep the last good
store; an older one is removed when nobody reads it any more.
"""

from data.store.building import STORE, build, prepare
from data.store.fill import StoreRefusedError
from data.store.reconciliation import report

__all__ = ["STORE", "StoreRefusedError", "build", "prepare", "report"]
