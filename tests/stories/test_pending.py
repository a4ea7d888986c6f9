"""Tests that a document that is read again before it is announced keeps the more urgent of its causes."""

from functools import partial

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from config import Config, load
from db.engine import reading, transact, writing
from db.models import Announcement, Document
from db.store.stories import wait_again
from tests.stories.arriving import arrivals, arrive
from tests.tag.sayings import RULES
from tracker.pipeline.fold import _place, fold
from tracker.stories import LINKED, NEIGHBOUR, READ, WAITS
from tracker.stories.names import compile_names
from tracker.stories.pending import items_of, wait
from tracker.tag.tagger import tag


@pytest.mark.parametrize(
    ("state", "cause"), [(READ, "news"), (LINKED, "news"), (NEIGHBOUR, "news"), ("formed by these rules", "rule")]
)
def test_what_waits_as_news_stays_news(engine: Engine, config: Config, state: str, cause: str) -> None:
    text = "国务院日前印发意见，深入实施“人工智能+”行动。"
    document = Document(source="gov-cn", key="1", url="https://www.gov.cn/1", language="zh", text=text)
    document.grouped_by, document.cause = state, "news"
    with writing(engine) as session:
        session.add(document)
        session.flush()
        items = items_of(document, tag(document, RULES), compile_names(config))
        wait(session, document, items, "rule", had_mentions=True)
        assert document.cause == cause


def test_what_another_reader_read_again_is_announced_for_its_own_cause(engine: Engine) -> None:
    """Let a neighbour's story be formed while a document of it, which mentions more now, is not linked yet."""
    text = "国务院日前印发意见，深入实施“人工智能+”行动，2027年普及率超过70%。"
    one, other = arrivals([{"published": "2025-03-05", "text": text}] * 2)
    arrive(engine, [one, other])
    fold(engine, load())
    more_text = f"{text}发展低空经济，2025年市场规模达到1.5万亿元。"
    (more,) = arrivals([{"published": "2025-03-05", "text": more_text}])
    with writing(engine) as session:
        neighbour = session.exec(select(Document.id).where(Document.key == other.document["key"])).one()
        assert neighbour
        wait_again(session, [neighbour], NEIGHBOUR, besides=WAITS, cause="rule")
    arrive(engine, [more])
    transact(engine, partial(_place, config=load(), start=neighbour, patient=True))
    with reading(engine) as session:
        causes = dict(session.exec(select(Announcement.initiative, Announcement.cause)).all())
    assert causes == {"ai-plus": "news", "low-altitude-economy": "news"}
