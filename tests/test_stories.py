"""Stories: what reports one announcement comes together, what only looks like it stays apart, ids stay."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy import text as sql
from sqlmodel import Session, col, func, select

import config
from db.engine import open_database, reading, writing
from db.migrations.upgrade import upgrade
from db.models import Document, Mention, StoryTrace
from db.store.stories import keep_in_story
from tests.one_story import CLUSTERS, ONE_STORY, Row, row
from tests.one_story_again import AGAIN
from tests.one_story_briefed import BRIEFED
from tests.one_story_by_items import BY_ITEMS
from tests.one_story_gathered import GATHERED
from tests.one_story_journeys import JOURNEYS
from tests.one_story_retold import RETOLD
from tests.two_stories import TWO_STORIES
from tests.two_stories_alike import ALIKE
from tests.two_stories_apart import APART
from tracker.analyze import analyze, as_document
from tracker.stories.cluster import MOST_COMPARED, place
from tracker.stories.compare import same
from tracker.stories.fingerprint import dump, load
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.stored import Stored

CONFIG = config.load()
ONE = ONE_STORY | RETOLD | AGAIN | GATHERED | BY_ITEMS | BRIEFED | JOURNEYS
TWO = TWO_STORIES | ALIKE | APART


def stories(rows: Iterable[Row]) -> list[int]:
    """The story of each text, placed in this order."""
    return [line["story"] for line in analyze(rows, CONFIG)]


@pytest.mark.parametrize("rows", ONE.values(), ids=ONE.keys())
def test_what_reports_one_announcement_is_one_story_in_either_order(rows: tuple[Row, ...]) -> None:
    assert len(set(stories(rows))) == 1
    assert len(set(stories(rows[::-1]))) == 1


@pytest.mark.parametrize("rows", TWO.values(), ids=TWO.keys())
def test_what_only_looks_alike_is_two_stories_in_either_order(rows: tuple[Row, Row]) -> None:
    assert len(set(stories(rows))) == 2
    assert len(set(stories(rows[::-1]))) == 2


def test_a_day_of_no_calendar_keeps_nothing_apart() -> None:
    met = (
        row(
            None, "李强主持召开国务院常务会议", f"国务院总理李强{day}主持召开国务院常务会议，研究发展低空经济，{task}。"
        )
        for day, task in (("13月45日", "加强监管"), ("2月30日", "健全规则"))
    )
    assert len(stories(met)) == 2


def test_a_round_up_does_not_draw_its_items_together() -> None:
    clusters = row("2024-12-20", "国家先进制造业集群名单公布", CLUSTERS)
    storage = row(
        "2024-12-20",
        "新型储能装机快速增长",
        "国家能源局12月20日发布数据显示，全国新型储能装机规模达到6183万千瓦，比上年末增长97%，平均储能时长2.3小时。"
        "新型储能调度运用水平持续提高，有效促进新能源开发消纳。",
    )
    both = row(
        "2024-12-20",
        "国内联播快讯",
        f"国家先进制造业集群增至80个\n{clusters['text']}\n新型储能装机快速增长\n{storage['text']}",
    )
    one, other, of_both = stories([clusters, storage, both])
    assert one != other
    assert of_both in {one, other}
    assert len(set(stories([both, clusters, storage]))) == 2


def saved(session: Session, text: str, key: str) -> tuple[Document, list[Mention]]:
    """A stored document that mentions one initiative at its first sign."""
    document = Document(source="test", key=key, url=f"https://example.org/{key}", text=text, language="zh")
    session.add(document)
    session.flush()
    return document, [Mention(initiative="green-manufacturing", act="progress", quote="", start=0, end=1)]


def placed(engine: Engine, text: str, key: str) -> int:
    """The story of a new document in the database."""
    with writing(engine) as session:
        document, mentions = saved(session, text, key)
        return place(document, mentions, Stored(session, document))


def test_reading_again_keeps_the_story_whatever_the_page_says_now(engine: Engine) -> None:
    first = placed(engine, CLUSTERS, "first")
    assert placed(engine, CLUSTERS, "reprint") == first
    with writing(engine) as session:
        document = session.exec(select(Document).where(Document.key == "reprint")).one()
        mentions = saved(session, "x", "unused")[1]
        left = session.exec(select(col(StoryTrace.trace)).where(StoryTrace.document_id == document.id)).all()
        assert place(document, mentions, Stored(session, document)) == first
        document.text = "绿色制造名单发布，与原文毫无共同之处，只谈节能降碳改造与清洁生产审核。"
        assert place(document, mentions, Stored(session, document)) == first
        now = session.exec(select(col(StoryTrace.trace)).where(StoryTrace.document_id == document.id)).all()
    assert not set(left) & set(now)
    assert placed(engine, CLUSTERS, "another reprint") == first


def test_an_exact_repost_is_found_among_any_number_of_likes(engine: Engine) -> None:
    texts = [
        f"绿色制造{n}号简讯：" + "".join(chr(0x4E00 + (n * 37 + k * k * 7) % 20000) for k in range(80))
        for n in range(MOST_COMPARED + 20)
    ]
    ids = [placed(engine, text, str(n)) for n, text in enumerate(texts)]
    assert len(set(ids)) == len(ids)
    assert placed(engine, texts[-1], "repost") == ids[-1]
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(StoryTrace)).one() <= 20 * (len(ids) + 1)


def test_a_stored_signature_says_what_it_said() -> None:
    document = Document(source="test", key="one", url="https://example.org", title="名单", text=CLUSTERS)
    mention = Mention(
        initiative="advanced-manufacturing-clusters",
        act="designated",
        body="miit",
        figures=[{"value": 80, "unit": "count", "what": "", "period": "2024-12", "kind": "result", "year": 2024}],
        quote="",
        start=0,
        end=1,
    )
    (fingerprint,) = fingerprint_items(document, [mention])
    assert load(dump([fingerprint])) == (fingerprint,)
    assert fingerprint.ends == (("advanced-manufacturing-clusters", "2024-12"),)


def test_a_signature_of_an_earlier_version_can_be_compared() -> None:
    document = as_document(
        row("2025-09-01", "工信部印发《低空经济行动方案》", "工信部9月1日印发《低空经济行动方案》。")
    )
    (fingerprint,) = fingerprint_items(document, [])
    earlier = replace(fingerprint, marks={"batch": [], "year": [], "month": []})
    assert same(fingerprint, earlier)
    assert same(earlier, fingerprint)


def test_a_document_without_an_id_is_put_into_no_story(engine: Engine) -> None:
    with writing(engine) as session, pytest.raises(ValueError, match="saved before"):
        keep_in_story(session, Document(source="test", key="one", url=""), b"", [], None)


def test_what_was_kept_of_one_item_is_forgotten_and_made_anew(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = create_engine(url)
    upgrade(old, to="0005")
    with old.begin() as connection:
        connection.execute(sql("INSERT INTO story (id, created_at) VALUES (1, '2026-01-01')"))
        columns = (
            "id, source, key, url, language, text, read_by, tagged_by, story_id, fingerprint, first_seen_at, backfilled"
        )
        values = f"1, 'test', 'first', 'https://example.org', 'zh', '{CLUSTERS}', '', '', 1, x'00', '2026-01-01', 0"
        connection.execute(sql(f"INSERT INTO document ({columns}) VALUES ({values})"))  # noqa: S608
        connection.execute(sql("INSERT INTO storytrace VALUES (1, 'x:0')"))
    old.dispose()
    new = open_database(url)
    with writing(new) as session:
        document = session.exec(select(Document)).one()
        mentions = saved(session, "x", "unused")[1]
        assert not session.exec(select(StoryTrace)).all()
        assert place(document, mentions, Stored(session, document)) == 1
    assert placed(new, CLUSTERS, "reprint") == 1
    new.dispose()
