"""Tests that the index equals the documents: with each of them, after an upgrade, when killed, and if damaged."""

import random
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, col, select

from config import Config
from db.connect import connect, write
from db.engine import open_database, reading, writing
from db.migrations.upgrade import upgrade
from db.models import Document
from db.queries import search_index
from db.queries.timeline import Wanted
from db.sqlite_files import see_to_files
from db.store.documents import save_document
from tests.factories.databases import sqlite
from tests.processes.running import Tracker
from tests.search.texts import OWN, store
from tracker.search import answers, finding, indexing
from tracker.search.indexing import faults, index, index_missing, is_whole, repair
from tracker.search.language import read_query

ALL = Wanted(most=50)


def titles(engine: Engine, query: str, wanted: Wanted = ALL) -> list[str | None]:
    """Return the titles that a query finds, in the order in which they are shown."""
    with reading(engine) as session:
        return [row["title"] for row in answers.answer(session, read_query(query), wanted).rows]


def fill(engine: Engine) -> None:
    """Store OWN."""
    with writing(engine) as session:
        store(session, OWN)


def test_a_document_that_is_written_again_is_found_by_what_it_says_now(engine: Engine) -> None:
    fill(engine)
    with writing(engine) as session:
        read = Document(
            source="import", key="text-1", url="https://www.example.org/text-1", title="氢能", text="氢能规划"
        )
        index(session, save_document(session, read))
    assert titles(engine, "氢能") == ["氢能"]
    assert titles(engine, "量子") == ["兩岸量子計算論壇"]
    assert list(faults(engine)) == []


def test_what_is_rolled_back_is_not_found(engine: Engine) -> None:
    with pytest.raises(RuntimeError), writing(engine) as session:  # noqa: PT012
        store(session, OWN)
        raise RuntimeError
    assert titles(engine, "量子") == []
    assert list(faults(engine)) == []


def test_a_document_that_goes_takes_its_entry_along(engine: Engine) -> None:
    fill(engine)
    with writing(engine) as session:
        session.connection().execute(text("DELETE FROM document WHERE title LIKE '量子%'"))
    assert titles(engine, "量子") == ["兩岸量子計算論壇"]
    assert list(faults(engine)) == []


def test_documents_of_an_older_database_are_indexed_once_with_progress(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "AT_ONCE", 4)
    with writing(engine) as session:
        session.add_all(Document(source="import", key=str(n), url="", title=t, text=x) for n, (t, x) in enumerate(OWN))
    with reading(engine) as session:
        assert not is_whole(session)
    assert len(list(faults(engine))) == len(OWN)
    seen: list[tuple[int, int]] = []
    assert index_missing(engine, lambda done, of: seen.append((done, of))) == len(OWN)
    assert seen == [(4, 10), (8, 10), (10, 10)]
    assert (index_missing(engine), list(faults(engine))) == (0, [])
    with reading(engine) as session:
        assert is_whole(session)
    assert len(titles(engine, "量子")) == 2


OLD_DOCUMENT = """
INSERT INTO document (id, source, key, url, title, language, text, read_by, tagged_by, indexed_by, items, grouped_by,
    cause, first_seen_at, backfilled)
VALUES (1, 'import', '1', '', '量子', 'zh', '量子通信', '', '', '1:digest', 0, '', 'news', '2025-01-01', 0)
"""
OLD_ENTRY = "INSERT INTO search (rowid, title, text) VALUES (1, '量子 子', '量子 子通 通信 信')"


def test_the_larger_index_of_an_older_program_is_replaced(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    older = connect(url)
    upgrade(older, "0016")
    with write(older) as connection:
        for statement in (OLD_DOCUMENT, OLD_ENTRY):
            connection.execute(text(statement))
    older.dispose()
    engine = open_database(url)
    with reading(engine) as session:
        assert not is_whole(session)
    assert index_missing(engine) == 1
    assert (titles(engine, "量子通信"), titles(engine, "子信"), list(faults(engine))) == (["量子"], [], [])
    with writing(engine) as session:
        session.connection().execute(text("DELETE FROM document"))
    assert (titles(engine, "量子"), list(faults(engine))) == ([], [])
    engine.dispose()


def test_an_index_of_another_shape_is_not_used_and_made_again(tmp_path: Path) -> None:
    tracker = Tracker(tmp_path)
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    fill(engine)
    with writing(engine) as session:
        session.connection().execute(text("DROP TABLE search"))
        session.connection().execute(text("CREATE VIRTUAL TABLE search USING fts5(title, text, content='')"))
    assert set(titles(engine, "量子", ALL)) == {"兩岸量子計算論壇", "量子科技发展规划"}
    assert list(faults(engine)) == [
        "the search index is missing or of another version of the tracker; `tracker read` makes it again"
    ]
    assert tracker.run("search", "量子", "--count").stdout == "2\n"
    assert list(faults(engine)) == []
    engine.dispose()


def test_another_version_indexes_all_again(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(engine)
    monkeypatch.setattr(indexing, "VERSION", "another")
    assert index_missing(engine) == len(OWN)
    assert list(faults(engine)) == []


DAMAGES = {
    "a text that was changed behind our back": "UPDATE document SET text = '别的' WHERE title = '量子科技发展规划'",
    "an entry that is missing": "DELETE FROM search WHERE {key} = (SELECT id FROM document WHERE title LIKE '量子%')",
    "an entry of another text": {
        "sqlite": "INSERT OR REPLACE INTO search (rowid, tokens) VALUES (2, '量 子 量子 ^量子')",
        "postgresql": "UPDATE search SET text = '氢能' WHERE document_id = 2",
    },
    "tokens that are not of the text": {
        "sqlite": "INSERT OR REPLACE INTO search (rowid, tokens) VALUES (10, '二')",
        "postgresql": "UPDATE search SET tokens = ARRAY['x'] WHERE document_id = 10",
    },
    "an entry of no document": {"sqlite": "INSERT INTO search (rowid, tokens) VALUES (99, '量子 量 子')"},
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_an_index_that_differs_is_found_and_corrected(engine: Engine, damage: str | dict[str, str]) -> None:
    fill(engine)
    name = engine.dialect.name
    statement = damage if isinstance(damage, str) else damage.get(name)
    if statement is None:
        return  # the database itself refuses it
    with writing(engine) as session:
        session.connection().execute(text(statement.format(key="rowid" if name == "sqlite" else "document_id")))
    found = list(faults(engine))
    assert len(found) == 1
    assert "search index" in found[0]
    repair(engine)
    assert list(faults(engine)) == []


def test_without_an_index_the_texts_are_scanned_and_say_the_same(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine.dialect.name != "sqlite":
        return  # it always has one
    asked = ["量子", "AI", "wor* OR 6G", "title:人工智能+", "量"]
    fill(engine)
    with reading(engine) as session:
        by_index = [sorted(_ids(session, query)) for query in asked]
        months = answers.by_month(session, read_query("量子"), ALL)
    monkeypatch.setattr(search_index, "LEAST_SQLITE", (*sqlite3.sqlite_version_info[:2], 9999))
    with writing(engine) as session:
        assert not search_index.is_indexed(session)
        assert [sorted(_ids(session, query)) for query in asked] == by_index
        assert answers.by_month(session, read_query("量子"), ALL) == months
        assert answers.count(session, read_query("量子"), ALL) == 2
        store(session, OWN, first=50)
    assert index_missing(engine) == 0
    monkeypatch.undo()
    assert index_missing(engine) == len(OWN)
    assert list(faults(engine)) == []


def _ids(session: Session, query: str) -> list[int]:
    return [row["document"] for row in answers.answer(session, read_query(query), ALL).rows]


@pytest.mark.parametrize("counted", [1001, 3])
@pytest.mark.parametrize("query", ["量子", "量子通信", "量子 -氢能规划"])
def test_those_with_it_in_the_title_come_first_then_the_newest(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, query: str, counted: int
) -> None:
    texts = [
        ("氢能", "量子、通信，氢能规划。"),
        ("量子通信试点", "三个城市试点。"),
        ("简讯", "量子通信；氢能、规划。"),
        ("科技工作", "量子通信等。"),
        ("量子通信标准", ""),
    ]
    with writing(engine) as session:
        store(session, texts)
        # What was published last is not what was stored last.
        session.get_one(Document, 3).published = None
    monkeypatch.setattr(answers, "MOST_COUNTED", counted)
    found = ["量子通信标准", "量子通信试点", "科技工作", "氢能", "简讯"]
    found = [title for title in found if query == "量子" or title != "氢能"]
    assert [titles(engine, query, Wanted(most=most)) for most in (1, 2, 4, 9)] == [
        found[:most] for most in (1, 2, 4, 9)
    ]
    with reading(engine) as session:
        answer = answers.answer(session, read_query(query), ALL)
        newest = answers.newest(session, read_query(query), ALL)
    assert (answer.total, answer.more) == ((2, True) if counted == 3 else (len(found), False))
    assert [row["title"] for row in newest] == ["量子通信标准", "科技工作", "量子通信试点", *found[3:]]


DAYS = """
2026-11-30 2026-11-30T23:59 2026-11-29 2026-11-28 2026-11-24 2026-11-01 2026-10-31T23:59 2026-10-31 2026-01-01
2025-12-31 2025-06-30 2024-02-29 2023-01-01 2020-01-31 2019-12-31 1999-12-31T23:59 1978-12-18 1000-01-01
"""
WITHOUT_ITS_DAYS = {
    "sqlite": "INSERT OR REPLACE INTO search (rowid, tokens) VALUES ({id}, '量 子 通 信 量子 子通 通信')",
    "postgresql": "UPDATE search SET tokens = ARRAY['量', '子', '量子', '子通', '通信'] WHERE document_id = {id}",
}


@pytest.mark.parametrize("query", ["量子", "量子通信"])
def test_the_newest_of_many_are_found_by_stretches_of_days(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(finding, "sortable", lambda *_: 0)
    monkeypatch.setattr(finding, "LOOK", 10**9)
    days = [datetime.fromisoformat(day).replace(tzinfo=UTC) for day in DAYS.split()]
    random.Random(1).shuffle(days)
    with writing(engine) as session:
        stored = store(session, [(None, "量子通信。")] * (len(days) + 2))
        for document, day in zip(stored, [*days, None, None], strict=True):
            document.published = day
            index(session, document)
        by_day = sorted(stored[: len(days)], key=lambda one: str(one.published), reverse=True)
        newest = [one.id for one in (*by_day, stored[-1], stored[-2])]
    assert list(faults(engine)) == []
    with reading(engine) as session:
        sought = read_query(query)
        for most in (1, 2, 5, 12, 18, 19, 99):
            found = answers.newest(session, sought, Wanted(most=most))
            assert [row["document"] for row in found] == newest[:most]
        in_a_year = answers.newest(session, sought, Wanted(most=3, since=date(2020, 1, 1), until=date(2025, 12, 31)))
        assert [row["day"] for row in in_a_year] == ["2025-12-31", "2025-06-30", "2024-02-29"]
    with writing(engine) as session:
        session.connection().execute(text(WITHOUT_ITS_DAYS[engine.dialect.name].format(id=newest[0])))
    with reading(engine) as session:
        # An entry of an older program, which has no days, is found after all that have.
        found = answers.newest(session, sought, Wanted(most=99))
    assert [row["document"] for row in found] == [*newest[1:-2], newest[0], *newest[-2:]]


@pytest.mark.parametrize(
    ("query", "total"), [("量子", (9, False)), ("量子通信", (4, True)), ("量子 -氢能规划", (4, True))]
)
def test_fewer_are_counted_if_their_texts_have_to_be_looked_at(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, query: str, total: tuple[int, bool]
) -> None:
    with writing(engine) as session:
        store(session, [("简讯", "量子通信。")] * 9)
    monkeypatch.setattr(answers, "MOST_COMPARED", 5)
    for most in (1, 4):
        with reading(engine) as session:
            answer = answers.answer(session, read_query(query), Wanted(most=most))
            assert ((answer.total, answer.more), len(answer.rows)) == (total, most)
            assert answers.count(session, read_query(query), ALL) == 9
    with reading(engine) as session:
        # No fewer are counted than are shown.
        answer = answers.answer(session, read_query(query), ALL)
    assert (answer.total, answer.more, len(answer.rows)) == (9, False, 9)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """An installation that has read records."""
    folder = tmp_path_factory.mktemp("search")
    tracker = Tracker(folder, {"XDG_STATE_HOME": str(folder / "state")})
    row = '{"id": "%s", "url": "https://www.example.org/%s", "title": "%s", "published": "%s", "text": "%s"}'
    rows = [
        row
        % (
            1,
            1,
            "国务院关于深入实施“人工智能+”行动的意见",
            "2025-08-26",
            "国务院印发《关于深入实施“人工智能+”行动的意见》。",
        ),
        row % (2, 2, "Quantum plan", "2025-09", "MIIT will release a quantum plan, an official said."),
        row % (3, 3, "量子", "", "量子计算。"),
    ]
    (folder / "records.jsonl").write_text("\n".join(rows), encoding="utf-8")
    tracker.run("import", "records.jsonl")
    tracker.run("read")
    return tracker


def test_reading_keeps_the_index_and_the_command_shows_what_is_found(crawled: Tracker) -> None:
    rows = crawled.json("search", "人工智能+行动")
    assert [(row["day"], row["source"], row["initiatives"]) for row in rows] == [("2025-08-26", "import", ["ai-plus"])]
    assert "“人工智能+”行动" in rows[0]["snippet"]
    done = crawled.run("search", "人工智能+")
    assert "1 document, those with it in the title first, then the newest\n" in done.stderr
    assert "人工智能+ is an initiative with more names than this: `tracker timeline ai-plus`" in done.stderr
    assert crawled.run("search", "量子", "OR", "quantum", "--count").stdout == "2\n"
    months = crawled.json("search", "量子 OR quantum OR 人工智能+", "--by", "month")
    assert months == [
        {"month": None, "documents": 1},
        {"month": "2025-08", "documents": 1},
        {"month": "2025-09", "documents": 1},
    ]
    engine = sqlite(crawled.folder / "tracker.db")
    assert list(faults(engine)) == []
    engine.dispose()


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--since", "2025-09"], 1),
        (["--until", "2025-08"], 1),
        (["--until", "2025"], 2),
        (["--initiative", "人工智能+"], 1),
        (["--act", "issued"], 1),
        (["--at-least", "pledged"], 1),
        (["--body", "国务院"], 1),
        (["--tier", "media"], 3),
        (["--tier", "primary"], 0),
        (["--language", "en"], 1),
        (["--source", "import"], 3),
    ],
)
def test_filters_are_those_of_every_command(crawled: Tracker, filters: list[str], found: int) -> None:
    assert crawled.json("search", "量子 OR quantum OR 人工智能+", *filters, "--count") == [{"documents": found}]


def test_a_query_that_cannot_be_read_is_one_line(crawled: Tracker) -> None:
    done = crawled.run("search", '"量子', code=2)
    assert done.stderr.count("\n") == 1
    assert "is never closed" in done.stderr
    assert crawled.run("search", "没有这个词").stderr == "no document contains '没有这个词'\n"
    filtered = crawled.run("search", "量子", "--until", "2020")
    assert filtered.stderr == "no document contains '量子', with these filters\n"


def test_an_upgraded_database_is_searched_whole(tmp_path: Path, config: Config) -> None:
    tracker = Tracker(tmp_path)
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    with writing(engine) as session:
        session.add(Document(source="import", key="1", url="", title="量子", text="量子"))
    assert tracker.run("search", "量子", "--count").stdout == "1\n"
    with reading(engine) as session:
        assert session.exec(select(Document.indexed_by).where(col(Document.indexed_by) == "")).all() == []
    engine.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_statistics_of_an_empty_index_do_not_plan_its_merges(engine: Engine) -> None:
    """SQLite reads a whole table of which it knows two rows, though a range of numbers is asked for."""
    see_to_files(engine)
    merge = "EXPLAIN QUERY PLAN DELETE FROM search_data WHERE id >= 1 AND id <= 2"
    with connect(str(engine.url)).connect() as connection:
        steps = [row[-1] for row in connection.exec_driver_sql(merge)]
    assert steps == ["SEARCH search_data USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"]
