"""Tests that the text of annexes is extracted, within limits, into the document of their article."""

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document as Docx
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from sqlalchemy import Engine
from sqlmodel import col, select

from config import Config
from config.schema.source import Source
from db.engine import reading, writing
from db.models import Announcement, Document, Page
from db.store.pages import add_page, start_crawl
from spiders.annexes import annexes_of, parsed
from tests.factories.declared import HOME, source
from tests.factories.hostile import ENTITY, LAUGHS
from tracker.bounded.process import OverrunError, Worker
from tracker.demo.files import docx, pdf
from tracker.parse.annexes import file_jobs
from tracker.parse.annexes import reading as annexes
from tracker.parse.annexes.kinds import UnreadableFileError, text_of
from tracker.parse.annexes.paragraphs import paragraphs
from tracker.pipeline.read import read

LONG = "国务院印发《关于深入实施“人工智能+”行动的意见》，提出到2027年新一代智能终端、智能体等应用普及率超过70%。"
PARTS = ["一、总体要求", LONG, "二、保障措施"]
# A file is made when its test runs: every worker collects all tests.
Made = Callable[[], bytes]
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def saved(made: Any) -> bytes:
    file = BytesIO()
    made.save(file) if hasattr(made, "save") else made.write(file)
    return file.getvalue()


def zipped(members: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return file.getvalue()


def ofd(lines: list[str], before: str = "") -> bytes:
    codes = enumerate(f'<ofd:TextCode X="0" Y="5">{line}</ofd:TextCode>' for line in lines)
    boxes = (f'<ofd:TextObject Boundary="20 {20 + n * 9} 170 6">{code}</ofd:TextObject>' for n, code in codes)
    pieces = "".join(boxes)
    page = f"{before}<ofd:Page {OFD}><ofd:Content><ofd:Layer>{pieces}</ofd:Layer></ofd:Content></ofd:Page>"
    root = f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    pages = f'<ofd:Document {OFD}><ofd:Pages><ofd:Page BaseLoc="Pages/P0/Content.xml"/></ofd:Pages></ofd:Document>'
    return zipped({"OFD.xml": root, "Doc_0/Document.xml": pages, "Doc_0/Pages/P0/Content.xml": page})


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(PARTS))))
    writer.encrypt("", "owner", algorithm="AES-256")
    return saved(writer)


def table() -> bytes:
    made = Docx()
    made.add_paragraph("名单")
    rows = made.add_table(2, 2).rows
    for row, cells in zip(rows, [("序号", "企业"), ("1", "甲\n公司")], strict=True):
        row.cells[0].text, row.cells[1].text = cells
    return saved(made)


def sheet() -> bytes:
    made = Workbook()
    made.active.append(["序号", None, "企业"])  # type: ignore[union-attr]
    made.active.append([1.0, "甲公司", 0.5])  # type: ignore[union-attr]
    made.create_sheet("hidden").append(["nobody"])
    made["hidden"].sheet_state = "hidden"
    return saved(made)


TEXTS = [
    ("PDF", lambda: pdf(PARTS), "\n".join(PARTS)),
    ("PDF without a password but encrypted", locked, "\n".join(PARTS)),
    ("DOCX", lambda: docx(PARTS), "\n".join(PARTS)),
    ("DOCX with a table", table, "名单\n序号\t企业\n1\t甲 公司"),
    ("XLSX", sheet, "序号\t企业\n1\t甲公司\t0.5"),
    ("OFD", lambda: ofd([PARTS[0], LONG[:40], LONG[40:], PARTS[2]]), "\n".join(PARTS)),
]


@pytest.mark.parametrize(("made", "text"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_a_file_gives_its_text(made: Made, text: str) -> None:
    assert text_of(made()) == text


UNREADABLE = [
    ("no file", lambda: b"<html>", "of no kind that is read"),
    ("scan", lambda: saved(PdfWriter(clone_from=PdfReader(BytesIO(pdf([" "]))))), "it may be a scan"),
    ("ZIP of another kind", lambda: zipped({"a.txt": "x"}), "of no kind that is read"),
    ("half a ZIP", lambda: docx(PARTS)[:500], "a broken ZIP file"),
    ("many members", lambda: zipped({f"{n}": "" for n in range(5001)}), "too big when unpacked"),
    ("bomb", lambda: zipped({"OFD.xml": "0" * 200_000_001}), "too big when unpacked"),
]


@pytest.mark.parametrize(("made", "reason"), [case[1:] for case in UNREADABLE], ids=[case[0] for case in UNREADABLE])
def test_a_file_without_text_says_why(made: Made, reason: str) -> None:
    content = made()
    with pytest.raises(UnreadableFileError, match=reason):
        text_of(content)


@pytest.mark.parametrize(
    ("member", "keep", "problem"),
    [
        ("[Content_Types].xml", None, "a damaged file: There is no item named '[Content_Types].xml' in the archive"),
        ("_rels/.rels", None, "a damaged file: no relationship of type "),
        ("word/document.xml", 0.5, "a damaged file: "),
    ],
)
def test_a_damaged_file_is_reported_without_the_words_of_python(member: str, keep: float | None, problem: str) -> None:
    whole, left = zipfile.ZipFile(BytesIO(docx(PARTS))), BytesIO()
    with zipfile.ZipFile(left, "w") as made:
        for name in whole.namelist():
            part = whole.read(name)
            if name != member or keep:
                made.writestr(name, part[: int(len(part) * keep)] if name == member and keep else part)
    text, said, _ = file_jobs.prepare(None)["text"](zlib.compress(left.getvalue()))
    assert text == ""
    assert said.startswith(problem)
    assert "Error" not in said


def bomb() -> bytes:
    """Return a PDF whose page draws 100 MB of blanks, packed."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(PARTS))))
    drawn = DecodedStreamObject()
    drawn.set_data(b" " * 100_000_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(drawn.flate_encode())
    return saved(writer)


HOSTILE = [
    ("PDF cut in half", lambda: pdf(PARTS)[:300]),
    ("PDF of noise", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 500),
    ("PDF bomb", bomb),
    ("DOC", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000),
    ("OFD without pages", lambda: zipped({"OFD.xml": "<a/>"})),
    ("OFD that leads nowhere", lambda: zipped({"OFD.xml": "<a><DocRoot>../../etc/passwd</DocRoot></a>"})),
    ("external entity", lambda: ofd(["&x;"], ENTITY)),
    ("billion laughs", lambda: ofd(["&j;"], LAUGHS)),
    ("DOCX that is no XML", lambda: zipped({"word/document.xml": "<"})),
    ("XLSX without sheets", lambda: zipped({"xl/workbook.xml": "<workbook/>"})),
]


@pytest.mark.parametrize("made", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_ends_in_one_line(made: Made) -> None:
    with Worker(file_jobs.__name__) as worker:
        told = annexes.file_text(zlib.compress(made()), worker)
    assert told.text == ""
    assert told.problem
    assert "\n" not in told.problem
    assert "root:" not in told.problem


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_read() -> None:
    with Worker(file_jobs.__name__) as worker:
        slow = annexes.file_text(zlib.compress(pdf(PARTS * 2000)), worker, 0.05)
        assert slow == ("", "cannot be read: it takes more than 0.05 seconds or 480 MB", 0.05)
        assert annexes.file_text(zlib.compress(pdf(PARTS)), worker).text


def test_the_files_of_an_article_have_one_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annexes, "SECONDS", 0.05)
    monkeypatch.setattr(annexes, "MOST_SECONDS", 0.1)
    slow, document = zlib.compress(pdf(PARTS * 2000)), Document(source="", key="", url="", text="现予印发。")
    with Worker(file_jobs.__name__) as worker:
        named = [(Page(source="", key=str(n), url=str(n), sha256=""), slow) for n in range(12)]
        annexes.append(document, named, worker)
        assert worker.overruns == 2
    assert (document.problem or "").count("takes more than 0.05 seconds") == 2
    assert "annex 2: not read: the files before it took too long" in (document.problem or "")
    assert document.text == "现予印发。"


LINES = [
    ("为了推动产业高质量发展|制定本办法。", "为了推动产业高质量发展制定本办法。"),
    ("第一章 总则|为了推动产业高质量发展|制定本办法。", "第一章 总则|为了推动产业高质量发展制定本办法。"),
    ("本办法自2026年起施行，由我部|— 3 —|负责解释", "本办法自2026年起施行，由我部负责解释"),
    ("要做好下列各项重点工作任务|（一）加强领导", "要做好下列各项重点工作任务|（一）加强领导"),
    (
        "We apply new guide-|lines on AI Plus in|the works.",
        "We apply new guidelines on AI Plus in the works.",
    ),
    ("| ", ""),
]


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_printed_lines_become_paragraphs(lines: str, expected: str) -> None:
    assert "|".join(paragraphs([lines.split("|")])) == expected


LAID = Source.model_validate(source(layouts=[{"text": [".text"], "title": "h1"}]))
URL, KEY = f"{HOME}/a/1.html", "example.gov.cn/a/1.html"


@pytest.fixture
def watching(config: Config) -> Config:
    """Return the shipped rules, and one made-up source."""
    return replace(config, sources={"example": LAID})


class Archive:
    """A database into which pages come as from a crawl."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        with writing(engine) as session:
            self.crawl_id = start_crawl(session, "example").id

    def add(self, key: str, url: str, content: bytes, **more: Any) -> None:
        page = Page(source="example", key=key, url=url, sha256="", crawl_id=self.crawl_id, **more)
        with writing(self.engine) as session:
            add_page(session, page, content)

    def article(self, *files: str, said: str = "<p>现予印发。</p>") -> None:
        links = "".join(f'<a href="{file}">{file.partition(".")[0]}</a>' for file in files)
        self.html = f"<h1>关于印发意见的通知</h1><div class=text>{said}</div>{links}".encode()
        self.add(KEY, URL, self.html, content_type="text/html; charset=utf-8")

    def file(self, name: str, content: bytes) -> None:
        page = Page(source="example", key=KEY, url=URL, sha256="", content_type="text/html; charset=utf-8")
        [key] = [key for key, row in annexes_of(parsed(page, self.html), LAID).items() if row.url.endswith(name)]
        self.add(key, f"{HOME}/a/{name}", content, annex_of=KEY, listed_title=name.partition(".")[0])

    def document(self) -> Document:
        with reading(self.engine) as session:
            return session.exec(select(Document)).one()


@pytest.fixture
def archive(engine: Engine) -> Archive:
    """An archive without pages."""
    return Archive(engine)


def test_the_text_of_annexes_follows_that_of_their_article(archive: Archive, watching: Config) -> None:
    archive.article("two.docx", "one.pdf")
    archive.file("one.pdf", pdf(["甲。"]))
    archive.file("two.docx", docx(["乙。"]))
    counts = read(archive.engine, watching)
    assert (counts.documents, counts.problems) == (1, 0)
    assert archive.document().text == "现予印发。\ntwo\n乙。\none\n甲。"
    assert read(archive.engine, watching).pages == 0


def test_an_annex_that_comes_later_is_read_and_is_news(archive: Archive, watching: Config) -> None:
    archive.article("one.pdf")
    read(archive.engine, watching)
    archive.file("one.pdf", pdf([LONG]))
    assert read(archive.engine, watching).announcements == 1
    with reading(archive.engine) as session:
        told = session.exec(select(Announcement).order_by(col(Announcement.id))).one()
    assert (told.initiative, told.cause) == ("ai-plus", "news")
    assert told.quote in archive.document().text


def test_an_annex_that_the_article_links_no_more_is_not_its_text(archive: Archive, watching: Config) -> None:
    archive.article("one.pdf")
    archive.file("one.pdf", pdf(["甲。"]))
    read(archive.engine, watching)
    archive.article()
    read(archive.engine, watching)
    assert archive.document().text == "现予印发。"


def test_a_text_that_is_annexed_whole_is_no_problem_and_one_in_images_is(archive: Archive, watching: Config) -> None:
    archive.article("one.pdf", said="<img src=1.png>")
    assert read(archive.engine, watching).problems == 1
    assert archive.document().problem == "the text is in images or files"
    archive.file("one.pdf", pdf(["甲。"]))
    assert read(archive.engine, watching).problems == 0
    assert archive.document().text == "one\n甲。"


def test_an_annex_that_cannot_be_read_is_reported(archive: Archive, watching: Config) -> None:
    archive.article("one.pdf")
    archive.file("one.pdf", b"no PDF")
    assert read(archive.engine, watching).problems == 1
    assert (archive.document().problem or "").startswith("annex one: of no kind that is read")
    assert archive.document().text == "现予印发。"


def test_a_file_that_takes_long_in_haste_ends_the_reading_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annexes, "SECONDS", 0.1)
    slow, document = zlib.compress(pdf(PARTS * 2000)), Document(source="", key="", url="", text="现予印发。")
    with Worker(file_jobs.__name__) as worker:
        named = [(Page(source="", key=str(n), url=str(n), sha256=""), slow) for n in range(12)]
        with pytest.raises(OverrunError):
            annexes.append(document, named, worker, share=0.5)
        assert worker.overruns == 1
    assert document.problem is None
