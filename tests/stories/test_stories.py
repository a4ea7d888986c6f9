"""Test stories: texts on one announcement come together, similar ones stay apart, ids stay."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy import text as sql
from sqlmodel import select

import config
from db.engine import open_database, reading, writing
from db.migrations.upgrade import upgrade
from db.models import Document, Mention
from tests.stories.arriving import arrivals, arrive, story_numbers
from tests.stories.rows import Row, groups, row
from tracker.pipeline.analyze import as_document
from tracker.pipeline.fold import fold
from tracker.stories import NO_STORY
from tracker.stories.compare import same
from tracker.stories.fingerprint import dump, load
from tracker.stories.fingerprinting import fingerprint_items
from tracker.stories.links import MOST_BEARERS

CONFIG = config.load()
ONE, TWO = groups("one_story"), groups("two_stories")
CLUSTERS = ONE["a reprint under the site's own headline"][0]["text"]


def stories(rows: Iterable[Row]) -> list[int]:
    """Return the story of each text, in the order in which they are given."""
    return story_numbers(list(rows))


@pytest.mark.parametrize("rows", ONE.values(), ids=ONE.keys())
def test_what_reports_one_announcement_is_one_story_in_either_order(rows: list[Row]) -> None:
    assert len(set(stories(rows))) == 1
    assert len(set(stories(rows[::-1]))) == 1


@pytest.mark.parametrize("rows", TWO.values(), ids=TWO.keys())
def test_what_only_looks_alike_is_two_stories_in_either_order(rows: list[Row]) -> None:
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


def came(engine: Engine, *rows: Row) -> dict[str, int]:
    """Return the story of every document by its key, after these rows came and were folded, each its own document."""
    arrive(engine, arrivals(rows))
    fold(engine, CONFIG)
    with reading(engine) as session:
        return {document.key: document.story_id or 0 for document in session.exec(select(Document))}


def test_a_document_that_says_something_else_now_leaves_its_story(engine: Engine) -> None:
    reprinted = row("2024-12-20", "国家先进制造业集群名单公布", CLUSTERS)
    other = row(
        "2025-03-01", "绿色制造名单发布", "绿色制造名单发布，与原文毫无共同之处，只谈节能降碳改造与清洁生产审核。"
    )
    assert came(engine, reprinted, reprinted) == {"https://example.org/0": 1, "https://example.org/1": 1}
    assert came(engine, reprinted, other) == {"https://example.org/0": 1, "https://example.org/1": 2}
    assert came(engine, reprinted, reprinted) == {"https://example.org/0": 1, "https://example.org/1": 1}


def test_an_exact_repost_is_found_among_any_number_of_likes() -> None:
    bodies = ("".join(chr(0x4E00 + (n * 37 + k * k * 7) % 20000) for k in range(80)) for n in range(MOST_BEARERS + 20))
    likes = [row("2025-03-01", f"绿色制造{n}号简讯", f"绿色制造{n}号简讯：{body}") for n, body in enumerate(bodies)]
    found = stories([*likes, likes[7]])
    assert found == [*range(1, len(likes) + 1), 8]


def test_a_stored_fingerprint_says_what_it_said() -> None:
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


def test_a_fingerprint_of_an_earlier_version_can_be_compared() -> None:
    document = as_document(
        row("2025-09-01", "工信部印发《低空经济行动方案》", "工信部9月1日印发《低空经济行动方案》。")
    )
    (fingerprint,) = fingerprint_items(document, [])
    earlier = replace(fingerprint, marks={"batch": [], "year": [], "month": []})
    assert same(fingerprint, earlier)
    assert same(earlier, fingerprint)


def test_what_was_kept_of_one_item_is_dropped_and_made_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = create_engine(url)
    upgrade(old, to="0005")
    with old.begin() as connection:
        connection.execute(sql("INSERT INTO story (id, created_at) VALUES (7, '2026-01-01')"))
        columns = (
            "id, source, key, url, language, text, read_by, tagged_by, story_id, signature, first_seen_at, backfilled"
        )
        first = "https://example.org/0"
        values = f"1, 'miit', '{first}', '{first}', 'zh', '{CLUSTERS}', '', '', 7, x'00', '2026-01-01', 0"
        connection.execute(sql(f"INSERT INTO document ({columns}) VALUES ({values})"))  # noqa: S608
        connection.execute(sql("INSERT INTO storytrace VALUES (1, 'x:0')"))
    old.dispose()
    new = open_database(url)
    with reading(new) as session:
        kept = session.exec(select(Document)).one()
        assert (kept.story_id, kept.items, kept.grouped_by) == (7, 0, NO_STORY)
    with writing(new) as session:
        session.exec(select(Document)).one().source = arrivals([{"text": CLUSTERS}])[0].document["source"]
    assert set(came(new, {"text": CLUSTERS}, {"text": CLUSTERS}).values()) == {7}
    new.dispose()
