"""Tests that pages stored together are the same as those stored one by one."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from db.engine import reading, writing
from db.models import Content, Document, Mention, Page, Stamp, now
from db.store.many_pages import COLUMNS, NewPage, add_pages
from db.store.pages import add_page
from tests.factories.databases import sqlite

BEGAN = now() - timedelta(days=30)


def seen(draw: random.Random) -> Iterator[tuple[NewPage, bytes]]:
    """Yield pages as files hold them: again, changed, under other keys and sources, in any order of time."""
    for _ in range(120):
        key = f"example.org/{draw.randrange(12)}"
        page = NewPage(f"https://{key}", "text/html", source=draw.choice("ab"), key=key)
        page.fetched_at = BEGAN + timedelta(minutes=draw.randrange(50))
        page.listed_title = draw.choice([None, "标题"])
        yield page, f"<p>{draw.randrange(4)}</p>".encode()


def tables(engine: Engine) -> list[list[dict[str, Any]]]:
    """Return all pages and contents."""
    with reading(engine) as session:
        pages, contents = session.exec(select(Page).order_by(col(Page.id))), session.exec(select(Content))
        rows = [[row.model_dump() for row in pages], [row.model_dump() for row in contents]]
    return [rows[0], sorted(rows[1], key=lambda row: str(row["sha256"]))]


@pytest.mark.parametrize("seed", range(3))
def test_together_is_the_same_as_one_by_one(engine: Engine, tmp_path: Path, seed: int) -> None:
    one_by_one, found, wanted = sqlite(tmp_path / "one.db"), list[bool](), list[bool]()
    pages = list(seen(random.Random(seed)))
    for page, content in pages:
        row = {name: getattr(page, name) for name in COLUMNS}
        with writing(one_by_one) as session:
            wanted.append(add_page(session, Page(**row, sha256="", checked_at=page.fetched_at), content))
    for start in range(0, len(pages), 50):
        with writing(engine) as session:
            found += add_pages(session, pages[start : start + 50])
    assert found == wanted
    assert tables(engine) == tables(one_by_one)
    one_by_one.dispose()


def test_a_new_version_moves_the_marks_of_what_its_document_mentions(engine: Engine) -> None:
    def store(text: str) -> dict[str, str]:
        with writing(engine) as session:
            pages = [NewPage("https://e/1", "text/html", source="a", key=key) for key in "12"]
            add_pages(session, [(page, text.encode()) for page in pages])
        with reading(engine) as session:
            return {stamp.name: stamp.mark for stamp in session.exec(select(Stamp))}

    assert store("one") == {}
    with writing(engine) as session:
        document = Document(source="a", key="2", url="https://e/1")
        session.add(document)
        session.flush()
        session.add(Mention(document_id=document.id, initiative="ai-plus", act="issued", quote="", start=0, end=0))
    first = store("two")
    assert set(first) == {"", "ai-plus"}
    assert store("two") == first
    assert store("three")["ai-plus"] != first["ai-plus"]
