"""Ask an address: politely, within limits of time and size, again where it may help, never the same bytes twice.

Answers are kept on disk with what the publisher says of their age (`hishel`, RFC 9111) and asked for anew only in case
they changed. Tried again after a pause that grows, or as long as the publisher asks for: time-outs, broken connections,
429 and 5xx. Everything else is refused at once, with what to do.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx2
from hishel import SqliteStorage
from hishel.httpx2 import CacheTransport
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from data.readers.refusal import InputRefusedError

DOWNLOADS = Path(__file__).parent / "downloads"
USER_AGENT = "creative-sdg-kazakhstan/1.0 (official statistics for a public dashboard; a few requests a month)"
# An answer that is kept serves only where the publisher confirms that it is still the newest ("no-cache").
HEADERS = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept-Language": "en", "Cache-Control": "no-cache"}
CHECK = "check the address in data/catalogue/connectors.yaml in a browser"
TRY_LATER = "run the refresh again later; what is held stays as it is"
# One way of packing: a body packed twice would unpack to a thousand times a thousand of its size.
PACKED_AS = ("", "identity", "gzip")
MOST_QUOTED = 120


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, between two parts of an answer, for a whole answer and for a pause; attempts; redirects."""

    connect: float = 10
    silence: float = 30
    answer: float = 300
    pause: float = 60
    attempts: int = 4
    redirects: int = 5


class PassingError(Exception):
    """A failure that may be over soon; `after` is the pause the publisher asks for, in seconds."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


@dataclass(frozen=True, slots=True)
class Manner:
    """How one publisher wants to be asked: requests a second, the form of the answer, the most bytes it can have."""

    pace: float = 2
    most_bytes: int = 80_000_000
    accept: str = "*/*"


class Client:
    """One run's way to the publishers."""

    def __init__(self, cache: Path, limits: Limits = Limits(), sleep: Callable[[float], None] = time.sleep) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        self.limits, self.sleep = limits, sleep
        self._asked: dict[str, float] = {}
        self._kept = SqliteStorage(database_path=cache / "answers.db")
        self._connection = httpx2.Client(
            transport=CacheTransport(httpx2.HTTPTransport(), self._kept, rfc=True),
            headers=HEADERS,
            timeout=httpx2.Timeout(limits.silence, connect=limits.connect),
            follow_redirects=True,
            max_redirects=limits.redirects,
        )

    def close(self) -> None:
        """Let go of connections and of what is kept."""
        self._connection.close()
        self._kept.close()

    def fetch(self, address: str, target: Path, manner: Manner = Manner()) -> None:
        """Write what an address answers to a file, whole or not at all; raises InputRefusedError."""
        pauses = wait_exponential_jitter(initial=1, max=self.limits.pause)

        def pause(state: RetryCallState) -> float:
            asked_for = state.outcome.exception().after
            return pauses(state) if asked_for is None else asked_for

        attempts = Retrying(
            stop=stop_after_attempt(self.limits.attempts),
            wait=pause,
            retry=retry_if_exception_type(PassingError),
            sleep=self.sleep,
            reraise=True,
        )
        try:
            attempts(self._fetch_once, address, target, manner)
        except PassingError as error:
            raise InputRefusedError(f"{address}: {error} ({self.limits.attempts} attempts); {TRY_LATER}") from error

    def _fetch_once(self, address: str, target: Path, manner: Manner) -> None:
        partial = target.with_suffix(".partial")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with self._answer(address, manner) as response, partial.open("wb") as file:
                for part in self._parts(address, response, manner.most_bytes):
                    file.write(part)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    @contextmanager
    def _answer(self, address: str, manner: Manner) -> Iterator[httpx2.Response]:
        """The answer, unread; failures of the way are passing, others refused."""
        try:
            self._keep_pace(httpx2.URL(address).host, manner.pace)
            with self._connection.stream("GET", address, headers={"Accept": manner.accept}) as response:
                self._check_head(address, response, manner.most_bytes)
                yield response
        except httpx2.TooManyRedirects as error:
            raise InputRefusedError(f"{address}: leads on in a circle; {CHECK}") from error
        except httpx2.TimeoutException as error:
            raise PassingError("no answer in time") from error
        except (httpx2.InvalidURL, httpx2.DecodingError, httpx2.UnsupportedProtocol) as error:
            raise InputRefusedError(f"{address}: {error}; {CHECK}") from error
        except httpx2.TransportError as error:
            raise PassingError(f"the connection failed: {error}") from error

    def _check_head(self, address: str, response: httpx2.Response, most_bytes: int) -> None:
        code = response.status_code
        if code == 429 or code >= 500:
            after = _asked_pause(response.headers.get("retry-after", ""))
            if after is not None and after > self.limits.pause:
                raise InputRefusedError(
                    f"{address}: the publisher asks to wait {after:.0f} s (status {code}); {TRY_LATER}"
                )
            raise PassingError(f"the publisher answers with status {code}", after)
        if code != 200:
            quoted = " ".join(next(response.iter_bytes(), b"").decode("utf-8", "replace").split())[:MOST_QUOTED]
            raise InputRefusedError(f"{address}: status {code}, {quoted!r}; {CHECK}")
        if response.headers.get("content-encoding", "").strip().lower() not in PACKED_AS:
            packed = response.headers["content-encoding"]
            raise InputRefusedError(f"{address}: is packed as {packed!r}, which nobody asked for; {CHECK}")
        if int(response.headers.get("content-length", "0") or 0) > most_bytes:
            raise _too_large(address, most_bytes)

    def _parts(self, address: str, response: httpx2.Response, most_bytes: int) -> Iterator[bytes]:
        """The unpacked body part by part, as long as it stays within the limits."""
        deadline, size = time.monotonic() + self.limits.answer, 0
        for part in response.iter_bytes():
            size += len(part)
            if size > most_bytes:
                raise _too_large(address, most_bytes)
            if time.monotonic() > deadline:
                raise InputRefusedError(
                    f"{address}: the answer was not complete after {self.limits.answer:.0f} s; {TRY_LATER}"
                )
            yield part
        if not size:
            raise PassingError("the answer is empty")

    def _keep_pace(self, host: str, pace: float) -> None:
        earliest = self._asked.get(host, 0.0) + 1 / pace
        if (wait := earliest - time.monotonic()) > 0:
            self.sleep(wait)
        self._asked[host] = time.monotonic()


def _too_large(address: str, most: int) -> InputRefusedError:
    return InputRefusedError(f"{address}: answers with more than {most / 1e6:.0f} MB; ask for less of it, or {CHECK}")


def _asked_pause(text: str) -> float | None:
    """Seconds of a Retry-After, which is a number of them or a moment."""
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError):
        return None
