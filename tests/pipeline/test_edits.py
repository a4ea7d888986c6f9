"""Test that an edit of declarations leaves what reading everything again would leave, and concerns few documents."""

import json
import random
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import delete, select

from config import Config
from config.schema.initiative import Initiative
from db.engine import reading, writing
from db.models import Announcement, Declared, Delivery, Document, Mention, Page
from db.queries.tagging import Tagged
from db.store.pages import add_page
from tests.factories.announcements import add_alert
from tests.factories.databases import sqlite
from tests.pipeline.edited import Editor
from tests.sizes import size
from tests.stories.test_stories import ONE, TWO
from tracker.alerts.matching.rules import Rule
from tracker.demo.content import sites
from tracker.parse import records
from tracker.pipeline import page_jobs
from tracker.pipeline.analyze import as_document
from tracker.pipeline.correct import Hand, correct
from tracker.pipeline.edits import Edits, compare, facts_of
from tracker.pipeline.read import read
from tracker.pipeline.verify import verify
from tracker.tag import edits as edits_of_terms

# Pages are read in processes of their own.
pytestmark = pytest.mark.processes

PLAIN = {"zh": ("低空[经济|产业|基础设施]",), "en": ("low altitude economy",)}
FLYING = {
    "zh": ("低空[经济|产业|基础设施]", "飞行汽车…试飞", "人工智能+飞行", "云端，飞行"),
    "en": ("[flying|flying+] [car|taxi]",),
}


def edited(config: Config, id_: str, **facts: Any) -> Config:
    """Return declarations in which an initiative has other facts, or is new."""
    known = config.initiatives[id_].model_dump() if id_ in config.initiatives else {"id": id_}
    one = Initiative.model_validate(known | facts)
    return replace(config, initiatives={**config.initiatives, id_: one})


def without(config: Config, id_: str) -> Config:
    """Return declarations without an initiative."""
    return replace(config, initiatives={name: one for name, one in config.initiatives.items() if name != id_})


def site_of_ndrc(config: Config) -> Config:
    """Return declarations by which the site of MIIT is another body's."""
    return replace(
        config, sources={**config.sources, "miit": config.sources["miit"].model_copy(update={"body": "ndrc"})}
    )


EDITS: dict[str, Callable[[Config], Config]] = {
    "terms": lambda config: edited(config, "low-altitude-economy", **FLYING),
    "near miss": lambda config: edited(config, "low-altitude-economy", but_not=("低空经济学会", "ＥＣＯＮＯＭＹ！")),
    "theme": lambda config: edited(config, "low-altitude-economy", theme=True),
    "measure": lambda config: edited(config, "low-altitude-economy", measured_by=("飞行营地",)),
    "parent": lambda config: edited(config, "low-altitude-economy", parent="ai-plus"),
    "new": lambda config: edited(config, "night", names={"en": "Night", "zh": "夜间经济行动"}, zh=("夜间经济",)),
    "gone": lambda config: without(config, "low-altitude-economy"),
    "sites": site_of_ndrc,
    "bodies": lambda config: replace(config, bodies={id_: one for id_, one in config.bodies.items() if id_ != "miit"}),
}
MIIT = "https://www.miit.gov.cn/1.html"


CONCERNED = {
    "terms": (
        "合肥发展低空经济，飞行汽车首次试飞。",
        "合肥的飛行汽車完成試飛。",
        "合肥的飛行汽车完成试飞。低空经济。",  # half converted, and so found only beside another term
        "飞 行 汽 车 在 合 肥 试 飞 。",
        "飞行\n汽车今天试飞。",
        "ｆｌｙｉｎｇ＋ ｔａｘｉ in Hefei.",
        "FLYING + taxis of Hefei.",
        "低空经济：飞行\u2060汽车试飞。",
        "低空经济与人工智能➕飞行。",
        "云端,飞行。",
    ),
    "near miss": ("低空經濟學會成立。", "Low-altitude economy! 低空经济!"),
    "theme": ("合肥发展低空产业。",),
    "measure": ("合肥发展低空产业。",),
    "parent": ("合肥发展低空产业。",),
    "new": (
        "合肥的夜间经济。",
        "合肥的夜間經濟。",
        # Its story is found by the title of the paper, and by runs of characters that names do not have.
        "工信部印发《夜间的经济行动方案》，支持低空经济。",
        "合肥支持低空经济，午间经济行动启动。",
    ),
    "gone": ("合肥发展低空产业。",),
    "sites": ("合肥发展低空产业。", "人工智能＋"),
    "bodies": ("合肥发展低空产业。", "人工智能＋"),
}
NAMES_NONE = ("合肥的汽车首次飞行。", "Hefei's economy grew.", "")
NAMES_ANOTHER = "工信部印发意见，深入实施“人工智能+”行动。"


@pytest.fixture(scope="module")
def few(config: Config) -> Config:
    """Return declarations with few initiatives, which are compared sooner."""
    ids = ("ai-plus", "low-altitude-economy")
    some = replace(config, initiatives={id_: config.initiatives[id_] for id_ in ids})
    return edited(some, "low-altitude-economy", **PLAIN)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_concerns_what_it_can_change(few: Config, name: str) -> None:
    new = EDITS[name](few)
    for one, other in ((few, new), (new, few)):
        edits = compared(one, other)
        found = {text: edits.concern(on_site_of_miit(text, one)) for text in (*CONCERNED[name], *NAMES_NONE)}
        assert found == dict.fromkeys(CONCERNED[name], True) | dict.fromkeys(NAMES_NONE, False)
        everybody = name in ("sites", "bodies")
        assert edits.concern(on_site_of_miit(NAMES_ANOTHER, one)) is everybody


def test_an_edit_concerns_a_text_in_which_it_makes_other_lines_searched(few: Config) -> None:
    """A gap reaches over the end of a line if a needle joins the lines, here one that needs nothing beside it now."""
    gaps = ("drones … quantum chip factories", "robots … empowering manufacturing")
    old = edited(few, "ai-plus", en=gaps)
    new = edited(old, "low-altitude-economy", en=("low altitude economy", "empowering manufacturing hubs"))
    text = "The low-altitude economy wants drones, empowering\nManufacturing and quantum chip factories."
    document = as_document({"id": "1", "url": MIIT, "lang": "en", "text": text})
    ((before,), (after,)) = said(old, [document]), said(new, [document])
    assert [mention["initiative"] for mention in before[0]] == ["low-altitude-economy"]
    assert len(after[0]) == 2
    assert compared(old, new).concern(of(document, fingerprints(before)))


def test_a_long_text_is_searched_to_its_end(few: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits_of_terms, "AT_ONCE", 7)
    edits = compared(few, EDITS["terms"](few))
    for before in range(10):
        text = f"{'好' * before}低空产业，{'天' * before}飞行汽车试飞"
        assert edits.concern(on_site_of_miit(text, few))


def test_what_could_not_be_tagged_is_tried_again(few: Config) -> None:
    document = as_document({"id": "1", "text": "今日天气晴。"})
    document.problem = "cannot be tagged: ValueError: odd"
    assert compared(few, EDITS["terms"](few)).concern(of(document, None))


@pytest.mark.parametrize(
    "facts",
    [{"code": "0"}, {"initiatives": [{"id": "a", "fact": 1}]}, {"initiatives": 3}, {"sites": None}, {"others": {}}],
)
def test_a_record_of_another_program_is_compared_with_nothing(few: Config, facts: dict[str, Any]) -> None:
    assert compare(facts_of(few) | facts, few) is None
    assert compare({}, few) is None


def compared(old: Config, new: Config) -> Edits:
    """Return what was edited."""
    edits = compare(json.loads(json.dumps(facts_of(old))), new)
    assert edits is not None
    return edits


def on_site_of_miit(text: str, config: Config) -> Tagged:
    """Return a document of MIIT's site with a text, as these declarations tag it."""
    document = as_document({"id": "1", "url": MIIT, "text": text})
    return of(document, fingerprints(*said(config, [document])))


def of(document: Document, kept: bytes | None) -> Tagged:
    """Return a document that was tagged, with its fingerprints."""
    values = document.model_dump() | {"id": 1, "fingerprints": kept}
    return Tagged(**{name: values[name] for name in Tagged._fields})


def fingerprints(told: tuple[list[Any], str | None, int]) -> bytes | None:
    """Return the fingerprints that tagging gave."""
    return b64decode(told[1]) if told[1] else None


def said(config: Config, documents: list[Document]) -> list[Any]:
    """Return what tagging says of documents."""
    job = page_jobs.prepare(config)["tag"]
    return [job(document.model_dump()) for document in documents]


def texts() -> list[dict[str, Any]]:
    """Return texts on real events, and articles of the demonstration; some in traditional or full-width characters."""
    rows = [row for rows in (*ONE.values(), *TWO.values()) for row in rows]
    articles = [article for _, some in sites().values() for article in some]
    rows += [{"id": one.url, "url": one.url, "title": one.title, "text": one.text} for one in articles]
    return rows[:: size(1, 8)]


def test_no_edit_concerns_a_document_that_it_does_not_list(config: Config) -> None:
    draw = random.Random(5)
    documents = [as_document(row) for row in texts()]
    editor = Editor(draw, [document.text for document in documents])
    known, before = config, said(config, documents)
    listed = changed = 0
    for _ in range(size(200, 4)):
        new = editor.edit(known)
        edits = compared(known, new)
        after = said(new, documents)
        for document, was, now in zip(documents, before, after, strict=True):
            concerns = edits.concern(of(document, fingerprints(was)))
            listed, changed = listed + concerns, changed + (was != now)
            assert concerns or was == now, (edits.described(), document.title)
        known, before = new, after
    assert 0 < changed < listed


PAGES = {
    "a": "工业和信息化部8月5日启动低空经济试点，首批在合肥、杭州开展，到2027年建成起降点500个。",
    "b": "工业和信息化部8月5日启动低空经济试点，首批在合肥、杭州开展，到2027年建成起降点500个。记者获悉。",
    "c": "国家发展改革委8月6日召开会议，提出要发展量子科技，加快建设国家实验室体系。",
    "d": "工业和信息化部8月7日印发《夜间的经济行动方案》，推动低空产业和夜間經濟協同发展。",
    "e": "商务部8月8日印发《关于发展夜间经济的意见》，提出到2027年建成夜市300个。",
    "f": "今日天气晴，各地气温回升。",
    "g": "MIIT issued a plan on the low-altitude economy on August 9, 2025, and flying taxis took off in Hefei.",
}


def store(engine: Engine) -> None:
    """Store the texts as pages that were crawled, with an alert for an initiative and its children."""
    with writing(engine) as session:
        for key, text in PAGES.items():
            url = f"https://example.org/{key}"
            row = {"id": key, "url": url, "published": "2025-08-09", "title": None, "text": text}
            page = Page(source="import", key=url, url=url, sha256="", content_type=records.CONTENT_TYPE)
            add_page(session, page, json.dumps(row).encode())
    add_alert(engine, Rule(initiatives=("ai-plus",)))


def known(engine: Engine) -> dict[str, Any]:
    """Return what reading left: documents, mentions, stories, announcements, deliveries, apart from when and how."""
    with reading(engine) as session:
        documents = {one.id or 0: one for one in session.exec(select(Document))}
        stories = {one.story_id: "" for one in documents.values()}
        for one in sorted(documents.values(), key=lambda one: one.key):
            stories[one.story_id] += one.key[-1] * bool(one.story_id)
        announcements = {one.id: one for one in session.exec(select(Announcement))}
        own = {"id", "digest", "changed_at", "first_seen_at", "story_id", "corrected"}
        return {
            "documents": {one.key: (one.items, one.fingerprints, one.problem) for one in documents.values()},
            "mentions": sorted(
                (documents[one.document_id or 0].key, one.model_dump_json(exclude={"id"}))
                for one in session.exec(select(Mention))
            ),
            "stories": sorted(stories.values()),
            "announcements": sorted(
                (stories.get(one.story_id, ""), one.model_dump_json(exclude=own)) for one in announcements.values()
            ),
            "deliveries": sorted(
                (announcements[one.announcement_id].initiative, one.act, one.kind, one.state)
                for one in session.exec(select(Delivery))
            ),
        }


STEPS: list[tuple[str, int, Callable[[Config], Config]]] = [
    ("terms [flying|flying+] [car|taxi], low altitude economy", 3, lambda config: EDITS["new"](EDITS["terms"](config))),
    ("other facts of low-altitude-economy", 4, EDITS["parent"]),
    ("terms [flying|", 4, EDITS["gone"]),
]


@pytest.mark.slow(8)  # Eight readings, each by processes that compile other declarations.
def test_reading_after_edits_is_like_reading_everything_again(engine: Engine, config: Config, tmp_path: Path) -> None:
    every = sqlite(tmp_path / "every.db")
    now, lines = edited(config, "low-altitude-economy", **PLAIN), list[str]()
    for one in (engine, every):
        store(one)
        read(one, now)
        with reading(one) as session:
            wanted = select(Announcement.id).where(Announcement.initiative == "quantum")
            (id_,) = session.exec(wanted)
        correct(one, now, id_ or 0, {"act": "launched"}, Hand("ana"))
    for why, number, edit in STEPS:
        now = edit(now)
        counts = read(engine, now, say=lines.append)
        assert lines[-1].startswith(f"tags {number} of {len(PAGES)} documents: {why}"), lines
        assert counts.documents == number
        with writing(every) as session:
            session.exec(delete(Declared))
        assert read(every, now, say=lines.append).documents == len(PAGES)
        assert lines.pop() == "tags 7 of 7 documents: there is no record of how they were tagged"
        assert known(engine) == known(every)
    assert verify(engine, now)[0] == []
    with reading(engine) as session:
        assert len(session.exec(select(Declared)).all()) == 1, "those that no document has are dropped"
    late = [delivery for delivery in known(engine)["deliveries"] if delivery[0] == "low-altitude-economy"]
    assert late, "an alert for the new parent counts them"
    assert {kind for _, _, kind, _ in late} == {"late-rule"}
    every.dispose()
