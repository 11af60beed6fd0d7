"""Snapshots of the real store, built once per test run."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import queries
from pages.parts.snapshot.build import build_snapshot
from pages.parts.snapshot.model import SnapshotModel
from pages.parts.visit import frame

NEWEST = date(2026, 11, 22)
RELEASE_2024 = date(2024, 10, 24)
RELEASE_2021 = date(2021, 12, 30)
LANGUAGES = ("en", "ru", "kk")
LINK = "http://dashboard.example/snapshot?as_of=2024-10-24&lang=kk"


@lru_cache(maxsize=64)
def snapshot(
    lang: str = "en",
    as_of: date = NEWEST,
    compare_with: date | None = None,
    method: str = "open_sdg",
    compare_method: str | None = None,
) -> SnapshotModel:
    return build_snapshot(
        queries.rows_of,
        lang=lang,
        as_of=as_of,
        checksum=frame.data_checksum(),
        version=frame.version(),
        method=method,
        compare_with=compare_with,
        compare_method=compare_method,
        link=LINK,
    )
