"""The evidence bundle: it holds what proves an announcement, its README verifies it, and other programs read it."""

import csv
import gzip
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate
from sqlalchemy import Engine
from sqlmodel import select
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from config import Config, load
from db.engine import reading, writing
from db.models import Announcement, Document, Page
from db.queries.timeline import Wanted
from db.store.pages import add_page
from tests.factories.databases import sqlite
from tests.factories.hostile import TEXTS
from tests.web.reading.world import Written, fill, write
from tracker.archive.bundle.gather import NothingError
from tracker.archive.bundle.wacz import surt
from tracker.archive.bundle.write import write_bundle
from tracker.archive.transfer import import_files

HERE = Path(sys.executable).parent
ANNEX = b"%PDF-1.4 an annex"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The world of the pages for readers, with an annex of the paper."""
    engine = sqlite(tmp_path_factory.mktemp("world") / "tracker.db")
    told(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def made(world: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of it, unpacked."""
    return bundle(world, load(), tmp_path_factory.mktemp("made"), "ai-plus")


def told(engine: Engine) -> None:
    """Fill a database."""
    fill(engine)
    with writing(engine) as session:
        paper = session.exec(select(Document).where(Document.source == "gov-cn")).one()
        annex = Page(source="gov-cn", key="annex", url="https://gov-cn.example.gov.cn/a.pdf", annex_of=paper.key)
        annex.content_type = "application/pdf"
        add_page(session, annex, ANNEX)


def bundle(engine: Engine, config: Config, folder: Path, *initiatives: str) -> Path:
    """Write a bundle and unpack it; give the folder."""
    write_bundle(engine, config, Wanted(initiatives), "AI Plus · 人工智能+", folder / "b.zip")
    with zipfile.ZipFile(folder / "b.zip") as zipped:
        zipped.extractall(folder / "b")
    assert not [file for file in folder.iterdir() if "bundle" in file.name or "unfinished" in file.name]
    return folder / "b"


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_its_readme_verifies_it(made: Path) -> None:
    readme = (made / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", readme, re.DOTALL)
    environment = os.environ | {"PATH": os.pathsep.join([str(HERE), os.environ["PATH"]]), "PYTHONIOENCODING": "utf-8"}
    said = [
        subprocess.run(["bash", "-ec", block], cwd=made, env=environment, capture_output=True, text=True, check=True)
        for block in blocks
    ]
    (digest,) = re.findall(r"print `([0-9a-f]{64})`", readme)
    (document,) = re.findall(r"states for document (\d+)", readme)
    quote = next(row for row in rows(made / "quotes.csv") if row["document"] == document)
    assert [one.stdout.split("  -")[0].rstrip("\n") for one in said] == ["", digest, quote["quote"]]
    timeline = (made / "timeline.csv").read_bytes()
    (made / "timeline.csv").write_bytes(b"altered")
    again = subprocess.run(["bash", "-ec", blocks[0]], cwd=made, env=environment, capture_output=True, check=False)
    (made / "timeline.csv").write_bytes(timeline)
    assert again.returncode == 1


def test_every_quote_stands_in_its_text_and_every_page_is_there(made: Path) -> None:
    for row in rows(made / "quotes.csv"):
        text = (made / row["text_file"]).read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    pages = {row["sha256"]: row for row in rows(made / "pages.csv")}
    assert {row["sha256"] for row in rows(made / "quotes.csv")} < pages.keys()
    assert hashlib.sha256(ANNEX).hexdigest() in pages
    with (made / "pages.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                del pages[hashlib.sha256(record.content_stream().read()).hexdigest()]
    assert not pages
    assert not Checker(type("Asked", (), {"inputs": [str(made / "pages.warc.gz")], "verbose": False})()).process_all()


def test_other_programs_read_it(made: Path) -> None:
    checked = subprocess.run(
        [str(HERE / "wacz"), "validate", "-f", str(made / "pages.wacz")], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "the passed WACZ is valid" in checked.stdout
    crate = ROCrate(made)
    assert crate.root_dataset["name"] == "AI Plus · 人工智能+"
    described = {entity.id: entity.get("sha256") for entity in crate.data_entities}
    files = {str(file.relative_to(made)) for file in made.rglob("*") if file.is_file()}
    assert files - described.keys() == {"ro-crate-metadata.json", "SHA256SUMS"}
    for name, digest in described.items():
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == digest


def test_the_index_of_its_wacz_leads_to_each_record(made: Path) -> None:
    with zipfile.ZipFile(made / "pages.wacz") as zipped:
        warc = zipped.read("archive/data.warc.gz")
        lines = gzip.decompress(zipped.read("indexes/index.cdx.gz")).decode().splitlines()
        pages = [json.loads(line) for line in zipped.read("pages/pages.jsonl").splitlines()][1:]
        assert {one.filename: one.compress_type for one in zipped.infolist()}["archive/data.warc.gz"] == 0
    assert lines == sorted(lines)
    for line in lines:
        key, _, entry = line.split(" ", 2)
        place = json.loads(entry)
        record = next(ArchiveIterator(io.BytesIO(warc[int(place["offset"]) :][: int(place["length"])])))
        assert record.rec_headers.get_header("WARC-Target-URI") == place["url"]
        assert key == surt(place["url"])
    assert len(pages) == len(lines) - 1, "an annex is no page to open"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.gov.cn/zhengce/A.htm", "cn,gov)/zhengce/a.htm"),
        ("http://www.miit.gov.cn:8080/?b=2&a=1", "cn,gov,miit:8080)/?a=1&b=2"),
        ("https://miit.gov.cn:443", "cn,gov,miit)/"),
    ],
)
def test_addresses_are_sorted_by_host(url: str, key: str) -> None:
    assert surt(url) == key


def test_the_same_data_give_the_same_bytes(world: Engine, config: Config, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        write_bundle(world, config, Wanted(("ai-plus", "six-g")), "both", tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600


def test_its_warc_is_imported_again(engine: Engine, config: Config, made: Path) -> None:
    counts = import_files(engine, config.sources, [made / "pages.warc.gz"], None, lambda error: pytest.fail(str(error)))
    assert counts.pages == len(rows(made / "pages.csv"))


def test_every_database_gives_the_same_pages(engine: Engine, config: Config, tmp_path: Path, made: Path) -> None:
    told(engine)
    other = bundle(engine, config, tmp_path, "ai-plus")
    assert [row["sha256"] for row in rows(other / "pages.csv")] == [row["sha256"] for row in rows(made / "pages.csv")]


def test_nothing_is_no_bundle(world: Engine, config: Config, tmp_path: Path) -> None:
    with pytest.raises(NothingError):
        write_bundle(world, config, Wanted(("low-altitude-economy",)), "none", tmp_path / "b.zip")
    assert not list(tmp_path.iterdir())


def test_hostile_texts_are_no_markup(engine: Engine, config: Config, tmp_path: Path) -> None:
    with writing(engine) as session:
        for number, hostile in enumerate(TEXTS.values()):
            text = hostile.replace("\x00", "")[:500].encode("utf-8", "replace").decode() or "empty"
            written = Written("ai-plus", "issued", "miit", date(2026, 3, 5), [("miit", text, "zh", text)])
            write(session, written, number)
        mark = {"correction": 1, "what": "day", "was": None, "documents": [], "by": "<b>Ana</b>", "note": "=1+1"}
        for announcement in session.exec(select(Announcement)):
            announcement.corrected = [{**mark, "at": "2026-11-24T04:00:00Z"}]
    made = bundle(engine, config, tmp_path, "ai-plus")
    html = (made / "timeline.html").read_text(encoding="utf-8")
    assert not re.search(r"<(script|img|iframe|b|object)\b", html)
    assert "\u202e" not in html
    assert "* day corrected by &lt;b&gt;Ana&lt;/b&gt; on 2026-11-24 (the rules say nothing): =1+1" in html
    with reading(engine) as session:
        assert len(rows(made / "quotes.csv")) == len(session.exec(select(Document)).all())
