"""Tests feeds, calendars and files beside every list: they are readable by the libraries that people read them with."""

import asyncio
import csv
import io
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import which

import feedparser
import httpx
import lxml.html
import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from sqlalchemy import Engine
from starlette.applications import Starlette

from config import Config, Settings
from tests.factories.announcements import announce
from tests.factories.databases import sqlite
from tests.factories.hostile import EVERY
from tests.lacking import cannot_run
from tracker.contract.formats.flat import columns
from tracker.contract.models.announcement import Announcement, Story
from tracker.contract.models.declared import Body, Initiative, Source
from tracker.contract.models.document import SearchHit
from tracker.text.periods import last_day
from tracker.web.app import make_app

TIMELINES = ["/news", "/initiatives/ai-plus", "/initiatives", "/bodies/miit", "/acts/issued"]
LISTS = {
    "/news": Story,
    "/initiatives/ai-plus": Announcement,
    "/bodies/miit": Announcement,
    "/acts/issued": Announcement,
    "/search": SearchHit,
    "/initiatives": Initiative,
    "/bodies": Body,
    "/sources": Source,
}
SUFFIXES = (".atom", ".feed.json", ".ics", ".json", ".csv", ".xlsx")
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FORMS = (".bib", ".ris")
FILTERS = {"/search": "?q=低空"}


@pytest.mark.parametrize("path", [*TIMELINES, "/search"])
def test_feedparser_reads_atom_without_a_complaint(programs: httpx.Client, path: str) -> None:
    answer = programs.get(f"{path}.atom{FILTERS.get(path, '')}")
    assert answer.headers["Content-Type"] == "application/atom+xml"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.entries
    for entry in feed.entries:
        links = {link.rel: link.href for link in entry.links}
        assert links.keys() == {"alternate", "via"}
        assert links["alternate"].startswith(str(programs.base_url).rstrip("/"))
        assert entry.id.startswith("tag:127.0.0.1,2025:")
        assert entry.updated_parsed
        assert entry.title
        assert entry.summary
        assert entry.content[0].value.startswith("<blockquote")


def test_newsboat_reads_a_feed_to_its_end(programs: httpx.Client, tmp_path: Path) -> None:
    if not which("newsboat"):
        cannot_run("no newsboat here: apt-get install newsboat")
    address = f"{programs.base_url}/news.atom"
    urls, cache, settings = (tmp_path / name for name in ("urls", "cache.db", "config"))
    urls.write_text(f"{address}\n", encoding="utf-8")
    settings.write_text("", encoding="utf-8")
    command = ["newsboat", "-u", urls, "-c", cache, "-C", settings, "-x", "reload"]
    done = subprocess.run(
        command,
        env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with closing(sqlite3.connect(cache)) as read:
        titles = {title for (title,) in read.execute("SELECT title FROM rss_item")}
    assert titles == {entry.title for entry in feedparser.parse(programs.get("/news.atom").content).entries}
    assert titles


def test_an_entry_names_the_act_the_body_and_the_original(programs: httpx.Client) -> None:
    (entry,) = feedparser.parse(programs.get("/initiatives/ai-plus.atom").content).entries
    assert entry.title == "[issued] State Council: China issues guideline on AI Plus initiative"
    assert {tag.term for tag in entry.tags} == {"issued", "ai-plus"}
    assert entry.author == "State Council"
    assert [link.href for link in entry.links if link.rel == "via"] == ["https://english.www.gov.cn/a.html"]
    assert "国务院印发" in entry.content[0].value


@pytest.mark.parametrize("suffix", [".atom", ".feed.json", ".json", ".csv", ".ics"])
def test_every_form_states_what_a_person_corrected(programs: httpx.Client, suffix: str) -> None:
    written = programs.get(f"/initiatives/ai-plus{suffix}").text.replace("\r\n ", "")
    assert ("act corrected by Ana on" if suffix not in (".json", ".csv") else "Ana") in written
    assert "as the paper says" in written


@pytest.mark.parametrize("path", [*TIMELINES, "/search"])
def test_a_json_feed_has_what_its_version_asks_for(programs: httpx.Client, path: str) -> None:
    answer = programs.get(f"{path}.feed.json{FILTERS.get(path, '')}")
    assert answer.headers["Content-Type"] == "application/feed+json"
    feed = answer.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"].startswith(f"{str(programs.base_url).rstrip('/')}{path}.feed.json")
    assert feed["items"]
    for item in feed["items"]:
        assert item.keys() >= {"id", "url", "external_url", "title", "content_text", "date_modified"}
        assert datetime.fromisoformat(item["date_modified"]).tzinfo
        assert item["_tracker"]["id"]


@pytest.mark.parametrize("path", TIMELINES[:2])
def test_a_calendar_has_the_last_day_of_a_target(programs: httpx.Client, path: str) -> None:
    answer = programs.get(f"{path}.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    made = Calendar.from_ical(answer.content)
    assert isinstance(made, Calendar)
    (event,) = made.walk("VEVENT")
    assert (event.start, event.end) == (date(2027, 12, 31), date(2028, 1, 1))
    assert str(event["summary"]).startswith("AI Plus: 70 %, ")


@pytest.mark.parametrize("path", LISTS)
def test_every_list_is_a_file(programs: httpx.Client, path: str) -> None:
    query = FILTERS.get(path, "")
    told = programs.get(f"{path}.json{query}").json()["items"]
    assert told
    written = programs.get(f"{path}.csv{query}")
    assert written.headers["Content-Disposition"].startswith("attachment; filename=")
    rows = list(csv.reader(io.StringIO(written.text)))
    assert rows[0] == columns(LISTS[path])
    assert len(rows) == len(told) + 1
    sheet = load_workbook(io.BytesIO(programs.get(f"{path}.xlsx{query}").content)).active
    assert (sheet.max_row, sheet.max_column) == (len(rows), len(rows[0]))


def test_csv_begins_with_a_mark_for_excel_on_request(programs: httpx.Client) -> None:
    assert programs.get("/bodies.csv?bom=1").content.startswith(b"\xef\xbb\xbfid,")


def test_a_feed_takes_the_filters_of_its_page(programs: httpx.Client) -> None:
    def ids(query: str) -> list[int]:
        return [item["_tracker"]["id"] for item in programs.get(f"/news.feed.json{query}").json()["items"]]

    assert set(ids("")) == {1, 2, 3}
    assert ids("?act=issued&lang=zh&act=") == [1]
    assert set(ids("?body=miit&since=2026-01")) == {2, 3}
    feed = feedparser.parse(programs.get("/news.atom?act=issued").content)
    assert next(link.href for link in feed.feed.links if link.rel == "alternate").endswith("/news?act=issued")


@pytest.mark.parametrize(("suffix", "begins"), [("bib", "@techreport{tracker-1,"), ("ris", "TY  - GOVDOC")])
def test_an_announcement_is_a_reference(programs: httpx.Client, suffix: str, begins: str) -> None:
    assert programs.get(f"/announcements/1.{suffix}").text.startswith(begins)
    page = lxml.html.fromstring(programs.get("/announcements/1").text)
    cited = programs.get(f"/announcements/1.{suffix}").text.split()
    assert cited in [form.text_content().split() for form in page.cssselect(".cite pre")]
    assert programs.get("/announcements/1.json").json() == programs.get("/api/v1/announcements/1").json()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/initiatives/none.atom", 404),
        ("/bodies/none.ics", 404),
        ("/acts/none.csv", 404),
        ("/announcements/999.bib", 404),
        ("/announcements/99999999999999999999.json", 404),
        ("/news.atom?since=soon", 422),
        ("/news.atom?initiative=none", 422),
        ("/news.atom?cursor=x", 422),
        ("/news.csv?body=none", 422),
        ("/news.csv?sinces=2026", 422),
        ("/news.json?initiatives=ai-plus", 422),
        ("/news.atom?since=2026&until=2025", 422),
        ("/search.csv?q=a&tiers=media", 422),
        ("/news.csv?bom=1&lang=zh&at_least=issued", 200),
        ("/api/v1/announcements?since=2026&until=2025", 422),
        ("/api/v1/documents?since=2026-03&until=2026-02", 422),
        ("/api/v1/announcements?since=2026-03&until=2026-03", 200),
        ("/news.xlsx?tier=third", 422),
        ("/news.json?" + "&".join(["act=issued"] * 100), 422),
        ("/search.atom", 422),
        ('/search.csv?q="open', 422),
        ("/search.ics?q=a", 404),
        ("/news.rss", 404),
    ],
)
def test_a_missing_page_is_reported(programs: httpx.Client, path: str, status: int) -> None:
    answer = programs.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_a_misspelt_filter_and_days_in_the_wrong_order_are_named(programs: httpx.Client) -> None:
    spelt = programs.get("/news.csv?sinces=2026").json()
    assert spelt["detail"] == "sinces: there is nothing of this name; did you mean since?"
    swapped = programs.get("/api/v1/announcements?since=2026&until=2025").json()
    assert swapped["errors"] == [{"parameter": "since", "detail": "since=2026 lies after until=2025; swap them"}]


@pytest.mark.parametrize(
    ("feed", "page"),
    [
        ("/bodies/miit.atom", "/news?body=miit"),
        ("/acts/issued.atom?since=2025", "/news?act=issued&since=2025"),
        ("/bodies/none", None),
        ("/acts/none", None),
    ],
)
def test_the_feed_of_a_body_or_an_act_leads_to_a_page(programs: httpx.Client, feed: str, page: str | None) -> None:
    if page is None:
        assert programs.get(feed).status_code == 404
        return
    address = feedparser.parse(programs.get(feed).content).feed.link
    answer = programs.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, page)
    assert programs.get(page).status_code == 200


def test_who_has_a_feed_gets_304(programs: httpx.Client) -> None:
    first = programs.get("/news.atom")
    again = programs.get("/news.atom", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2027", date(2027, 12, 31)),
        ("../2027", date(2027, 12, 31)),
        ("2026/2030", date(2030, 12, 31)),
        ("2027-02", date(2027, 2, 28)),
        ("2027-01/2027-12", date(2027, 12, 31)),
        ("../2027-06", date(2027, 6, 30)),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_the_last_day_of_a_period(period: str | None, day: date | None) -> None:
    assert last_day(period) == day


def ask(app: Starlette, path: str) -> httpx.Response:
    """Return an answer of an application, without a server."""

    async def get() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path)

    return asyncio.run(get())


def test_a_feed_continues_in_pages_with_each_story_once(engine: Engine, config: Config) -> None:
    at = datetime(2026, 11, 24, 4, tzinfo=UTC)
    for n in range(60):
        announce(engine, config, at=at + timedelta(minutes=n), headline=f"Notice {n}")
    app = make_app(engine, config, Settings())
    first = feedparser.parse(ask(app, "/news.atom").content)
    (following,) = [link.href for link in first.feed.links if link.rel == "next"]
    second = feedparser.parse(ask(app, following).content)
    assert [link for link in second.feed.links if link.rel == "next"] == []
    titles = [entry.title.rpartition(": ")[2] for entry in [*first.entries, *second.entries]]
    assert titles == [f"Notice {n}" for n in reversed(range(60))]


def test_a_rate_that_fell_is_below_zero_in_every_form(engine: Engine, config: Config) -> None:
    announce(engine, config, figures=[{"value": 3.5, "unit": "%", "what": "同比下降3.5%", "kind": "result"}])
    app = make_app(engine, config, Settings())
    (figure,) = ask(app, "/announcements/1.json").json()["figures"]
    (row,) = csv.DictReader(io.StringIO(ask(app, "/news.csv").text))
    (cited,) = ask(app, "/api/v1/announcements").json()["items"]
    assert (figure["value"], row["figure_1_value"], cited["figures"]) == (-3.5, "-3.5", [figure])
    assert "-3.5%" in ask(app, "/announcements/1").text


@pytest.mark.parametrize("path", ["/news", "/initiatives/ai-plus"])
def test_a_list_continues_in_pages_until_next_is_null(engine: Engine, config: Config, path: str) -> None:
    for n in range(5):
        announce(engine, config, day=date(2026, 11, 1 + n // 2))
    app = make_app(engine, config, Settings())
    pages = [answer.json() for answer in pages_of(app, f"{path}.json?limit=2")]
    assert [len(page["items"]) for page in pages] == [2, 2, 1]
    whole = ask(app, f"{path}.json").json()
    assert (whole["next"], whole["items"]) == (None, [row for page in pages for row in page["items"]])
    assert ask(app, f"{path}.json?cursor=W10").status_code == 422


@pytest.mark.parametrize("url", ["a.jsonl#1", "javascript:alert(1)", "ftp://a/b"])
def test_what_is_no_web_address_is_no_link(engine: Engine, config: Config, url: str) -> None:
    announce(engine, config, url=url)
    app = make_app(engine, config, Settings())
    (entry,) = feedparser.parse(ask(app, "/news.atom").content).entries
    assert {link.rel for link in entry.links} == {"alternate"}
    assert "cite=" not in ask(app, "/news.atom").text
    assert "external_url" not in ask(app, "/news.feed.json").json()["items"][0]
    for suffix, link in ((".bib", "url = "), (".ris", "UR  - ")):
        assert link not in ask(app, f"/announcements/1{suffix}").text
    for path in ("/announcements/1", "/initiatives/ai-plus", "/news", "/search?q=AI"):
        page = lxml.html.fromstring(ask(app, path).text)
        assert url not in {link.get("href") for link in page.iter("a")}, path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Iterator[tuple[Starlette, set[str]]]:
    """Serve an announcement of each hostile text, and return the texts."""
    engine = sqlite(tmp_path_factory.mktemp("hostile") / "tracker.db")
    texts = {text.encode("utf-8", "replace").decode() for text in EVERY}
    for text in texts:
        figure = {"value": 1, "unit": text[:100], "what": text, "kind": "target", "year": 2030}
        said = dict.fromkeys(("headline", "quote", "text", "speaker", "body"), text)
        announce(engine, config, **said, figures=[figure])
    yield make_app(engine, config, Settings(web_rate=0)), texts
    engine.dispose()


def pages_of(app: Starlette, path: str) -> Iterator[httpx.Response]:
    """Yield the pages of a list, from its first address to its last."""
    following: str | None = path
    while following:
        answer = ask(app, following)
        assert answer.status_code == 200, following
        yield answer
        if ".atom" in path:
            links = feedparser.parse(answer.content).feed.links
            following = next((link.href for link in links if link.rel == "next"), None)
        else:
            cursor = answer.json().get("next")
            following = f"{path}&cursor={cursor}" if cursor else None


@pytest.mark.parametrize("path", ["/news", "/initiatives/ai-plus"])
def test_hostile_texts_are_text_in_every_form(hostile: tuple[Starlette, set[str]], path: str) -> None:
    app, texts = hostile
    assert len(texts) > 300
    answers = {suffix: ask(app, f"{path}{suffix}") for suffix in SUFFIXES}
    answers |= {f"/{n}{form}": ask(app, f"/announcements/{n}{form}") for n in range(1, 360, 9) for form in FORMS}
    for form, answer in answers.items():
        assert answer.status_code == 200, form
        if not form.endswith("xlsx"):
            assert not STEERS.search(answer.text.replace("\r\n", "\n")), form
    feeds = [feedparser.parse(answer.content) for answer in pages_of(app, f"{path}.atom")]
    assert [feed.bozo_exception for feed in feeds if feed.bozo] == []
    assert sum(len(feed.entries) for feed in feeds) == len(texts), "no text ends an entry, or begins one"
    events = Calendar.from_ical(answers[".ics"].content).walk()
    assert {one.name for one in events} == {"VCALENDAR", "VEVENT"}
    sheet = load_workbook(io.BytesIO(answers[".xlsx"].content)).active
    assert sheet.max_row == len(texts) + 1
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    rows = [*csv.reader(io.StringIO(answers[".csv"].text))]
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == len(texts) + 1
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-\D", cell)]


def test_hostile_texts_are_text_in_the_api(hostile: tuple[Starlette, set[str]]) -> None:
    app, texts = hostile
    answers = [*pages_of(app, "/api/v1/announcements?limit=200")]
    assert {row["quote"] for answer in answers for row in answer.json()["items"]} == texts
    assert not [answer.url for answer in answers if STEERS.search(answer.text)]
