"""Whether the server lives and whether it can answer: `/healthz` and `/readyz`, for whoever hosts the dashboard.

`/healthz` answers as long as the process does. `/readyz` opens the store: 200 with the digest of its inputs, the time
it was built and its age in seconds, and the sources that could not be refreshed with the day since when; 503 and the
reason where there is no store that can be read.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from data.refresh.state import stale_sources
from queries.errors import StoreUnavailableError
from queries.open_store import link, open_store

NOT_KEPT = {"Cache-Control": "no-store"}


def routes() -> list[Route]:
    """Return both routes."""
    return [Route("/healthz", _alive), Route("/readyz", _ready)]


async def _alive(_: Request) -> JSONResponse:
    return JSONResponse({"status": "alive"}, headers=NOT_KEPT)


async def _ready(_: Request) -> JSONResponse:
    status, content = await run_in_threadpool(readiness)
    return JSONResponse(content, status, headers=NOT_KEPT)


def readiness() -> tuple[int, dict[str, object]]:
    """Return the status code and what there is to say of the store."""
    try:
        store = open_store()
    except StoreUnavailableError as error:
        return 503, {"status": "not ready", "reason": str(error)}
    built = store.built
    stale = [
        {"source": last.source_id, "since": str(last.failing_since), "problem": last.problem}
        for last in stale_sources(link())
    ]
    return 200, {
        "status": "ready",
        "store": store.digest,
        "built": datetime.fromtimestamp(built, UTC).isoformat(timespec="seconds"),
        "age_seconds": round(time.time() - built),
        "stale": stale,
    }
