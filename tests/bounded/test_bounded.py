"""Tests that untrusted input ends only the process that reads it, and delays nothing else."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from config.schema.source import Source
from db.engine import reading, writing
from db.models import Document, Page
from db.store.pages import add_page
from tests.bounded import harmful_jobs
from tests.factories.declared import source
from tracker.bounded import process as bounded
from tracker.bounded.process import OverrunError, UnreadableError, Worker
from tracker.pipeline import reader
from tracker.pipeline.read import read

NAMES = "国务院印发意见，加快发展低空经济。"
LAID = Source.model_validate(source(layouts=[{"text": [".text"], "title": "h1"}]))


@pytest.fixture
def harmful(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """Start a worker of harmful jobs with secrets in the environment."""
    monkeypatch.setenv("TRACKER_SMTP_PASSWORD", "hunter2")
    monkeypatch.setenv("IMAP_TOKEN", "hunter2")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.setattr(bounded, "MOST_MEMORY", 200 * 1024**2)
    bounded._starter.cache_clear()
    with Worker(harmful_jobs.__name__, "a config") as worker:
        yield worker
    bounded._starter().stop()
    bounded._starter.cache_clear()


@pytest.mark.parametrize("job", ["endless", "greedy", "crash"])
def test_what_exceeds_its_limits_ends_and_the_next_job_is_done(harmful: Worker, job: str) -> None:
    with pytest.raises(OverrunError, match=r"it takes more than 0\.5 seconds or 200 MB"):
        harmful.do(job, seconds=0.5)
    assert harmful.do("echo", "中", b"\x00".decode(), seconds=0.5) == ["a config", "中", "\x00"]
    assert harmful.overruns == 1


@pytest.mark.parametrize(("job", "told"), [("deep", "Error: "), ("wrong", "KeyError: 'a line\\nand another'")])
def test_what_raises_is_reported_in_one_line(harmful: Worker, job: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=r"\A[^\n]+\Z") as raised:
        harmful.do(job, seconds=5)
    assert told in str(raised.value)
    assert harmful.overruns == 0


def test_no_secret_is_in_the_process_that_reads(harmful: Worker) -> None:
    seen = harmful.do("environment", seconds=5)
    assert seen["PATH"] == os.environ["PATH"]
    assert not [name for name in seen if "TRACKER" in name or "TOKEN" in name]
    starter = Path(f"/proc/{bounded._starter().process.pid}/environ")
    if starter.exists():
        assert b"hunter2" not in starter.read_bytes()


def store(engine: Engine, name: str, number: int, content: str) -> None:
    """Store a page of a source as an import does."""
    url = f"https://{name}/{number:02}"
    with writing(engine) as session:
        page = Page(source=name, key=url, url=url, sha256="", content_type="text/html; charset=utf-8")
        add_page(session, page, content.encode())


def read_in_order(engine: Engine) -> list[Document]:
    with reading(engine) as session:
        return list(session.exec(select(Document).order_by(col(Document.id))))


def test_a_page_that_takes_too_long_is_a_problem_and_its_source_comes_last(
    engine: Engine, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "SECONDS", 1.0)
    fair = f"<h1>低空经济</h1><div class=text><p>{NAMES}</p></div>"
    for number in (1, 2):
        store(engine, "bad", number, "<p>一二三四五<a href=x>六</a></p>" * 60_000 if number == 1 else fair)
        store(engine, "good", number, fair)
    bad, good = (LAID.model_copy(update={"id": name}) for name in ("bad", "good"))
    watching = replace(config, sources={"bad": bad, "good": good})
    assert read(engine, watching).problems == 1
    found = read_in_order(engine)
    assert [document.url for document in found] == [f"https://{name}/0{n}" for name in ("good", "bad") for n in (1, 2)]
    assert [document.problem for document in found if document.problem] == [found[2].problem]
    assert "it takes more than 1 seconds" in (found[2].problem or "")
    assert all(document.story_id for document in found if not document.problem)
    assert read(engine, watching).pages == 0, "it is not tried again before its rules change"
    assert read(engine, watching, again=True).problems == 1


HOSTILE = {
    "text in itself": "<div class=text>" * 400 + f"<p>{NAMES}</p>" + "<i></i>" * 20_000 + "</div>" * 400,
    "digits": f"<h1>低空经济</h1><div class=text><p>{NAMES}</p><p>{'1' * 120_000}</p></div>",
    "punycode": "<meta charset=punycode>" * 170 + f"<div class=text><p>{NAMES}</p></div>" + "é" * 45_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_once_took_minutes_is_read(engine: Engine, config: Config, name: str) -> None:
    # The limit is the measure: each took several times as long.
    encoding = "latin-1" if name == "punycode" else "utf-8"
    content = HOSTILE[name].encode(encoding, "xmlcharrefreplace")
    with writing(engine) as session:
        page = Page(source="example", key="k", url="https://x/1", sha256="", content_type="text/html")
        add_page(session, page, content)
    read(engine, replace(config, sources={"example": LAID}))
    [document] = read_in_order(engine)
    assert NAMES in document.text
    assert "takes more than" not in (document.problem or "")


CROWDED = {
    "links in text in itself": "<div class=text>" * 900 + "<a href=/b/1.pdf>a</a>" * 1_900,
    "links everywhere": "<a href=1.html>a</a>" * 100_000,
    "files off the hosts": "<a href=http://x/1.pdf>a</a>" * 100_000,
}


@pytest.mark.parametrize("name", CROWDED)
def test_links_are_found_in_one_pass(harmful: Worker, name: str) -> None:
    # Each took a minute, or gigabytes, of the process that crawls.
    content = f"{CROWDED[name]}<a href=2.pdf>b</a>"
    found = harmful.do("links", content, seconds=5)
    assert found == (["https://www.example.gov.cn/b/1.pdf"] if name.startswith("links in") else []) + (
        [] if name.startswith("files") else ["https://www.example.gov.cn/a/2.pdf"]
    )


def test_rows_in_rows_are_read_as_often_as_honest_lists_nest_them(harmful: Worker) -> None:
    nested = "<ul><li>" * 1_000 + "<a href=/a/1.html>a</a>" * 2_000
    assert harmful.do("rows", nested, seconds=5) == 4
