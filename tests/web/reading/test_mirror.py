"""Tests the mirror: all links lead to files, none to a server, and its search finds titles without a server."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from db.engine import writing
from tests.factories.databases import sqlite
from tests.factories.hostile import TEXTS
from tests.processes.running import Tracker
from tests.servers.browser import Browser
from tests.web.reading.world import ISSUED, Written, fill, write
from tracker.web.mirror.file_names import between, file_of


@pytest.fixture(scope="module")
def mirror(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the files of a mirror of the small world, with a hostile title."""
    folder = tmp_path_factory.mktemp("mirrored")
    engine = sqlite(folder / "tracker.db")
    fill(engine)
    with writing(engine) as session:
        for number, name in enumerate(("script", "style", "end of page", "right to left", "other line ends")):
            told = [("miit", TEXTS[name], "zh", "智能制造。")]
            write(session, Written("smart-manufacturing", "issued", "miit", ISSUED, told), 100 + number)
    engine.dispose()
    tracker = Tracker(folder)
    said = tracker.run("export", "site", str(folder / "site")).stdout
    assert said.startswith("wrote ")
    return folder / "site"


def test_every_link_leads_to_a_file_or_out(mirror: Path) -> None:
    pages = sorted(mirror.rglob("*.html"))
    assert len(pages) > 60
    for file in pages:
        page = lxml.html.fromstring(file.read_bytes())
        for name in ("href", "src", "action"):
            for address in page.xpath(f"//@{name}"):
                parts = urlsplit(address)
                if parts.scheme or not parts.path:
                    assert parts.scheme in ("", "https"), address
                    continue
                assert (file.parent / unquote(parts.path)).is_file(), (file, address)
        scripts = page.xpath("//script/@src")
        assert len(scripts) == (2 if file.name == "search.html" else 0)
        assert not page.xpath("//script[not(@src)] | //@onload | //@onerror | //@style")


def test_both_languages_are_there(mirror: Path) -> None:
    for file, title in (("initiatives/ai-plus.html", "AI Plus"), ("zh/initiatives/ai-plus.html", "人工智能+")):
        page = lxml.html.fromstring((mirror / file).read_bytes())
        assert page.cssselect("h1")[0].text_content() == title
        assert page.cssselect("svg")
    switch = lxml.html.fromstring((mirror / "about.html").read_bytes()).cssselect("body > footer a")[0]
    assert switch.get("href") == "zh/about.html"


def test_search_finds_titles_without_a_server(mirror: Path, chromium: Browser) -> None:
    chromium.visit((mirror / "zh" / "index.html").as_uri(), 1000)
    field = chromium.driver.find_element(By.CSS_SELECTOR, ".find input")
    field.send_keys("量子 科技", Keys.ENTER)
    found = WebDriverWait(chromium.driver, 20).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "#found a"))
    assert {one.text for one in found} >= {"加快量子科技攻关"}
    found[0].click()
    heading = WebDriverWait(chromium.driver, 20).until(lambda driver: driver.find_element(By.CSS_SELECTOR, "h1"))
    assert "量子" in heading.text
    assert chromium.complaints() == []


def test_a_folder_with_other_files_is_left_alone(mirror: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    tracker = Tracker(mirror.parent)
    failed = tracker.run("export", "site", str(tmp_path), code=2)
    assert "contains other files; name a new folder" in failed.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/news?lang=zh", "zh/index.html"),
        ("/news?until=2025-08-26&lang=en", "index-2025-08-26.html"),
        ("/initiatives/ai-plus", "initiatives/ai-plus.html"),
        ("/announcements/7?lang=zh", "zh/announcements/7.html"),
        ("/stored/" + "a" * 64 + "/changes", "stored/" + "a" * 64 + "/changes.html"),
        ("/targets?year=2027", "targets-2027.html"),
        ("/search", "search.html"),
        ("/static/style.css?v=1", "static/style.css"),
        ("/search?q=x", None),
        ("/news?body=miit", None),
        ("/news?until=../../x", None),
        ("/initiatives/..", None),
        ("/page/" + "a" * 64, None),
        ("/alerts", None),
        ("https://example.org/about", None),
        ("//example.org/about", None),
        ("/about?lang=fr", None),
    ],
)
def test_an_address_has_one_file_or_none(address: str, file: str | None) -> None:
    assert file_of(address) == file


def test_a_link_leads_from_file_to_file() -> None:
    assert between("zh/initiatives/a.html", "zh/index.html") == "../index.html"
    assert between("index.html", "zh/index.html") == "zh/index.html"
