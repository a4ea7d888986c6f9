"""Tests pages from files: WARC archives, records, saved HTML."""

import gzip
import io
import json
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.processes.running import Tracker

pytestmark = pytest.mark.once_on_postgresql

HTML = """<html><head><meta charset="utf-8"><title>国务院印发意见</title></head><body>
<h1>国务院印发意见</h1><p>发布时间：2025-08-26 来源：新华社</p>
<div class="article"><p>8月26日，国务院印发《关于深入实施“人工智能+”行动的意见》。</p>
<p>意见提出，到2027年，新一代智能终端、智能体等应用普及率超过70%。</p></div></body></html>"""
RECORD = {
    "id": "r-1",
    "url": "https://example.org/a",
    "title": "AI Plus",
    "published": "2025-08-26",
    "lang": "en",
    "text": "The State Council issued guidelines on the AI Plus initiative on Tuesday.",
}


def warc(path: Path, pages: dict[str, str]) -> Path:
    """Write pages as WARC/1.1 responses."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True, warc_version="1.1")
        for url, html in pages.items():
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.1")
            for kind, body, heads in (("response", html.encode(), head), ("metadata", b"seen", None)):
                record = writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=heads)
                writer.write_record(record)
                record.raw_stream.close()
    return path


def records(path: Path, *rows: object) -> Path:
    """Write rows as JSON lines, gzipped if the name says so."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


@pytest.fixture
def tracker(tmp_path: Path, database_url: str) -> Tracker:
    """A fresh installation."""
    return Tracker(tmp_path, database=database_url)


def test_importing_again_adds_nothing(tracker: Tracker) -> None:
    file = warc(tracker.folder / "a.warc.gz", {"https://www.gov.cn/yaowen/liebiao/202508/content_1.htm": HTML})
    assert tracker.run("import", str(file)).stdout.startswith("imported 1 page, 0 known already, 1 other")
    assert tracker.run("import", str(file)).stdout.startswith("imported 0 pages, 1 known already")
    assert tracker.json("read")["announcements"] == 1
    row = tracker.json("timeline", "ai-plus")[0]
    assert (row["source"], row["act"], row["body"], row["day"]) == ("gov-cn", "issued", "state-council", "2025-08-26")
    assert row["found_late"] == "import"


def test_records_and_saved_pages(tracker: Tracker) -> None:
    html = tracker.folder / "page.html"
    html.write_text(HTML, encoding="utf-8")
    tracker.run("import", str(html), "--url", "https://news.example.org/1")
    tracker.run("import", str(records(tracker.folder / "r.jsonl.gz", RECORD)))
    assert tracker.json("read", "--workers", "2")["documents"] == 2
    assert {row["language"] for row in tracker.json("timeline", "ai-plus")} <= {"zh", "en"}
    assert tracker.json("show", "https://example.org/a")["title"] == "AI Plus"


def test_records_without_an_address_are_distinguished_by_their_files(tracker: Tracker) -> None:
    record = {name: value for name, value in RECORD.items() if name != "url"}
    for name in ("a.jsonl", "b c.jsonl"):
        rows = [{**record, "id": id_, "title": f"{name} {id_}"} for id_ in ("1", "2 3")]
        assert tracker.run("import", str(records(tracker.folder / name, *rows))).stdout.startswith("imported 2 pages")
        again = str(records(tracker.folder / f"{name}.gz", *rows))
        assert tracker.run("import", again).stdout.startswith("imported 0 pages, 2 known")
    assert tracker.json("read")["documents"] == 4
    assert tracker.json("show", "a.jsonl#1")["title"] == "a.jsonl 1"
    assert tracker.json("show", "b%20c.jsonl#2%203")["title"] == "b c.jsonl 2 3"
    tracker.run("export", "warc", "all.warc.gz")
    assert tracker.run("import", "all.warc.gz").stdout.startswith("imported 0 pages, 4 known")


@pytest.mark.parametrize("url", ["foo", "ftp://www.example.org/1", "https:///1", "https://[x"])
def test_a_saved_page_stood_in_the_web(tracker: Tracker, url: str) -> None:
    (tracker.folder / "page.html").write_text(HTML, encoding="utf-8")
    told = tracker.run("import", "page.html", "--url", url, code=2).stderr
    assert told == f"tracker: {url!r} is not a web address; write http:// or https:// and a host\n"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jsonl", b"{}", "a.jsonl:1: is not a record"),
        ("a.jsonl", b"no json", "a.jsonl:1:"),
        ("a.jsonl", json.dumps({**RECORD, "published": "26 August"}).encode(), "a.jsonl:1:"),
        ("a.jsonl", b"\n\xff", "a.jsonl:2: is not UTF-8"),
        ("a.jsonl", json.dumps({**RECORD, "url": "https://[x"}).encode(), "a.jsonl:1:"),
        ("a.jsonl.gz", gzip.compress(json.dumps(RECORD).encode())[:-9], "a.jsonl.gz: no whole gzip file"),
        ("a.jsonl.gz", json.dumps(RECORD).encode(), "a.jsonl.gz: no whole gzip file"),
        ("a.warc.gz", b"no warc at all", "no readable WARC"),
        ("a.warc", b"", "it is empty"),
        ("a.warc", json.dumps(RECORD).encode() * 2, "its first line does not begin with WARC/"),
        (
            "a.warc",
            b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP/1.1 200 OK",
            "ends in the middle",
        ),
        ("a.warc", b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n{}", "what follows record 1"),
        ("a.html", b"<p>", "a.html: a saved page needs the address that it came from; add --url https://..."),
        (
            "a.pdf",
            b"%PDF",
            "files of this kind are not imported; give .warc, .warc.gz, .jsonl, or .html with --url",
        ),
        ("a.docx", b"PK", "a.docx: files of this kind are not imported; give .warc"),
    ],
)
def test_what_cannot_be_imported_is_reported(tracker: Tracker, name: str, content: bytes, told: str) -> None:
    (tracker.folder / name).write_bytes(content)
    done = tracker.run("import", str(tracker.folder / name), code=2)
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert ("; not usable: 1 without address" in done.stdout) == (name == "a.html")


def test_real_pages_are_imported_and_read(tracker: Tracker, shared: Path) -> None:
    archive = str(shared / "pages" / "sample.warc.gz")
    tracker.run("import", archive)
    assert tracker.run("import", archive).stdout.startswith("imported 0 pages")
    assert tracker.json("read")["documents"] > 40
    assert len(tracker.json("initiatives")) >= 46


@pytest.mark.parametrize(("options", "told"), [((), 0), (("--as-news",), 1)], ids=["by itself", "as news"])
def test_an_import_is_reported_if_it_is_to_be_news(tracker: Tracker, options: tuple[str, ...], told: int) -> None:
    mails = tracker.folder / "mails"
    tracker.run("alerts", "add", str(mails), "--channel", "file", "--initiative", "ai-plus")
    tracker.run("import", str(records(tracker.folder / "a.jsonl", RECORD)), *options)
    tracker.run("read")
    tracker.run("alerts", "send")
    assert len(list(mails.glob("*.eml"))) == told
