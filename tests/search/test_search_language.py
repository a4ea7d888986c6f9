"""Tests what queries find, compared with a scan of every text, on SQLite and PostgreSQL."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from db.engine import reading, writing
from db.models import Document
from db.queries.sought import Sought
from db.queries.timeline import Wanted
from tests.factories.databases import sqlite
from tests.search.scan import scan
from tests.search.texts import OWN, filled, store
from tests.sizes import size
from tracker.search import answers, finding
from tracker.search.language import QueryError, read_query

ALL, FIRST = Wanted(), Wanted(most=3)
# A query, and the titles (or texts, where there is no title) that it finds among OWN.
TITLES = [title or text for title, text in OWN]
AI, QUANTUM, SIX_G, PLUS, GROUP, TAIWAN, UNTITLED, BARE, SIGNS, ONE = TITLES
CASES = [
    ("人工智能+", [AI, BARE]),
    ("人工智能＋", [AI, BARE]),
    ("人工智能+行动", [AI]),
    ("人工智能", [AI, BARE]),
    ("人工智慧", [AI, TAIWAN, BARE]),
    ('"人工智慧"', [TAIWAN]),
    ("量子", [QUANTUM, TAIWAN]),
    ("兩岸量子", [TAIWAN]),
    ("量子通信", [QUANTUM]),
    ('"量子。通信"', [QUANTUM]),
    ("子通", [QUANTUM]),
    ("量", [QUANTUM, TAIWAN]),
    ("一", [AI, QUANTUM, ONE]),
    ("6G", [SIX_G]),
    ("6g 试验", [SIX_G]),
    ("AI", [SIX_G, PLUS, GROUP]),
    ("ai技术", [SIX_G]),
    ("ai-plus", [PLUS, GROUP]),
    ('"AI Plus initiative"', [PLUS]),
    ("“AI Plus initiative”", [PLUS]),
    ("AI AND robots", [GROUP]),
    ("AI NOT robots", [SIX_G, PLUS]),
    ("AI -robots", [SIX_G, PLUS]),
    ("NOT robots AI", [SIX_G, PLUS]),
    ("robots OR 6G", [SIX_G, GROUP]),
    ("robots OR 6G 试验", [SIX_G, GROUP]),
    ("(robots OR 6G) 试验", [SIX_G]),
    ("（robots OR 6G） AND NOT (quantum OR 量子)", [SIX_G]),
    ("work", []),
    ("works", [GROUP]),
    ("wor*", [PLUS, GROUP]),
    ("work*", [PLUS, GROUP]),
    ("worke*", [PLUS]),  # codespell:ignore worke
    ("wo*", [PLUS, GROUP]),
    ('"a wor*"', []),
    ("量*", [QUANTUM, TAIWAN]),
    ("1,000", [SIX_G, PLUS]),
    ("5.5%", [SIX_G]),
    ("5", []),
    ("title:quantum", [GROUP]),
    ("标题：量子", [QUANTUM, TAIWAN]),
    ("標題:量子", [QUANTUM, TAIWAN]),
    ("title:works", []),
    ("title:人工智能+ OR title:6G", [AI, SIX_G, BARE]),
    ("-title:规划 量子", [TAIWAN]),
    ("2025年8月", [UNTITLED]),
    ("年8月", [UNTITLED]),
    ("年有", [UNTITLED]),
    ("能+氢", [UNTITLED]),
    ("café", [SIGNS]),
    ("ÜNÏCODE", [SIGNS]),
    ("𠀁字", [SIGNS]),
    ("αβγ", [SIGNS]),
    ("nothing-of-the-kind", []),
    ("and or not", []),
]
REFUSED = [
    ("", "the query is empty; write a word, such as"),
    ("  ", "the query is empty"),
    ("，。 - ”“", "the query '，。 - ”“' has no letter and no digit; write a word, such as"),
    (" 🙂 ", "the query '🙂' has no letter and no digit; write a word, such as"),
    ('量子 "AI Plus', "the quote at character 4 of '量子 \"AI Plus' is never closed; put another where it ends"),
    ("(量子", "the bracket at character 1 is never closed; put ) where it ends"),
    ("量子)", "the bracket at character 3 closes none that is open; leave it out"),
    ("()", "a word is missing at character 2; write one, or leave out the bracket"),
    ("(", "a word is missing at character 1; write one, or leave out the bracket"),
    ("NOT 量子", "only what not to find; add what to find"),
    ("量子 OR -AI", "only what not to find"),
    ("量子 AND", "nothing follows AND"),
    ("量子 OR", "a word is missing at character 4; write one, or leave out OR"),
    ("OR 量子", "a word is missing at character 1; write one, or leave out OR"),
    ("w*", "'w*' is the beginning of too many words; write 2 letters at least"),
    ("title:(a OR b)", "applies to one term"),
    ("量" * 501, "the query has 501 characters; write 500 at most"),
    ("a " * 33, "the query has more than 32 terms; ask with fewer"),
    ("(" * 10 + "a" + ")" * 10, "brackets are nested more than 8 deep"),
]
HOSTILE = [
    '" OR 1=1 --',
    "a* b* NEAR(c d)",
    "{title}: a",
    "a ^ b",
    "title:",
    "'); DROP TABLE search",
    "a AND AND b",
    "%_",
    "\\",
]


def found(engine: Engine, query: str) -> list[int]:
    """Return what a query finds, after checking that all ways of querying agree."""
    sought = read_query(query)
    with reading(engine) as session:
        ids = [row["document"] for row in answers.answer(session, sought, ALL).rows]
        every = finding.every(session, sought, ALL)
        newest = [row["document"] for row in answers.newest(session, sought, ALL)]
        assert len(ids) == len(every) == answers.count(session, sought, ALL)
        assert sum(month["documents"] for month in answers.by_month(session, sought, ALL)) == len(ids)
        for sorted_, look in ((10**9, 0), (0, 0), (0, 10**9)):
            # By sorting, by a walk through the newest texts, by stretches of days.
            with patch.object(finding, "sortable", lambda *_, n=sorted_: n), patch.object(finding, "LOOK", look):
                shown = [[row["document"] for row in way(session, sought, FIRST)] for way in (answers.newest, _answer)]
                assert shown == [newest[:3], ids[:3]]
    return sorted(ids)


def _answer(session: Session, sought: Sought, wanted: Wanted) -> list[dict[str, Any]]:
    return answers.answer(session, sought, wanted).rows


@pytest.fixture
def own(engine: Engine) -> tuple[Engine, list[Document]]:
    """A database with OWN."""
    with writing(engine) as session:
        documents = store(session, OWN)
    return engine, documents


def test_a_query_finds_what_its_language_says(own: tuple[Engine, list[Document]]) -> None:
    engine, documents = own
    names = {document.id: document.title or document.text for document in documents}
    assert {query: {names[id_] for id_ in found(engine, query)} for query, _ in CASES} == {
        query: set(titles) for query, titles in CASES
    }


@pytest.mark.parametrize(("query", "said"), REFUSED)
def test_a_query_that_says_nothing_is_refused_in_one_line(query: str, said: str) -> None:
    with pytest.raises(QueryError) as refused:
        read_query(query)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_no_query_makes_an_error_of_the_database(own: tuple[Engine, list[Document]]) -> None:
    engine, _ = own
    order = random.Random(5)
    signs = [
        "量子",
        "AI",
        "wor",
        "*",
        '"',
        "“",
        "(",
        ")",
        " ",
        "AND",
        "OR",
        "NOT",
        "-",
        "title:",
        ":",
        "+",
        "^",
        "'",
        "\\",
    ]
    answered = 0
    for query in [*HOSTILE, *("".join(order.choices(signs, k=order.randint(1, 12))) for _ in range(300))]:
        try:
            read_query(query)
        except QueryError:
            continue
        found(engine, query)
        answered += 1
    assert answered > 50


@pytest.mark.parametrize("seed", [1, 2])
def test_all_and_only_what_a_scan_finds_is_found(engine: Engine, seed: int) -> None:
    documents = filled(engine, seed)
    order, tried = random.Random(seed), 0
    for query in pieces_of(documents, order, size(400, 60)):
        sought = read_query(query)
        scanned = [d.id for d in documents if scan(sought, d.title, d.text)]
        assert found(engine, query) == sorted(scanned), query
        tried += bool(scanned)
    assert tried > 30


def pieces_of(documents: list[Document], order: random.Random, number: int) -> Iterator[str]:
    """Yield queries of one to six characters out of the texts, and of their words; some adjacent, some excluded."""
    while number:
        document = order.choice(documents)
        said = f"{document.title or ''} {document.text}"
        start, length = order.randrange(max(1, len(said) - 6)), order.randint(1, 6)
        words = said.split()
        piece = said[start : start + length] if order.random() < 0.7 or not words else order.choice(words)[:30]
        piece = "".join(sign for sign in piece if sign not in '"“”„＂\n')
        if order.random() < 0.2:
            piece = f'{piece}" {order.choice(("OR", "AND", "NOT"))} "量子'
        try:
            read_query(query := f'"{piece}"')
        except QueryError:
            continue
        number -= 1
        yield query


def test_real_texts_are_found_as_a_scan_finds_them(shared: Path, tmp_path: Path) -> None:
    engine = sqlite(tmp_path / "tracker.db")
    with gzip.open(f"{shared}/corpora/ministry-papers-zh.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [(row.get("title"), row["text"]) for row in map(json.loads, lines)]
    with writing(engine) as session:
        documents = store(session, texts[: size(len(texts), 60)])
    for query in pieces_of(documents, random.Random(3), size(200, 40)):
        sought = read_query(query)
        assert found(engine, query) == [d.id for d in documents if scan(sought, d.title, d.text)], query
    engine.dispose()
