"""Tests records: what is taken, and what is refused in one line with file and line number."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from db.models import Document, Page
from tests.factories import refusing
from tests.processes.running import Tracker
from tracker.parse import records
from tracker.parse.saved import Unusable

TEXT = "国务院印发意见，加快发展低空经济。"
RECORD = {"url": "https://x/1", "title": "低空经济", "published": "2025-08-26", "lang": "zh", "text": TEXT}


def line(**fields: Any) -> bytes:
    """A record as a line, with other fields."""
    return json.dumps({**RECORD, **fields}).encode()


def parsed(**fields: Any) -> Document:
    """The document of a record with other fields."""
    return records.parse(Page(source="", key="", url="", sha256=""), line(**fields))


REFUSED = [
    (b"no json", "is not JSON"),
    (b'{"id": ' + b"1" * 5000 + b"}", "contains a number of thousands of digits; a record has none"),
    (b"[]", "is not a record"),
    (b"[" * 100_000, "is nested too deeply"),
    (b'{"text": "\xff"}', "is not UTF-8 at byte 11"),
    (b'{"url": "https://x/1"}', "is not a record"),
    (line(text=None), '"text" must be a string (found null)'),
    (line(text=["低空"]), '"text" must be a string (found ["低空"])'),
    (line(url=5), '"url" must be a string (found 5)'),
    (line(url=0, id="r-1"), '"url" must be a string (found 0)'),
    (line(url=None, id=""), 'needs a "url"'),
    (line(url=None, id=1), 'needs a "url" (or an "id" that is a string)'),
    (line(title=123), '"title" must be a string or null'),
    (line(title=["a"]), '"title" must be a string or null'),
    (line(url=None), 'needs a "url"'),
    (line(url="https://[x"), '"url" is not an address'),
    (line(url="javascript:alert(1)"), '"url" is not a web address; write http:// or https:// and a host'),
    (line(url="ftp://a/b"), '"url" is not a web address'),
    (line(url="https:///1"), '"url" is not a web address'),
    (line(published="0001-01-01"), '"published" must be'),
    (line(published="9999-12-31"), '"published" must be'),
    (line(published="26 August"), '"published" must be'),
    (line(published=["2025"]), '"published" must be'),
]


@pytest.mark.parametrize(("content", "told"), REFUSED, ids=lambda value: repr(value)[:50])
def test_what_is_not_a_record_is_reported_by_line(content: bytes, told: str) -> None:
    refused: list[Unusable] = []
    lines = io.BytesIO(line() + b"\n\n" + content + b"\n" + line())
    assert len(list(records.read(lines, "a.jsonl", refused.append))) == 2
    (error,) = map(str, refused)
    assert error.startswith("a.jsonl:3: ")
    assert told in error
    assert "\n" not in error


@pytest.mark.parametrize("fields", [{"url": None, "id": "law:7"}, {"url": "a.jsonl#1"}, {"url": "HTTP://x/1"}])
def test_what_names_no_scheme_of_its_own_is_taken(fields: dict[str, Any]) -> None:
    assert records.check(line(**fields))["text"] == TEXT


def test_a_record_that_an_older_program_stored_is_read() -> None:
    assert parsed(url="ftp://a/b").text == TEXT


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"published": ""}, "published", None),
        ({"published": None}, "precision", None),
        ({"published": "2025-08"}, "precision", "month"),
        ({"title": None}, "title", None),
        ({"title": "低空\ud800经济"}, "title", "低空\ufffd经济"),
        ({"text": f"国务院关于低空经济的意见\n国发〔2025〕11号\n{TEXT}"}, "number", "国发〔2025〕11号"),
        ({"text": f"按照国发〔2025〕11号，{TEXT}"}, "number", None),
        ({"text": "低空\x00经济"}, "text", "低空\ufffd经济"),
    ],
)
def test_what_a_record_becomes(fields: dict[str, Any], name: str, value: object) -> None:
    assert getattr(parsed(**fields), name) == value


@pytest.mark.parametrize(
    ("lang", "text", "language"),
    [
        ("en", TEXT, "en"),
        ("EN", TEXT, "en"),
        ("en-US", TEXT, "en"),
        ("zh-Hans", "The State Council met.", "zh"),
        (None, "The State Council issued guidelines on AI Plus (人工智能+).", "en"),
        ("", TEXT, "zh"),
        ("fr", TEXT, "zh"),
        ("de", "The State Council met.", "en"),
        (7, "The State Council met.", "en"),
        (None, "", "zh"),
    ],
)
def test_the_language_of_a_record(lang: object, text: str, language: str) -> None:
    assert parsed(lang=lang, text=text, title=None).language == language


def test_a_byte_order_mark_is_no_part_of_a_record() -> None:
    assert [bare for bare, _ in records.read(io.BytesIO(b"\xef\xbb\xbf" + line()), "a.jsonl", refusing.nothing)] == [
        line()
    ]


ANALYZED = [
    (line(published="9999-12-31", text="国务院明天印发低空经济意见。"), 2, '"published" must be'),
    (line(title=123), 2, '"title" must be'),
    (b"\xff", 2, "is not UTF-8"),
    (b"[" * 100_000, 2, "is nested too deeply"),
    (line(text=TEXT + "\ud800"), 0, ""),
    (line(id="\ud800"), 0, ""),
    (b"\xef\xbb\xbf" + line(), 0, ""),
]


@pytest.mark.parametrize(("content", "code", "told"), ANALYZED, ids=lambda value: repr(value)[:50])
def test_analyze_ends_with_one_line(tmp_path: Path, content: bytes, code: int, told: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    done = Tracker(tmp_path).run("analyze", "a.jsonl", code=code)
    assert done.stderr.count("\n") == (code == 2)
    assert (f"a.jsonl:1: {told}" in done.stderr) if told else json.loads(done.stdout)["mentions"]
