"""Make documents to search: the shipped replica's articles, and texts with every kind of character."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlmodel import Session

from db.engine import writing
from db.models import Document
from tracker.demo.content import sites
from tracker.search.indexing import index

OWN = (
    ("关于深入实施“人工智能+”行动的意见", "国务院8月26日印发《意见》。到2027年，新一代智能终端普及率超70%。"),
    ("量子科技发展规划", "量子。通信不是一个词；量子通信才是。"),
    ("6G 试验频率", "工业和信息化部批复６Ｇ试验频率，AI技术同步推进，投资1,000亿元、增长5.5%。"),
    ("AI Plus opens a new chapter", "The AI-Plus initiative, worth 1,000 yuan, went into workshops; a worker said so."),
    ("Quantum working group", "It works on low-altitude economy. AI, plus robots. No Wordings here."),
    ("兩岸量子計算論壇", "與會者討論人工智慧。"),
    (None, "没有标题的正文：能+氢 2025年8月，年年有余"),
    ("只有标题的人工智能＋", ""),
    ("ΑΒΓ Café naïve", "Ünïcode wörd; 😀 𠀀𠀁字; <b>% _ * ' \\ \" ^ : { }</b>"),
    ("", "一"),
)


def store(session: Session, texts: Iterable[tuple[str | None, str]], first: int = 0) -> list[Document]:
    """Save documents with these titles and texts, a day apart, and index them."""
    saved = []
    for number, (title, text) in enumerate(texts, first):
        at = datetime(2025, 1 + number % 12, 1 + number % 28, tzinfo=UTC)
        key = f"text-{number}"
        document = Document(source="import", key=key, url=f"https://www.example.org/{key}", title=title, text=text)
        document.published, document.precision = at, "day"
        session.add(document)
        session.flush()
        index(session, document)
        saved.append(document)
    return saved


def shuffled(seed: int) -> list[tuple[str | None, str]]:
    """Return the replica's articles and OWN in some order, and as many composed of their sentences."""
    order = random.Random(seed)
    texts = [*_of_replica(), *OWN]
    lines = [line for _, text in texts for line in text.split("\n") if line]
    mixed = [(order.choice(lines)[:40], "\n".join(order.choices(lines, k=3))) for _ in texts]
    texts = [*texts, *mixed]
    order.shuffle(texts)
    return texts


def filled(engine: Engine, seed: int) -> list[Document]:
    """A database with `shuffled`."""
    with writing(engine) as session:
        return store(session, shuffled(seed))


def _of_replica() -> list[tuple[str | None, str]]:
    return [(article.title, article.text) for _, articles in sites().values() for article in articles]
