"""Drives `tracker mcp` as an assistant does: with one of our processes, and the client of the official SDK."""

import asyncio
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine

from config import Config, load
from db.engine import open_to_read, reading, writing
from db.models import Document
from db.queries.documents import find_documents
from tests.contract.stored import installation
from tests.factories.databases import sqlite
from tests.factories.hostile import TEXTS
from tests.processes.running import TRACKER, Tracker
from tests.web.reading.world import TODAY, Written, fill, write
from tracker.mcp import verify_quote
from tracker.mcp.server import make_server
from tracker.search.indexing import index_missing
from tracker.text.normalize import storable
from tracker.text.printable import HARMFUL

if TYPE_CHECKING:
    from mcp_types import CallToolResult, ListToolsResult

    Told = tuple[ListToolsResult, dict[str, CallToolResult]]

ZH = "https://www.gov.cn/zhengce/a.htm"
EN = "https://english.www.gov.cn/a.html"
CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "initiatives": ("initiatives", {}),
    "timeline": ("timeline", {"initiatives": ["low-altitude-economy"], "since": "2026"}),
    "the newest": ("timeline", {"limit": 1}),
    "search": ("search", {"query": "低空 试点"}),
    "announcement": ("announcement", {"number": 1}),
    "figures": ("figures", {"initiative": "low-altitude-economy"}),
    "found": ("verify_quote", {"quote": "国务院印发《关于深入实施“人工智能+”行动的意见》。"}),
    "folded": ("verify_quote", {"quote": "國務院印發《關於深入實施「人工智能+」行動的意見》"}),
    "within words": ("verify_quote", {"quote": "ncil issued a guideline on the AI Plus initi"}),
    "wrapped": ("verify_quote", {"quote": "“低空经济规模达到6000亿元”"}),
    "altered": ("verify_quote", {"quote": "“人工智能+”行动中新一代智能终端应用普及率超80%", "url": ZH}),
    "altered somewhere": ("verify_quote", {"quote": "工业和信息化部6月5日通报：低空经济规模达到9000亿元"}),
    "not found": ("verify_quote", {"quote": "完全无关的一句话，讲的是天气预报和明天下雨"}),
    "elsewhere": ("verify_quote", {"quote": "低空经济规模达到6000亿元", "url": EN}),
    "too short": ("verify_quote", {"quote": "低空"}),
    "not stored": ("verify_quote", {"quote": "低空经济规模达到6000亿元", "url": "https://example.org/none"}),
    "no initiative": ("timeline", {"initiatives": ["AI pluss"]}),
    "no announcement": ("announcement", {"number": 99}),
    "no day": ("timeline", {"since": "tomorrow"}),
    "no query": ("search", {"query": '"'}),
    "no number": ("announcement", {"number": "one"}),
    "other name": ("timeline", {"act": ["issued"]}),
    "no act": ("timeline", {"acts": ["isued"]}),
    "too few": ("search", {"query": "低空", "limit": 0}),
    "nothing": ("search", {}),
    "reversed": ("timeline", {"since": "2026", "until": "2025"}),
}
VERDICTS = {
    "found": ("found", True),
    "folded": ("found", False),
    "wrapped": ("found", True),
    "within words": ("found", True),
    "altered": ("altered", False),
    "altered somewhere": ("altered", False),
    "not found": ("not found", None),
    "elsewhere": ("not found", None),
    "too short": ("not checked", None),
    "not stored": ("not checked", None),
}


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """Return an installation with a public address, which has announced something."""
    made = installation(tmp_path_factory.mktemp("assistant"))
    return Tracker(made.folder, {"TRACKER_PUBLIC_URL": "https://tracker.example.org/"})


@pytest.fixture(scope="module")
def told(tracker: Tracker) -> "Told":
    """Return the answers of one session: its tools, and each call."""
    from mcp import Client, StdioServerParameters  # takes a second, and every worker collects all tests

    async def session() -> "Told":
        command, *words = TRACKER
        server = StdioServerParameters(command=command, args=[*words, "mcp"], env=tracker.environment)
        async with Client(server, read_timeout_seconds=120) as client:
            tools = await client.list_tools()
            return tools, {name: await client.call_tool(tool, given) for name, (tool, given) in CALLS.items()}

    before = digest(tracker)
    answers = asyncio.run(session())
    assert digest(tracker) == before, "it only reads"
    return answers


@pytest.fixture(scope="module")
def answers(told: "Told") -> dict[str, dict[str, Any]]:
    """Return the structured answer of each call that has one."""
    return {name: one.structured_content for name, one in told[1].items() if one.structured_content}


def digest(tracker: Tracker) -> str:
    """Return the digest of the database's file."""
    return hashlib.sha256((tracker.folder / "tracker.db").read_bytes()).hexdigest()


def evidence_in(value: Any) -> list[dict[str, Any]]:
    """Return all evidence within an answer."""
    if isinstance(value, list):
        return [one for part in value for one in evidence_in(part)]
    if isinstance(value, dict):
        here = [value] if "sha256" in value and "quote" in value else []
        return here + [one for part in value.values() for one in evidence_in(part)]
    return []


def test_six_tools_that_only_read(told: "Told") -> None:
    tools = told[0].tools
    assert [tool.name for tool in tools] == [
        *("initiatives", "timeline", "search", "announcement", "figures", "verify_quote")
    ]
    for tool in tools:
        assert tool.description
        assert tool.output_schema
        assert tool.annotations
        assert tool.annotations.read_only_hint
        assert "coverage" in tool.output_schema["properties"]


def test_every_answer_says_what_it_covers(answers: dict[str, dict[str, Any]]) -> None:
    for answer in answers.values():
        assert answer["coverage"]["documents"] == 4
        assert answer["coverage"]["sources"] == 3
        assert answer["coverage"]["newest_page"]


@pytest.mark.parametrize("name", ["timeline", "search", "announcement", "figures", "found", "folded", "altered"])
def test_all_evidence_is_true(tracker: Tracker, answers: dict[str, dict[str, Any]], name: str) -> None:
    found = evidence_in(answers[name])
    assert found
    engine = open_to_read(tracker.environment["TRACKER_DATABASE"])
    with reading(engine) as session:
        for one in found:
            (document,) = find_documents(session, one["url"])
            assert document.id == one["document"]
            assert document.text[one["start"] : one["end"]] == one["quote"]
            assert one["sha256"] in one["cite"]
            assert one["url"] in one["cite"]
            assert one["stored"] == f"https://tracker.example.org/stored/{one['sha256']}"
            assert one["tier"] == "primary"
    engine.dispose()


@pytest.mark.parametrize(("name", "expected"), VERDICTS.items(), ids=list(VERDICTS))
def test_a_quote_is_judged(answers: dict[str, dict[str, Any]], name: str, expected: tuple[str, bool | None]) -> None:
    verdict = answers[name]
    assert (verdict["status"], verdict["exact"]) == expected
    assert verdict["reason"]
    assert bool(verdict["evidence"]) == (verdict["status"] in ("found", "altered"))


def test_the_altered_words_are_named(answers: dict[str, dict[str, Any]]) -> None:
    for name, source, quote in (("altered", "70%", "80%"), ("altered somewhere", "6000", "9000")):
        assert answers[name]["differences"] == [{"source": source, "quote": quote}]
        assert 0.6 < answers[name]["likeness"] < 1


def test_rows_are_those_of_the_commands(tracker: Tracker, answers: dict[str, dict[str, Any]]) -> None:
    rows = json.loads(tracker.run("timeline", "low-altitude-economy", "--format", "json").stdout)
    told = answers["timeline"]["announcements"]
    assert [(one["announcement"], one["day"], one["act"]) for one in told] == [
        (row["id"], row["day"], row["act"]) for row in rows
    ]
    (mark,) = answers["announcement"]["announcement"]["corrected"]
    assert (mark["what"], mark["by"], mark["note"]) == ("act", "Ana", "as the paper says")
    assert (len(answers["the newest"]["announcements"]), answers["the newest"]["more"]) == (1, True)
    assert [one["language"] for one in answers["announcement"]["announcement"]["evidence"]] == ["en", "zh"]
    (measure,) = answers["figures"]["measures"]
    assert [(value["value"], value["change"]) for value in measure["values"]] == [(5e11, None), (6e11, 1e11)]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("no initiative", "there is no initiative 'AI pluss'; did you mean ai-plus?"),
        ("no announcement", "there is no announcement 99; timeline lists them"),
        ("no day", "since: "),
        ("no query", "is never closed"),
        ("no number", "number: 'one' is not a whole number; write digits only"),
        ("other name", "act: there is nothing of this name; did you mean acts?"),
        ("no act", "acts: there is no act 'isued'; write 'issued'"),
        ("too few", "limit: 0 is out of range; write at least 1"),
        ("nothing", "query: is missing, and is required; add query"),
        ("reversed", "since=2026 lies after until=2025; swap them"),
    ],
)
def test_a_wrong_question_is_refused_in_words(told: "Told", name: str, why: str) -> None:
    answer = told[1][name]
    assert answer.is_error
    assert why in answer.content[0].text  # type: ignore[union-attr] # it is text
    assert "Traceback" not in answer.content[0].text  # type: ignore[union-attr]


def test_without_the_extra_one_line_says_what_to_install(tracker: Tracker) -> None:
    code = (
        "import sys\nfrom importlib import util\n"
        "found = util.find_spec\nutil.find_spec = lambda name, *more: None if name == 'mcp' else found(name)\n"
        "from tracker.cli.app import main\nsys.argv = ['tracker', 'mcp']\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env=tracker.environment,
        cwd=tracker.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tracker: `tracker mcp` needs mcp: pip install 'policy-initiative-tracker[mcp]'\n"


def ask(engine: Engine, *calls: tuple[str, dict[str, Any]]) -> "list[CallToolResult]":
    """Return the answers of a server in this process."""
    from mcp import Client

    async def session() -> "list[CallToolResult]":
        async with Client(make_server(engine, load(), "")) as client:
            return [await client.call_tool(tool, given) for tool, given in calls]

    return asyncio.run(session())


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Engine]:
    """Return a database of the pages for readers."""
    engine = sqlite(tmp_path / "tracker.db")
    fill(engine)
    yield engine
    engine.dispose()


def test_documents_that_are_not_indexed_leave_a_quote_unchecked(world: Engine) -> None:
    with writing(world) as session:
        session.get_one(Document, 1).indexed_by = ""
    (answer,) = ask(world, ("verify_quote", {"quote": "完全无关的一句话，讲的是天气预报"}))
    verdict = answer.structured_content
    assert verdict
    assert (verdict["status"], verdict["evidence"]) == ("not checked", [])
    assert "index is not complete" in verdict["reason"]


def test_more_documents_than_are_looked_through_leave_a_quote_unchecked(
    world: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_quote, "MOST_HOLDING", 1)
    (answer,) = ask(world, ("verify_quote", {"quote": "6G技术试验。启动第二阶段"}))
    assert answer.structured_content
    assert (answer.structured_content["status"], answer.structured_content["reason"]) == (
        *("not checked", verify_quote.MANY),
    )


def test_a_document_without_text_leaves_a_quote_unchecked(world: Engine) -> None:
    with writing(world) as session:
        document = session.get_one(Document, 1)
        document.text, document.problem, url = "", "it is a picture", document.url
    (answer,) = ask(world, ("verify_quote", {"quote": "完全无关的一句话，讲的是天气预报", "url": url}))
    assert answer.structured_content
    assert answer.structured_content["status"] == "not checked"
    assert "it is a picture" in answer.structured_content["reason"]


def test_hostile_texts_reach_an_assistant_written_out(world: Engine, config: Config) -> None:
    with writing(world) as session:
        for number, hostile in enumerate(TEXTS.values()):
            text = hostile.replace("\x00", "")[:500].encode("utf-8", "replace").decode() or "empty"
            figures = [
                {"value": number, "unit": text[:50], "what": text, "kind": "target", "year": year}
                for year in (2027, 2030)
            ]
            write(
                session,
                Written("ai-plus", "issued", "miit", TODAY, [("miit", text, "zh", text)], figures),
                100 + number,
            )
    index_missing(world)
    answers = ask(
        world,
        ("timeline", {"limit": 100}),
        ("search", {"query": "本报讯", "limit": 100}),
        ("figures", {"initiative": "ai-plus"}),
        *(("verify_quote", {"quote": storable(hostile)[:2000]}) for hostile in TEXTS.values()),
    )
    assert not [answer for answer in answers if answer.is_error]
    for answer in answers:
        assert not HARMFUL.search(json.dumps(answer.structured_content, ensure_ascii=False))
