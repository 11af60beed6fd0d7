"""Asking a publisher: every way in which an answer can fail ends soon, with nothing half written and with advice."""

import gzip
import time
import zlib
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from data.readers.refusal import InputRefusedError
from data.web import Client, Limits, Manner
from tests.data.publisher_server import Publisher, Reply, Request, publishing

LIMITS = Limits(connect=0.5, silence=0.4, answer=1.5, pause=5, attempts=3, redirects=4)
MANNER = Manner(most_bytes=1_000_000)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as publisher:
        yield publisher


class Pauses(list):
    """The pauses that a client makes, without making them."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def client(tmp_path: Path, pauses: Pauses) -> Iterator[Client]:
    client = Client(tmp_path / "cache", LIMITS, pauses)
    yield client
    client.close()


def refusal(client: Client, address: str, target: Path) -> str:
    """How the address is refused; nothing lies where the answer should be."""
    began = time.monotonic()
    with pytest.raises(InputRefusedError) as refused:
        client.fetch(address, target, MANNER)
    assert time.monotonic() - began < 10
    assert list(target.parent.glob("answer*")) == []
    assert address.split("?")[0] in str(refused.value)
    return str(refused.value)


def test_an_answer_is_written_as_it_came_and_the_publisher_learns_who_asks(client, publisher, tmp_path):
    client.fetch(publisher.says("/a", b"year,value\n"), tmp_path / "answer")
    assert (tmp_path / "answer").read_bytes() == b"year,value\n"
    assert "creative-sdg-kazakhstan" in publisher.requests[0].headers["user-agent"]


def test_a_packed_answer_is_unpacked(client, publisher, tmp_path):
    packed = Reply(gzip.compress(b"year,value\n"), headers={"Content-Encoding": "gzip"})
    client.fetch(publisher.says("/a", packed), tmp_path / "answer")
    assert (tmp_path / "answer").read_bytes() == b"year,value\n"


def test_an_answer_that_did_not_change_is_not_sent_again(client, publisher, tmp_path):
    def answer(request: Request) -> Reply:
        unchanged = request.headers.get("if-none-match") == '"1"'
        return Reply(b"" if unchanged else b"rows", 304 if unchanged else 200, {"ETag": '"1"'})

    address = publisher.says("/a", answer)
    for name in ("answer-1", "answer-2"):
        client.fetch(address, tmp_path / name)
    assert [(tmp_path / name).read_bytes() for name in ("answer-1", "answer-2")] == [b"rows", b"rows"]
    assert publisher.requests[1].headers["if-none-match"] == '"1"'


def test_an_answer_that_may_be_old_is_asked_for_anew(client, publisher, tmp_path):
    long_ago = {"Last-Modified": "Mon, 01 Jan 2001 00:00:00 GMT", "Cache-Control": "max-age=86400", "ETag": '"1"'}
    address = publisher.says("/a", lambda request: Reply(f"{request.number}".encode(), headers=long_ago))
    for name in ("answer-1", "answer-2"):
        client.fetch(address, tmp_path / name)
    assert (tmp_path / "answer-2").read_bytes() == b"2"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_publisher_that_is_busy_is_asked_again(client, publisher, pauses, tmp_path, status):
    address = publisher.says("/a", lambda request: Reply(b"rows", status if request.number < 3 else 200))
    client.fetch(address, tmp_path / "answer")
    assert (tmp_path / "answer").read_bytes() == b"rows"
    assert len([pause for pause in pauses if pause >= 1]) == 2


@pytest.mark.parametrize("said", [lambda: "3", lambda: formatdate(time.time() + 4, usegmt=True)])
def test_the_pause_is_the_one_that_the_publisher_asks_for(client, publisher, pauses, tmp_path, said):
    busy = Reply(b"", 429, {"Retry-After": said()})
    client.fetch(publisher.says("/a", lambda r: busy if r.number == 1 else Reply(b"rows")), tmp_path / "answer")
    assert [pause for pause in pauses if pause > 0.5] == [pytest.approx(3, abs=1.1)]


def test_a_pause_beyond_the_limit_is_told_and_not_made(client, publisher, pauses, tmp_path):
    address = publisher.says("/a", Reply(b"", 429, {"Retry-After": "86400"}))
    assert "asks to wait 86400 s" in refusal(client, address, tmp_path / "answer")
    assert publisher.asked["/a"] == 1


def test_a_publisher_that_stays_broken_is_given_up(client, publisher, tmp_path):
    message = refusal(client, publisher.says("/a", Reply(b"", 500)), tmp_path / "answer")
    assert "status 500 (3 attempts); run the refresh again later; what is held stays as it is" in message


def silent(_: Request) -> Reply:
    time.sleep(0.8)
    return Reply(b"late")


def dripping() -> Iterator[bytes]:
    for _ in range(100):
        time.sleep(0.2)
        yield b"x"


def endless() -> Iterator[bytes]:
    for _ in range(3_200):
        yield b"0" * 65_536


def bomb(layers: int = 1) -> bytes:
    content = b"0" * 50_000_000
    for _ in range(layers):
        content = gzip.compress(content)
    return content


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(silent, "no answer in time (3 attempts)", id="time-out"),
        pytest.param(Reply(b"half", told_length=400), "the connection failed", id="cut body"),
        pytest.param(Reply(b""), "the answer is empty", id="empty"),
        pytest.param(lambda _: Reply(parts=dripping()), "not complete after", id="drop by drop"),
        pytest.param(lambda _: Reply(parts=endless()), "more than 1 MB", id="200 MB without a length"),
        pytest.param(Reply(b"x", told_length=200_000_000), "more than 1 MB", id="200 MB as it says"),
        pytest.param(Reply(bomb(), headers={"Content-Encoding": "gzip"}), "more than 1 MB", id="gzip bomb"),
        pytest.param(Reply(bomb(2), headers={"Content-Encoding": "gzip, gzip"}), "nobody asked for", id="bomb in bomb"),
        pytest.param(Reply(zlib.compress(b"x"), headers={"Content-Encoding": "deflate"}), "nobody asked", id="deflate"),
        pytest.param(Reply(b"no gzip", headers={"Content-Encoding": "gzip"}), "connectors.yaml", id="not packed"),
        pytest.param(Reply(b"", 302, {"Location": "/a"}), "leads on in a circle", id="redirect loop"),
        pytest.param(Reply(b"", 302, {"Location": "file:///etc/hosts"}), "connectors.yaml", id="redirect elsewhere"),
        pytest.param(Reply(b"<b>Forbidden</b>", 403), "status 403, '<b>Forbidden</b>'", id="forbidden"),
        pytest.param(Reply(b"gone", 404), "check the address in data/catalogue/connectors.yaml", id="moved"),
        pytest.param(Reply(b"", 204), "status 204", id="no content"),
    ],
)
def test_a_bad_answer_ends_within_its_limit_and_says_what_to_do(client, publisher, tmp_path, answer, said):
    assert said in refusal(client, publisher.says("/a", answer), tmp_path / "answer")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/nobody", "http://nowhere.invalid/a", "http://[bad/a", "nonsense"]
)
def test_an_address_without_a_server_is_refused(client, tmp_path, address):
    refusal(client, address, tmp_path / "answer")


def test_one_host_is_asked_no_faster_than_allowed(client, publisher, pauses, tmp_path):
    for number in range(3):
        client.fetch(publisher.says("/a", b"rows"), tmp_path / f"answer-{number}", Manner(pace=0.1))
    assert len(pauses) == 2
    assert all(8 < pause <= 10 for pause in pauses)
