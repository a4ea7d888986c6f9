"""Tests that a document that is read again before it is announced keeps the more urgent of its causes."""

import pytest
from sqlalchemy import Engine

from config import Config
from db.engine import writing
from db.models import Document
from tests.tag.sayings import RULES
from tracker.stories import LINKED, NEIGHBOUR, READ
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
