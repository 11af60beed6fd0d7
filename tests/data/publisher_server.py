"""A publisher on this machine that answers as a test says: one function per path."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit


@dataclass(slots=True)
class Request:
    """What was asked."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    number: int


@dataclass(slots=True)
class Reply:
    """What is answered; `told_length` is what the head says of a body that is cut, `parts` go out without a length."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    told_length: int | None = None
    parts: Iterator[bytes] | None = None


Answer = Callable[[Request], Reply]


class Publisher:
    """The answers by path, and how often each path was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.requests: list[Request] = []
        self.address = ""

    def says(self, path: str, answer: Answer | Reply | bytes) -> str:
        """Let a path answer; its address."""
        if isinstance(answer, bytes):
            answer = Reply(answer)
        self.answers[path] = answer if callable(answer) else lambda _: answer
        return f"{self.address}{path}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self.publisher.asked[url.path] += 1
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(url.path, parse_qs(url.query), headers, self.publisher.asked[url.path])
        self.publisher.requests.append(request)
        answer = self.publisher.answers.get(url.path, lambda _: Reply(b"nothing here", 404))
        self._send(answer(request))

    def _send(self, reply: Reply) -> None:
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.parts is None:
                told = len(reply.body) if reply.told_length is None else reply.told_length
                self.send_header("Content-Length", str(told))
                self.end_headers()
                self.wfile.write(reply.body)
                self.close_connection = told != len(reply.body)
            else:
                self.send_header("Connection", "close")
                self.end_headers()
                self.close_connection = True
                for part in reply.parts:
                    self.wfile.write(part)
                    self.wfile.flush()
        except OSError:
            # Whoever asked has gone away, which is what many of these tests want.
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher that answers until the end of the test."""
    publisher = Publisher()
    handler = type("Handler", (_Handler,), {"publisher": publisher})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads, server.block_on_close = True, False
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        publisher.address = f"http://127.0.0.1:{server.server_port}"
        yield publisher
        server.shutdown()
        thread.join()
