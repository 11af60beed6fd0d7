"""The refresh as a whole: what is new becomes a release of its own; whatever goes wrong leaves what was there."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from data.catalogue_files import read_sources
from data.catalogue_releases import add_releases, set_published
from data.refresh import __main__ as command
from data.refresh import run
from data.refresh.state import FAILED, NEW, UNCHANGED, read_state, write_state
from data.staging import staged
from data.store import StoreRefusedError
from tests.data import documented
from tests.data.publisher_server import Publisher, Reply
from tests.data.refresh_house import NEWEST, OLD, ROWS, SHEET, TABLE, TODAY, House, bureau


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with bureau() as publisher:
        yield publisher


@pytest.fixture
def house(tmp_path: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house whose store is not built, which takes seconds and has tests of its own below."""
    built: list[Path] = []
    monkeypatch.setattr(run, "prepare", lambda store, catalogue, figures: store)
    monkeypatch.setattr(run, "build", lambda store, catalogue, figures: built.append(store))
    house = House(tmp_path, publisher)
    house.built = built
    return house


def test_what_is_new_becomes_a_release_with_the_publishers_own_days(house: House) -> None:
    outcome = house.refresh()["bns_employment"]
    assert outcome.last.outcome == NEW
    assert house.held() == [
        (OLD, 2020, 140.5),
        (NEWEST, 2019, 139.0),
        (NEWEST, 2020, 140.5),
    ]
    assert house.source()["releases"] == [OLD, NEWEST]
    assert house.source()["next_release"] == date(2027, 3, 31)
    assert house.source()["capture"] == "releases"
    assert len(house.built) == 1
    assert any("1 rows or files that came are not among those asked for" in line for line in outcome.lines)


def test_days_of_copying_stay_what_they_were_when_a_publishers_own_day_follows(house: House) -> None:
    path = house.catalogue / "sources.yaml"
    before = {row["source_id"]: row for row in read_sources(path)[1]}
    copied = next(source for source, row in before.items() if row["kind"] == "retrieved")
    set_published(copied, house.catalogue)
    add_releases({copied: [date(2027, 1, 1)]}, house.catalogue)
    kinds = {row["release"]: row["kind"] for row in read_sources(path)[1] if row["source_id"] == copied}
    assert kinds == {before[copied]["release"]: "retrieved", "2027-01-01": "published"}


def test_a_release_that_is_held_changes_nothing(house: House) -> None:
    house.refresh()
    before = house.content()
    assert house.refresh()["bns_employment"].last.outcome == UNCHANGED
    assert house.content() == before
    assert len(house.built) == 1


def test_a_source_without_a_stated_day_gets_no_release_for_being_fetched_again(house: House) -> None:
    path = house.catalogue / "connectors.yaml"
    [entry] = yaml.safe_load(path.read_text(encoding="utf-8"))
    del entry["released"]
    path.write_text(yaml.safe_dump([entry], allow_unicode=True), encoding="utf-8")
    assert house.refresh()["bns_employment"].last.outcome == NEW
    assert house.source()["releases"] == [OLD, TODAY]
    before = house.content()
    assert house.refresh(today=date(2026, 12, 24))["bns_employment"].last.outcome == UNCHANGED
    assert house.content() == before


def test_a_release_with_an_earlier_day_than_the_one_held_is_no_news_or_is_refused(house, publisher) -> None:
    publisher.says(SHEET, documented.metadata("12.07.2026", ""))
    before = house.content()
    outcome = house.refresh()["bns_employment"].last
    assert (outcome.outcome, "released on 2026-07-12" in outcome.problem) == (FAILED, True)
    publisher.says(TABLE, documented.cube(ROWS[1:]))
    assert house.refresh()["bns_employment"].last.outcome == UNCHANGED
    assert house.content() == before


def test_a_dry_run_tells_and_changes_nothing(house: House) -> None:
    before = house.content()
    assert house.refresh(dry_run=True)["bns_employment"].last.outcome == NEW
    assert house.content() == before
    assert house.built == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Reply(b"", 500), "status 500"),
        (Reply(b"<html>Maintenance</html>"), "a web page came"),
        (Reply(b"[{]"), "is no JSON"),
        (Reply(b"[]"), "0 rows came where at least 1"),
        (Reply(b"x", told_length=200_000_000), "more than 80 MB"),
        (documented.cube(ROWS[:1]), "2 findings stop the import"),
        (documented.cube([ROWS[0] | {"year": "20019"}, ROWS[1]]), "20019"),
    ],
)
def test_a_source_that_cannot_be_had_stays_as_it_is(
    house: House, publisher: Publisher, answer: Reply, said: str
) -> None:
    before = house.content()
    publisher.says(TABLE, answer)
    outcome = house.refresh()["bns_employment"].last
    assert outcome.outcome == FAILED
    assert said in outcome.problem
    assert house.content() == before
    assert house.built == []


def test_a_loss_comes_in_with_a_persons_word(house: House, publisher: Publisher) -> None:
    publisher.says(TABLE, documented.cube([ROWS[0]]))
    name = "bns_employment/employed_J_M_P_R_total.csv"
    more = {"accept": [name, "un_sdg/other"], "because": "the publisher withdrew 2020"}
    assert house.refresh(**more)["bns_employment"].last.outcome == NEW
    assert "the publisher withdrew 2020" in (house.catalogue / "accepted_losses.csv").read_text(encoding="utf-8")


def test_a_store_that_refuses_what_came_leaves_everything(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = house.content()

    def refuse(*_: Path) -> None:
        raise StoreRefusedError("two values under one key")

    monkeypatch.setattr(run, "prepare", refuse)
    outcome = house.refresh()["bns_employment"].last
    assert (outcome.outcome, outcome.problem) == (FAILED, "two values under one key")
    assert house.content() == before


def test_a_full_disk_leaves_everything(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = house.content()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.importers.intake.write_import", full)
    with pytest.raises(OSError, match="No space left"):
        house.refresh()
    assert house.content() == before
    assert [path.name for path in house.folder.glob(".incoming*")] == []


def test_the_files_handed_in_stand_for_the_publisher(house: House, publisher: Publisher) -> None:
    folder = house.folder / "handed"
    (folder / "bns").mkdir(parents=True)
    (folder / "releases.csv").write_text("source_id,release\nbns_employment,2026-11-25\n")
    table = "year,item,item_name,value,unit\n2020,R,Arts,140.5,thousand persons\n"
    (folder / "bns" / "employed_J_M_P_R_total.csv").write_text(table)
    (folder / "bns" / "notes.csv").write_text("a,b\n")
    outcomes = house.refresh(place=str(folder))
    assert publisher.requests == []
    assert outcomes["bns_employment"].last.outcome == NEW
    assert outcomes["bns_gva"].last.outcome == run.ABSENT
    assert any("not read: bns/notes.csv" in line for outcome in outcomes.values() for line in outcome.lines)
    assert house.source()["releases"] == [OLD, date(2026, 11, 25)]


@pytest.mark.parametrize(("since", "asked"), [(OLD, False), (date(2026, 8, 14), True)])
def test_a_source_with_a_release_since_a_day_is_left_out(house: House, since: date, asked: bool) -> None:
    assert ("bns_employment" in house.refresh(since=since)) is asked


def test_two_refreshes_never_work_at_once(house: House) -> None:
    with staged(house.figures, house.catalogue), pytest.raises(OSError, match="another import or refresh is at work"):
        house.refresh()


@pytest.fixture
def said(house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple]:
    """The command in the test's house: exit code, what it prints, what it prints as errors."""
    monkeypatch.setenv("SDG_STORE", str(house.store))
    places = ["--figures", house.figures, "--catalogue", house.catalogue, "--downloads", house.folder / "downloads"]

    def call(*arguments: str) -> tuple[int, str, str]:
        code = command.main([*arguments, *map(str, places)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_the_command_tells_each_source_and_keeps_since_when_it_fails(house, publisher, said) -> None:
    publisher.says(TABLE, Reply(b"", 404))
    code, out, _ = said()
    assert (code, "NOT REFRESHED" in out) == (1, True)
    first = read_state(house.store)["bns_employment"]
    assert (first.outcome, first.failing_since) == (FAILED, date.today())
    write_state(house.store, [first.__class__("bns_employment", date(2026, 12, 24), FAILED, problem="still")])
    assert read_state(house.store)["bns_employment"].failing_since == date.today()
    publisher.says(TABLE, documented.cube(ROWS))
    assert said()[0] == 0
    assert read_state(house.store)["bns_employment"].failing_since is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["un_sgd"], "un_sgd: no such source; there are "),
        (["cited_facts"], "cited_facts: has no connector; hand its files in with --from FOLDER"),
        (["--since", "1.1.2026"], "--since 1.1.2026: is no day; write YYYY-MM-DD"),
        (["--since", "2026-02-30"], "is no day"),
        (["--from", "/nowhere"], "/nowhere: holds none of kazstat/, bns/"),
    ],
)
def test_a_wrong_question_is_refused_before_anything_is_asked(said, publisher, arguments, message) -> None:
    code, _, err = said(*arguments)
    assert (code, message in err) == (2, True)
    assert publisher.requests == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', '{"a": {"tried": "soon", "outcome": "new"}}'])
def test_a_state_that_cannot_be_read_is_no_state(tmp_path: Path, content: str) -> None:
    (tmp_path / "store.refresh.json").write_text(content)
    assert read_state(tmp_path / "store.duckdb") == {}


def test_the_new_store_holds_both_releases(tmp_path: Path, publisher: Publisher) -> None:
    house = House(tmp_path, publisher)
    assert house.refresh()["bns_employment"].last.outcome == NEW
    assert house.in_store() == [OLD, NEWEST]
