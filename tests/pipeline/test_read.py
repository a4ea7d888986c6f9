"""Tests that a page that cannot be read, tagged or stored is a counted problem, and delays no other."""

import json

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config
from db.engine import reading, writing
from db.models import Content, Document, Page
from db.store.pages import add_page
from tracker.parse import records
from tracker.pipeline.read import read

RECORD = {"url": "https://x/2", "lang": "zh", "text": "国务院印发意见，加快发展低空经济。"}


def store(engine: Engine, url: str, content: bytes, content_type: str = records.CONTENT_TYPE) -> None:
    """Store a page as an import does."""
    with writing(engine) as session:
        add_page(session, Page(source="import", key=url, url=url, sha256="", content_type=content_type), content)


def documents(engine: Engine) -> dict[str, Document]:
    """The documents by address."""
    with reading(engine) as session:
        return {document.url: document for document in session.exec(select(Document))}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (json.dumps({**RECORD, "title": ["a"]}), '"title" must be'),
        (json.dumps({**RECORD, "text": None}), '"text" must be a string'),
        (json.dumps({**RECORD, "published": "0001-01-01"}), "cannot be read"),
        ("no json", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ('{"url":"https://x/2","lang":"zh","text":"\\ud800\\u0000低空经济"}', None),
        ('{"url":"https://x/2","lang":"zh","title":"\\udfff","text":"低空经济"}', None),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_odd_record_keeps_no_other_from_being_read(
    engine: Engine, config: Config, content: str, problem: str | None
) -> None:
    store(engine, "https://x/1", content.encode())
    store(engine, "https://x/2", json.dumps(RECORD).encode())
    said: list[tuple[str, str]] = []
    assert read(engine, config, problem=lambda url, why: said.append((url, why))).problems == (problem is not None)
    assert [(url, (problem or "") in why) for url, why in said] == [("https://x/1", True)] * (problem is not None)
    found = documents(engine)
    assert problem in (found["https://x/1"].problem or "") if problem else not found["https://x/1"].problem
    assert found["https://x/2"].story_id
    assert read(engine, config).documents == 0, "it is not tried again before the rules change"


def test_damaged_bytes_are_a_problem(engine: Engine, config: Config) -> None:
    store(engine, "https://x/1", json.dumps({**RECORD, "title": "a"}).encode())
    with writing(engine) as session:
        session.exec(select(Content)).one().zipped = b"rust"
    store(engine, "https://x/2", json.dumps(RECORD).encode())
    assert read(engine, config).problems == 1
    assert "cannot be read: error" in (documents(engine)["https://x/1"].problem or "")


def test_what_another_reader_read_meanwhile_is_not_written_again(engine: Engine, config: Config) -> None:
    """Else it would wait for its story again, as found by a rule, and be announced without a mail if that changes."""
    for number in (1, 2):
        store(engine, f"https://x/{number}", json.dumps(RECORD | {"url": f"https://x/{number}"}).encode())
    others = []

    def let_another_read(done: int, _all: int) -> None:
        if not others:
            others.append(read(engine, config))

    ours = read(engine, config, progress=let_another_read)
    assert [(counts.pages, counts.documents) for counts in (*others, ours)] == [(1, 1), (1, 1)]
    assert read(engine, config, again=True).documents == 2
