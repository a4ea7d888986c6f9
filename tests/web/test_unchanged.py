"""Tests that an answer is renewed as soon as any of its content changes, and is not made again before."""

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event
from sqlmodel import select
from starlette.applications import Starlette

from config import Config, Settings
from db.engine import open_database, reading, writing
from db.models import Announcement, Document, Page
from db.queries.announced import told_with
from db.queries.listing import Listed, marks_behind
from db.queries.stamps import mark_of, marks
from db.queries.timeline import Wanted
from db.store.documents import withdraw_without_documents
from db.store.pages import add_page, lose_page
from db.store.stamps import move
from tests.factories.announcements import NOON
from tests.factories.databases import make_database
from tests.factories.reports import figure, report, write_report
from tracker.pipeline.detect import Regrouped, detect
from tracker.web.app import make_app
from tracker.web.kept import Kept, WaitError

LATER = NOON + timedelta(hours=5)
PAGES = ("/", "/initiatives/six-g", "/targets", "/compare?initiative=six-g", "/api/v1/announcements")
SAID: dict[str, Any] = {"act": "pledged", "quote": "6G is pledged.", "body": "miit", "rule": "a.py:1"}


@pytest.fixture
def story(engine: Engine, config: Config) -> int:
    """Write a story that announces 6G, whose document has the key "one"."""
    return report(engine, config, NOON, {"six-g": SAID}, key="one", text="6G is pledged.", precision="day")


@dataclass(frozen=True)
class Client:
    """Sends requests to an application without a network."""

    app: Starlette

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        """Return the answer for a path."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(ask())


@pytest.fixture
def client(engine: Engine, config: Config) -> Client:
    """Return a client of the application on a database."""
    return Client(make_app(engine, config, Settings(database=engine.url.render_as_string(hide_password=False))))


CHANGES: dict[str, dict[str, Any]] = {
    "its act": {"act": "issued"},
    "its quote": {"quote": "6G is pledged again."},
    "the place of its quote": {"start": 7},
    "the rule that gave its act": {"rule": "b.py:2"},
    "its body": {"body": "ndrc"},
    "its speaker": {"speaker": "Somebody"},
    "its day": {"day": NOON.date()},
    "its stage": {"stage": "draft"},
    "a day of its paper": {"expires": NOON.date()},
    "its figures": {"figures": [figure(5, "%", "a share")]},
}
OF_DOCUMENT: dict[str, dict[str, Any]] = {
    "the title of its document": {"title": "Another"},
    "the number of its document": {"number": "国发〔2025〕11号"},
    "the publisher of its document": {"publisher": "Another"},
    "the language of its document": {"language": "en"},
    "the words around its quote": {"text": "We hear: 6G is pledged."},
}


@pytest.mark.parametrize("name", [*CHANGES, *OF_DOCUMENT])
def test_a_change_by_rules_alone_moves_the_row_and_the_marks(
    engine: Engine, config: Config, story: int, name: str
) -> None:
    before, (first,) = marks(engine, ("", "six-g", "ai-plus")), stored(engine)
    said, fields = SAID | CHANGES.get(name, {}), {"text": "6G is pledged."} | OF_DOCUMENT.get(name, {})
    with writing(engine) as session:
        write_report(session, config, NOON, {"six-g": said}, story=story, key="one", cause="rule", **fields)
        detect(session, config, Regrouped({story}, learned={}), LATER)
    (row,) = stored(engine)
    assert (row.id, row.first_seen_at) == (first.id, first.first_seen_at)
    assert row.digest != first.digest
    assert row.changed_at >= first.changed_at
    after = marks(engine, ("", "six-g", "ai-plus"))
    assert len(after) == 2
    assert not set(before) & set(after)


def test_what_did_not_change_moves_nothing(engine: Engine, config: Config, story: int) -> None:
    before, rows = marks(engine, ("", "six-g")), stored(engine)
    with writing(engine) as session:
        detect(session, config, Regrouped({story}, learned={}), LATER)
    assert marks(engine, ("", "six-g")) == before
    assert [(one.digest, one.changed_at) for one in stored(engine)] == [(one.digest, one.changed_at) for one in rows]


def test_changed_since_sees_a_change_by_rules(engine: Engine, config: Config, story: int) -> None:
    other = report(engine, config, NOON, {"quantum": SAID})
    assert changed_since(engine, NOON + timedelta(hours=1)) == []
    with writing(engine) as session:
        mention = {"six-g": SAID | {"quote": "6G is pledged, rules say."}}
        write_report(session, config, NOON, mention, story=story, key="one", cause="rule")
        detect(session, config, Regrouped({story, other}, learned={}), NOON)
    with writing(engine) as session:
        document = session.exec(select(Document).where(Document.key == "one")).one()
        document.publisher = "Another"
        session.add(document)
        session.flush()
        detect(session, config, Regrouped({story, other}, learned={}), LATER)
    assert changed_since(engine, NOON + timedelta(hours=1)) == ["six-g"]
    assert changed_since(engine, LATER) == []


def test_a_story_that_merges_moves_both(engine: Engine, config: Config, story: int) -> None:
    old = report(engine, config, NOON, {"six-g": SAID, "quantum": SAID}, key="two")
    before = marks(engine, ("six-g", "quantum"))
    with writing(engine) as session:
        document = session.exec(select(Document).where(Document.key == "two")).one()
        document.story_id = story
        session.add(document)
        session.flush()
        moved = Regrouped({story}, merged={old: story}, before={document.id or 0: old}, learned={})
        detect(session, config, moved, LATER)
    assert not set(before) & set(marks(engine, ("six-g", "quantum")))
    assert {one.initiative for one in stored(engine) if not one.withdrawn} == {"six-g", "quantum"}


def test_what_no_document_bears_out_any_more_moves_the_marks(engine: Engine, config: Config, story: int) -> None:
    before = marks(engine, ("", "six-g"))
    with writing(engine) as session:
        write_report(session, config, NOON, {}, story=story, key="one", cause="rule")
    after = marks(engine, ("", "six-g"))
    assert not set(before) & set(after)
    (row,) = stored(engine)
    assert (row.withdrawn, row.digest) == (True, "")
    with writing(engine) as session:
        row.withdrawn = False
        session.add(row)
        session.exec(select(Document)).one().story_id = None
        session.flush()
        withdraw_without_documents(session)
    assert not set(after) & set(marks(engine, ("", "six-g")))


def test_a_page_that_is_new_or_gone_moves_the_marks_of_what_it_mentions(engine: Engine, story: int) -> None:
    with writing(engine) as session:
        page = Page(source="miit", key="one", url="https://www.example.org/one", sha256="")
        before = marks(engine, ("six-g",))
        add_page(session, page, b"6G")
        session.flush()
        id_ = page.id or 0
    with writing(engine) as session:
        new = marks(engine, ("six-g",))
        lose_page(session, id_, LATER)
    gone = marks(engine, ("six-g",))
    with writing(engine) as session:
        lose_page(session, id_, LATER)
        add_page(session, Page(source="miit", key="other", url="https://www.example.org/other", sha256=""), b"x")
    assert len({before, new, gone}) == 3
    assert marks(engine, ("six-g",)) == gone
    assert mark_of(engine, stored(engine)[0].id or 0) == tuple(one.partition("=")[2] for one in gone)
    assert mark_of(engine, 999) == ()


@pytest.mark.parametrize("path", [*PAGES, "/announcements/1", "/api/v1/announcements/1"])
def test_an_answer_is_kept_until_something_changes(
    engine: Engine, config: Config, client: Client, story: int, path: str
) -> None:
    path = path.replace("/1", f"/{stored(engine)[0].id}") if path.endswith("/1") else path
    first = client.get(path)
    with asked(engine) as statements:
        again = client.get(path)
        known = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert not statements, "only marks were looked up, which go to the driver"
    assert (again.status_code, again.content, again.headers["ETag"]) == (200, first.content, first.headers["ETag"])
    assert (known.status_code, known.content) == (304, b"")
    with writing(engine) as session:
        mention = {"six-g": SAID | {"act": "issued", "quote": "6G is issued."}}
        write_report(
            session, config, NOON, mention, story=story, key="one", cause="rule", text="6G is issued.", precision="day"
        )
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]
    assert changed.content != first.content or path == "/targets"


@pytest.mark.parametrize("path", PAGES)
def test_it_makes_no_difference_whether_marks_are_looked_up_in_a_thread(client: Client, story: int, path: str) -> None:
    first = client.get(path)
    client.app.state.unwaiting = None
    again, known = client.get(path), client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])
    assert known.status_code == 304


def test_a_database_that_is_gone_is_no_fault_of_ours(tmp_path: Path, config: Config) -> None:
    file = tmp_path / "tracker.db"
    make_database(file)
    engine = open_database(f"sqlite:///{file}", new=False)
    client = Client(make_app(engine, config, Settings(database=f"sqlite:///{file}")))
    tags = {path: client.get(path).headers["ETag"] for path in PAGES}
    file.rename(tmp_path / "away.db")
    for path, tag in tags.items():
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 503
    (tmp_path / "away.db").rename(file)
    for path, tag in tags.items():
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    engine.dispose()


def test_what_is_kept_for_a_time_is_not_waited_for() -> None:
    made = list[int]()
    answer = Kept(lambda: made.append(1) or len(made), 60.0)
    with pytest.raises(WaitError):
        answer(wait=False)
    assert (answer(), answer(wait=False), answer.mark(wait=False)) == (1, 1, "1")
    with answer.turn, pytest.raises(WaitError):
        answer(wait=False)


def test_a_change_elsewhere_leaves_an_initiative_alone(
    engine: Engine, config: Config, client: Client, story: int
) -> None:
    tags = {path: client.get(path).headers["ETag"] for path in PAGES}
    report(engine, config, LATER, {"quantum": SAID})
    same = {path for path, tag in tags.items() if client.get(path, headers={"If-None-Match": tag}).status_code == 304}
    assert same == {"/initiatives/six-g"}


LISTS = ("/", "/initiatives/six-g", "/api/v1/announcements")


@pytest.mark.parametrize("path", LISTS)
def test_only_a_row_that_changed_is_made_again(
    engine: Engine, config: Config, client: Client, story: int, path: str
) -> None:
    report(engine, config, NOON, {"six-g": SAID | {"quote": "6G is pledged elsewhere."}}, key="other")
    client.get(path)
    with writing(engine) as session:
        mention = {"six-g": SAID | {"quote": "6G is pledged again."}}
        write_report(session, config, NOON, mention, story=story, key="one", cause="rule", text="6G is pledged again.")
    with asked(engine) as statements:
        changed = client.get(path)
    read = [some for statement, values in statements if "headline" in statement for some in lists_in(values)]
    assert [len(some) for some in read] == [1], "one row is read whole"
    assert "6G is pledged again" in changed.text
    assert "6G is pledged elsewhere" in changed.text
    assert Client(make_app(engine, config, Settings())).get(path).content == changed.content


@pytest.mark.parametrize("path", LISTS)
def test_a_row_of_an_older_program_is_made_each_time(
    engine: Engine, config: Config, client: Client, story: int, path: str
) -> None:
    for quote in ("6G comes.", "6G came."):
        with writing(engine) as session:
            row = session.exec(select(Announcement)).one()
            row.digest, row.quote = "", quote
            session.add(row)
            move(session, ["six-g"])
        assert quote[:-1] in client.get(path).text


def test_answers_of_one_address_are_kept_apart_by_language_and_filters(client: Client, story: int) -> None:
    told = [
        client.get(path, headers={"Accept-Language": language}).headers["ETag"]
        for path in ("/", "/?since=7d", "/news")
        for language in ("en", "zh")
    ]
    chosen = {client.get("/?lang=en", headers={"Accept-Language": one}).headers["ETag"] for one in ("en", "zh")}
    assert len(chosen) == 1, "a language that the address chooses is that of all"
    assert len({*told, *chosen}) == len(told) + 1


def test_an_address_that_is_shown_is_the_one_that_was_asked_for(engine: Engine, client: Client, story: int) -> None:
    path = f"/announcements/{stored(engine)[0].id}"
    for host in ("localhost", "127.0.0.1:8420", "localhost"):
        assert f"http://{host}{path}" in client.get(path, headers={"Host": host}).text


def test_errors_are_not_kept(client: Client, story: int) -> None:
    for path in ("/?act=none", "/initiatives/none", "/api/v1/announcements?act=none", "/api/v1/announcements/999999"):
        for _ in range(2):
            answer = client.get(path)
            assert answer.status_code in (400, 404, 422)
            assert "ETag" not in answer.headers


def test_the_marks_are_never_what_they_were(engine: Engine) -> None:
    seen = set[tuple[str, ...]]()
    for _ in range(3):
        with writing(engine) as session:
            move(session, ["six-g", "six-g"])
        seen.add(marks(engine, ("", "six-g")))
    assert len(seen) == 3
    with writing(engine) as session:
        move(session, [])
    assert marks(engine, ("", "six-g")) in seen


def stored(engine: Engine) -> list[Announcement]:
    with reading(engine) as session:
        return list(session.exec(select(Announcement).order_by(Announcement.id)))  # type: ignore[arg-type]


def changed_since(engine: Engine, at: datetime) -> list[str]:
    with reading(engine) as session:
        changed = [mark.id for mark in marks_behind(session, Listed(Wanted(), (), at), None, 10)]
        return [told_with(session, [id_])[id_][0].initiative for id_ in changed]


def lists_in(values: Any) -> list[list[int]]:
    """Return the lists among the values of a statement, as SQLite gets them or as PostgreSQL does."""
    every = values.values() if isinstance(values, dict) else values
    read = (json.loads(one) if isinstance(one, str) and one.startswith("[") else one for one in every)
    return [one for one in read if isinstance(one, list)]


class asked:  # noqa: N801 - it reads as a statement
    """Collect the statements that an engine executes within a block, each with its values."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.statements = engine, list[tuple[str, Any]]()

    def __enter__(self) -> list[tuple[str, Any]]:
        event.listen(self.engine, "before_cursor_execute", self._note)
        return self.statements

    def __exit__(self, *_: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self._note)

    def _note(self, _connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if statement.strip().upper() != "BEGIN":
            self.statements.append((statement, values))
