"""Tests the pages for readers by requests to a running server: what they show, refuse and let through."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import quote

import httpx
import lxml.html
import pytest
from sqlmodel import col, select

from config import Config
from db.engine import reading, writing
from db.models import Alert, Announcement, Document, Mention, Page, Recipient
from db.store import stamps
from tests.factories.hostile import EVERY
from tests.web.reading.conftest import World
from tests.web.reading.world import CHINESE, ISSUED, TODAY, Written, revise, write
from tracker.acts import ACTS, STAGES
from tracker.contract.filters import AskedError
from tracker.development.states import STATES, SUPERSEDED
from tracker.health.states import STATES as HEALTHS
from tracker.text.printable import HARMFUL
from tracker.web.reading.reader import Reader, preferred
from tracker.web.reading.words import WORDS
from tracker.web.reading.wrong import said_in

PAGES = [
    "/",
    "/news?since=1y&act=launched",
    "/initiatives",
    "/initiatives/ai-plus",
    "/announcements/1",
    "/search",
    "/search?q=6G",
    "/targets?year=2027",
    "/bodies",
    "/compare?initiative=ai-plus&initiative=six-g",
    "/sources",
    "/about",
    "/alerts",
    "/alerts?preview=1&initiative=ai-plus",
]


def text_of(answer: httpx.Response) -> str:
    """Return the text of a page, in one line."""
    assert answer.status_code == 200, (answer.url, answer.status_code)
    return " ".join(lxml.html.fromstring(answer.content).text_content().split())


def rows(answer: httpx.Response) -> list[str]:
    """Return the headings of the rows of a page."""
    page = lxml.html.fromstring(answer.content)
    return [
        " ".join(row.text_content().split()) for row in page.cssselect("[data-row] h2, [data-row] h3, [data-row] h4")
    ]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_stands_in_the_readers_language(world: World, path: str, language: str) -> None:
    answer = world.site.client.get(path, headers={"Accept-Language": f"{language},fr;q=0.5"})
    page = lxml.html.fromstring(answer.content)
    assert answer.status_code == 200
    assert page.get("lang") == {"en": "en", "zh": "zh-Hans"}[language]
    assert len(page.cssselect("h1")) == 1
    assert WORDS[language]["news"] in page.cssselect("nav")[0].text_content()
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not page.cssselect("[style], style, script:not([src])")


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    fields = {
        language: {key: set(re.findall(r"{(\w+)}", words)) for key, words in WORDS[language].items()}
        for language in WORDS
    }
    assert fields["en"] == fields["zh"]


def test_every_act_stage_and_state_has_words() -> None:
    keys = {*(f"act-{act}" for act in ACTS), *(f"stage-{stage}" for stage in STAGES)}
    keys |= {f"state-{state}" for state in (*STATES.values(), SUPERSEDED)} | {f"health-{state}" for state in HEALTHS}
    assert keys - WORDS["en"].keys() == set()


@pytest.mark.parametrize("written", ["Li Qiang, Premier", "总理李强"])
def test_a_declared_person_is_named_in_the_readers_language(config: Config, written: str) -> None:
    assert Reader(config, "en", False, "/").speaker("state-council", written) == "Li Qiang, Premier"
    assert Reader(config, "zh", False, "/").speaker("state-council", written) == "总理李强"
    assert Reader(config, "zh", False, "/").speaker("miit", written) == written


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en;q=0.3,zh;q=0.9", "zh"),
        ("fr,de", "en"),
        ("zh;q=0", "en"),
        ("zh;q=x", "en"),
        ("", "en"),
        ("," * 5000, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_first(wanted: str, language: str) -> None:
    assert preferred({"Accept-Language": wanted}) == language


def test_a_chosen_language_stays_in_the_links(world: World) -> None:
    page = lxml.html.fromstring(world.site.client.get("/news?lang=zh&since=1y").content)
    links = [link.get("href") for link in page.cssselect("nav a, h3 a")]
    assert all("lang=zh" in link for link in links)
    switch = page.cssselect("body > footer a")[0].get("href")
    assert "lang=en" in switch
    assert "since=1y" in switch


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("since=7d", ["“人工智能+”行动取得进展", "6G技术试验启动"]),
        ("since=7d&body=miit&act=launched", ["6G技术试验启动"]),
        ("initiative=quantum", ["加快量子科技攻关"]),
        ("until=2025-08", ["充电设施总数达1734.8万个", "国务院关于深入实施“人工智能+”行动的意见"]),
        ("tier=media&since=7d", ["6G技术试验启动"]),
        ("language=en", ["6G技术试验启动", "国务院关于深入实施“人工智能+”行动的意见"]),
        ("source=most", ["加快量子科技攻关"]),
        ("since=today", []),
        ("since=2025&at_least=issued", ["国务院关于深入实施“人工智能+”行动的意见"]),
        ("stage=draft", []),
    ],
)
def test_news_are_filtered_by_the_address(world: World, query: str, shown: list[str]) -> None:
    assert rows(world.site.client.get(f"/news?{query}")) == shown


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/news?initiative=nothing", "there is no initiative 'nothing'"),
        ("/news?act=shouted", "there is no act 'shouted'"),
        ("/news?body=x", "there is no body 'x'"),
        ("/news?since=2026-13", "'2026-13' is not a month; write 7d"),
        ("/news?since=soon", "'soon' is not a day; write 7d"),
        ("/news?since=9999y", "is out of range"),
        ("/news?since=2026&until=2025", "lies after"),
        ("/news?stage=sketch", "there is no stage 'sketch'"),
        ("/news?language=fr", "there is no language 'fr'"),
        ("/news?" + "&".join("act=issued" for _ in range(41)), "40 at most"),
        ("/news?since=" + "1" * 600, "longer than 500"),
        ("/compare?initiative=xx", "there is no initiative 'xx'"),
        ("/targets?year=1066", "there is no target for the year '1066'"),
        ("/initiatives?state=x", "there is no state 'x'"),
        ("/alerts?preview=1&words=%22a", "open a quote"),
        ("/alerts?preview=1&initiative=zzz", "zzz"),
        ("/alerts?preview=1&at_least=zzz", "there is no act 'zzz'"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(world: World, path: str, said: str) -> None:
    answer = world.site.client.get(path)
    assert answer.status_code == 400
    (line,) = lxml.html.fromstring(answer.content).cssselect("[role=alert]")
    assert said in line.text_content()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/news?initiative=nothing", "没有政策“nothing”"),
        ("/news?act=shouted", "没有举措“shouted”，请写'issued'"),
        ("/news?at_least=shouted", "没有不低于此举措“shouted”"),
        ("/news?since=2026-13", "“2026-13”不是月份，请写7d"),
        ("/news?since=soon", "“soon”不是日期，请写7d"),
        ("/news?since=9999y", "超出范围"),
        ("/news?since=2026&until=2025", "起始日期2026晚于结束日期2025，请对调"),
        ("/news?" + "&".join("act=issued" for _ in range(41)), "最多40个"),
        ("/compare?initiative=it's", "没有政策“it's”"),
        ("/targets?year=1066", "没有“1066”年的目标"),
        ("/alerts?preview=1&words=%22a", "引号没有闭合"),
        ("/alerts?preview=1&initiative=zzz", "没有名为“zzz”的政策"),
        ("/search?q=(a", "第1个字符处的括号没有闭合"),
        ("/search?q=a+OR", "缺少一个词"),
        ("/search?q=%22", "第1个字符处的引号没有闭合"),
    ],
)
def test_a_chinese_page_says_in_chinese_what_is_wrong(world: World, path: str, said: str) -> None:
    answer = world.site.client.get(path, headers={"Accept-Language": "zh"})
    assert answer.status_code == 400
    (line,) = lxml.html.fromstring(answer.content).cssselect("[role=alert]")
    assert said in line.text_content()
    assert line.get("lang") == "zh"


def test_what_has_no_translation_is_said_in_english() -> None:
    assert said_in("zh", ValueError("the moon is full")) == ("the moon is full", "en")
    assert said_in("en", AskedError("act", "there is no act 'x'")) == ("there is no act 'x'", "en")


@pytest.mark.parametrize(
    "path",
    [
        "/initiatives/nothing",
        "/initiatives/AI-PLUS",
        "/announcements/999999",
        "/announcements/99999999999999999999",
        "/announcements/-1",
        "/stored/" + "0" * 64,
        "/stored/x",
        "/static/../show.py",
        "/static/show.py",
        "/alerts/" + "0" * 32,
        "/initiatives/ai-plus.exe",
    ],
)
def test_what_there_is_not_is_not_found(world: World, path: str) -> None:
    assert world.site.client.get(path).status_code == 404


@pytest.mark.parametrize("path", [*PAGES, "/announcements/1"])
def test_reading_is_all_that_a_page_is_for(world: World, path: str) -> None:
    plain = path.partition("?")[0]
    for method in ("PUT", "DELETE", "PATCH", *(() if plain == "/alerts" else ("POST",))):
        assert world.site.client.request(method, path).status_code == 405
    assert world.site.client.head(path).status_code == 200


def test_a_browser_that_has_a_page_gets_not_modified(world: World) -> None:
    first = world.site.client.get("/initiatives/six-g")
    again = world.site.client.get("/initiatives/six-g", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "Content-Security-Policy" in again.headers
    other = {"If-None-Match": first.headers["ETag"], "Accept-Language": "zh"}
    assert world.site.client.get("/initiatives/six-g", headers=other).status_code == 200


def test_an_initiative_shows_where_it_stands_and_what_lies_ahead(world: World) -> None:
    said = text_of(world.site.client.get("/initiatives/ai-plus"))
    assert "results reported" in said
    assert "paper issued 26 August 2025 State Council" in said
    if TODAY.year <= 2027:
        assert "Target for 2027 70%" in said
    page = lxml.html.fromstring(world.site.client.get("/initiatives/charging-infrastructure").content)
    assert len(page.cssselect(".series svg circle")) == 3
    assert [text.text for text in page.cssselect(".series svg text.ink")] == [
        "20.092 million",
        "18.645 million",
        "17.348 million",
    ]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        (
            "/compare?initiative=ai-plus&initiative=six-g",
            ["First paper", "AI Plus", "26 August 2025", "6G"],
        ),
        ("/bodies", ["NEA3", "Charging infrastructure", "MIIT"]),
        ("/sources", ["not crawled yet", "Ministry of Industry and Information Technology", "primary"]),
        ("/targets?year=2027", ["70%", "AI Plus", "State Council", "智能终端普及率超过70%"]),
        ("/about", ["No source has been crawled yet.", "MIT licence"]),
        ("/alerts?preview=1&initiative=ai-plus", ["Reported by", "In the last 90 days", "Sign up", "daily"]),
        ("/initiatives?state=launched", ["6G", "launched 1"]),
    ],
)
def test_a_page_shows_what_it_is_for(world: World, path: str, parts: list[str]) -> None:
    said = text_of(world.site.client.get(path))
    assert [part for part in parts if part not in said] == []


def test_an_announcement_shows_its_proof(world: World) -> None:
    answer = world.site.client.get("/announcements/1")
    page = lxml.html.fromstring(answer.content)
    own, other = page.cssselect("blockquote")
    assert own.get("lang") == "zh"
    assert own.cssselect("mark")[0].text == CHINESE
    assert own.cssselect(".around")[0].text == "本报讯。"
    assert other.get("lang") == "en"
    said = text_of(answer)
    for part in (
        "issued",
        "State Council",
        "26 August 2025",
        "words.zh.issue.印发",
        "70% by 2027",
        "primary",
        "media",
        "@misc{tracker-1,",
        "TY - ELEC",
    ):
        assert part in said
    stored = page.cssselect("a[href^='/stored/']")[0].get("href")
    copy = world.site.client.get(stored)
    assert "Text of the copy" not in copy.text
    for part in ("SHA-256", stored.rpartition("/")[2], "https://gov-cn.example.gov.cn/0-0.html", "另一段。"):
        assert part in text_of(copy)


CORRECTED = {"act": "pledged", "body": "miit", "day": None, "not-this": None, "join": None}
"""What is corrected, and what the rules say of it."""


@contextmanager
def corrected(world: World, *kinds: str) -> Iterator[None]:
    """Let announcement 1 be corrected for a while."""
    mark = {"correction": 1, "documents": [], "by": "<i>Ana</i>", "note": "<b>why</b>", "at": "2026-11-24T04:00:00Z"}
    with writing(world.site.engine) as session:
        announcement = session.get_one(Announcement, 1)
        digest = announcement.digest
        announcement.corrected = [{**mark, "what": what, "was": CORRECTED[what]} for what in kinds]
        announcement.withdrawn, announcement.digest = "not-this" in kinds, ""
        stamps.move(session, [announcement.initiative])
    yield
    with writing(world.site.engine) as session:
        announcement = session.get_one(Announcement, 1)
        announcement.corrected, announcement.withdrawn, announcement.digest = None, False, digest
        stamps.move(session, [announcement.initiative])


MARKS = {"en": "corrected by a person: act, day", "zh": "经人工更正：举措、日期"}


@pytest.mark.parametrize("language", MARKS)
@pytest.mark.parametrize("path", ["/news", "/initiatives/ai-plus", "/compare?initiative=ai-plus"])
def test_a_list_marks_what_people_corrected(world: World, path: str, language: str) -> None:
    address = f"{path}{'&' if '?' in path else '?'}lang={language}"
    with corrected(world, "act", "day"):
        page = lxml.html.fromstring(world.site.client.get(address).content)
    assert {mark.text_content() for mark in page.cssselect(".corrected")} == {MARKS[language]}
    assert "corrected" not in world.site.client.get(address).text


@pytest.mark.parametrize("what", CORRECTED)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_correction_is_marked_with_what_the_rules_say(world: World, what: str, language: str) -> None:
    with corrected(world, what):
        answer = world.site.client.get(f"/announcements/1?lang={language}")
    (shown,) = lxml.html.fromstring(answer.content).cssselect(".corrected")
    said = " ".join(shown.text_content().split())
    assert "<i>Ana</i>" in said
    assert "<b>why</b>" in said
    if language == "en":
        rules = {"act": "pledged", "body": "MIIT", "day": "nothing"}.get(what)
        assert said.endswith(f"(the rules say: {rules})" if rules else "why</b>")
    # What today's rules no longer find is another matter.
    assert "Today's rules" not in text_of(answer)


def test_what_changed_between_two_stored_pages_is_shown_word_by_word(growing_world: World) -> None:
    with writing(growing_world.site.engine) as session:
        told = [("miit", "版本", "zh", "智能制造。")]
        write(session, Written("industrial-internet", "mentioned", None, ISSUED - timedelta(days=900), told), 78)
        first = session.exec(select(Page).order_by(col(Page.id).desc())).first()
        assert first
        second = revise(session, first, "到2027年建成100个示范区，覆盖全国各地的主要产业集群。")
        third = revise(session, second, "到2030年建成120个示范区，覆盖全国各地的主要产业集群。<script>x</script>")
        first_sha, second_sha, third_sha = first.sha256, second.sha256, third.sha256
    answer = growing_world.site.client.get(f"/stored/{third_sha}/changes")
    page = lxml.html.fromstring(answer.content)
    assert [one.text for one in page.cssselect("del")] == ["2027", "100"]
    assert [one.text for one in page.cssselect("ins")] == ["2030", "120"]
    assert "第一段不变" not in text_of(answer)
    assert strange(answer) == []
    assert growing_world.site.client.get(f"/stored/{first_sha}/changes").status_code == 404
    shown = lxml.html.fromstring(growing_world.site.client.get(f"/stored/{second_sha}").content)
    assert len(shown.cssselect("a[href$='/changes']")) == 2


def test_the_number_of_a_merged_announcement_leads_to_the_one_that_it_became(growing_world: World) -> None:
    with writing(growing_world.site.engine) as session:
        id_ = write(
            session, Written("smart-manufacturing", "mentioned", None, ISSUED, [("miit", "旧", "zh", "智能制造。")]), 77
        )
        row = session.get_one(Announcement, id_)
        row.merged_into, row.withdrawn = 1, True
    answer = growing_world.site.client.get(f"/announcements/{id_}?lang=zh")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/announcements/1?lang=zh")


@pytest.mark.parametrize(
    ("typed", "titles", "named"),
    [
        ("量子", {"加快量子科技攻关"}, "Quantum technology"),
        ("6G", {"6G技术试验启动", "China launches second stage of 6G trials", "加快量子科技攻关"}, "6G"),
        ("人工智能+", {"“人工智能+”行动取得进展", "国务院关于深入实施“人工智能+”行动的意见"}, "AI Plus"),
        ("nothingofthekind", set(), None),
    ],
)
def test_search_finds_in_both_languages(world: World, typed: str, titles: set[str], named: str | None) -> None:
    answer = world.site.client.get("/search", params={"q": typed})
    assert set(rows(answer)) == titles
    found = lxml.html.fromstring(answer.content).cssselect(".named strong")
    assert [one.text_content() for one in found] == ([named] if named else [])


def test_a_query_that_cannot_be_read_is_explained(world: World) -> None:
    answer = world.site.client.get("/search", params={"q": '"open'})
    assert answer.status_code == 400
    page = lxml.html.fromstring(answer.content)
    assert "the quote at character 1" in page.cssselect("[role=alert]")[0].text_content()
    assert page.cssselect("input[name=q]")[0].get("value") == '"open'


def test_pages_of_news_go_on_where_the_last_one_ended(growing_world: World) -> None:
    day = TODAY - timedelta(days=400)
    with writing(growing_world.site.engine) as session:
        for number in range(55):
            told = [("miit", f"历史第{number}条", "zh", f"智能制造第{number}条。")]
            write(
                session,
                Written("smart-manufacturing", "mentioned", "miit", day - timedelta(days=number // 3), told),
                1000 + number,
            )
    seen: list[str] = []
    path = "/news?initiative=smart-manufacturing"
    while path:
        answer = growing_world.site.client.get(path)
        seen += rows(answer)
        older = lxml.html.fromstring(answer.content).cssselect("a[rel=next]")
        path = older[0].get("href") if older else ""
    assert len(seen) == len(set(seen)) == 55
    rail = lxml.html.fromstring(growing_world.site.client.get("/initiatives/smart-manufacturing").content)
    assert len(rail.cssselect(".rail .row")) > 20
    assert rail.cssselect("a[rel=next]")


# The elements of our own pages; anything else came from someone's text.
ELEMENTS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "ul",
        "ol",
        "li",
        "main",
        "footer",
    ),
    *("form", "input", "button", "label", "select", "option", "fieldset", "legend", "details", "summary", "dialog"),
    *("h1", "h2", "h3", "h4", "p", "section", "article", "div", "span", "time", "dl", "dt", "dd", "br"),
    *("table", "thead", "tr", "th", "tbody", "td", "blockquote", "mark", "cite", "code", "pre", "kbd", "strong"),
    *("svg", "path", "g", "text", "line", "circle", "rect", "ins", "del"),
}


def strange(answer: httpx.Response) -> list[str]:
    """Return everything in a page that could act and that we have not written."""
    page = lxml.html.fromstring(answer.content)
    found = [str(one.tag) for one in page.iter() if isinstance(one.tag, str) and one.tag not in ELEMENTS]
    for one in page.iter():
        names = {name.lower() for name in one.attrib}
        found += [name for name in names if name.startswith("on") or name in ("style", "srcdoc", "formaction")]
        for name in ("href", "src", "action"):
            address = one.get(name, "")
            if not re.match(r"(?:/(?!/)|#|\?|https?://[^\s\"<>]+$|$)", address):
                found.append(address)
    scripts = [one.get("src", "") for one in page.iter("script")]
    if scripts != [one for one in scripts if one.startswith("/static/keys.js?v=")] or len(scripts) != 1:
        found.append(str(scripts))
    text = answer.text
    return found + [hex(ord(sign)) for sign in HARMFUL.findall(text) if sign not in "\r\n"]


# It needs a page for each text.
@pytest.mark.slow
def test_hostile_texts_reach_every_page_as_text(growing_world: World) -> None:
    numbers, digests = [], []
    with writing(growing_world.site.engine) as session:
        for number, hostile in enumerate(EVERY):
            text = hostile.encode("utf-8", "replace").decode()
            figure = {"value": 5.0, "unit": text[:40], "what": text, "kind": "target", "year": 2099}
            told = [("nbs", text, "zh", text or "-"), ("cac", text, "en", text or "-")]
            written = Written(
                "commercial-space",
                "issued",
                text[:50],
                ISSUED - timedelta(days=number),
                told,
                [figure, {**figure, "kind": "result"}],
            )
            id_ = write(session, written, 5000 + number)
            row = session.get_one(Announcement, id_)
            row.speaker = text
            document = session.get_one(Document, row.document_id)
            document.publisher = document.number = text
            mention = session.exec(select(Mention).where(Mention.document_id == document.id)).one()
            mention.rule = text
            numbers.append(id_)
            page = session.exec(select(Page).order_by(col(Page.id).desc())).first()
            assert page
            page.url = text
            digests.append(page.sha256)
    client, half = growing_world.site.client, len(EVERY) // 2
    paths = [
        # Each text alone, and some of those in the middle of a title: lists show the others.
        *(f"/announcements/{number}" for number in (*numbers[:half], *numbers[half::6])),
        *(f"/stored/{digest}" for digest in digests[::10]),
        *(
            "/news?initiative=commercial-space&until=2025-06",
            "/initiatives/commercial-space",
            "/bodies",
        ),
        *("/targets?year=2099", "/compare?initiative=commercial-space", "/initiatives"),
        *(f"/search?q={quote(text[:300].encode('utf-8', 'replace'))}" for text in EVERY[::12]),
        *(f"/news?body={quote(text[:300].encode('utf-8', 'replace'))}" for text in EVERY[::24]),
    ]
    for path in paths:
        answer = client.get(path)
        assert answer.status_code in (200, 400), path
        assert strange(answer) == [], path
        assert len(answer.content) < 2_000_000, path


@pytest.mark.parametrize(
    "path",
    ["/news?lang=%3Cscript%3E", "/news?%22%3E%3Cscript%3E=1", "/search?q=%00%E2%80%AE", "/compare?initiative=%27"],
)
def test_hostile_addresses_do_nothing(world: World, path: str) -> None:
    assert strange(world.site.client.get(path)) == []


def order(world: World, **fields: str) -> httpx.Response:
    """Fill in the form of an alert and send it."""
    shown = world.site.client.get("/alerts?preview=1&initiative=six-g")
    (token,) = lxml.html.fromstring(shown.content).xpath("//input[@name='token']/@value")
    return world.site.client.post("/alerts", data={"token": token, "initiative": "six-g", "rate": "daily", **fields})


def alerts_of(world: World, address: str) -> list[Alert]:
    with reading(world.site.engine) as session:
        return list(session.exec(select(Alert).where(Alert.recipient == address)))


def test_an_order_needs_a_form_of_ours(world: World) -> None:
    for token in ("", "1.x", "9" * 11 + "." + "0" * 64, "²." + "0" * 64):
        answer = world.site.client.post(
            "/alerts", data={"token": token, "initiative": "six-g", "address": "no@example.org"}
        )
        assert answer.status_code == 400
    assert alerts_of(world, "no@example.org") == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"address": "nobody"}, "nobody"),
        ({"address": "a@example.org", "rate": "hourly"}, "no rate"),
        ({"address": "a@example.org", "hour": "99"}, "no hour"),
        ({"address": "a@example.org", "hour": "²"}, "no hour"),
        ({"address": "a@example.org", "mail-language": "fr"}, "no language"),
        ({"address": "a@example.org", "initiative": "zz"}, "zz"),
        ({"address": "a@example.org\r\nBcc: b@example.org"}, "a@example.org"),
    ],
)
def test_an_order_that_cannot_be_filled_is_said_in_one_line(world: World, fields: dict[str, str], said: str) -> None:
    answer = order(world, **fields)
    assert answer.status_code == 400
    assert said in lxml.html.fromstring(answer.content).cssselect("[role=alert]")[0].text_content()


def test_an_address_that_is_known_gets_the_same_answer(world: World) -> None:
    first, second = order(world, address="twice@example.org"), order(world, address="Twice@example.org")
    assert first.status_code == second.status_code == 200
    assert first.text == second.text
    with reading(world.site.engine) as session:
        (recipient,) = session.exec(select(Recipient).where(Recipient.address == "twice@example.org"))
        assert recipient.confirmed_at is None
        assert len(session.exec(select(Alert).where(Alert.recipient_id == recipient.id)).all()) == 1


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"mail-language": "en"}, "6G"),
        ({"mail-language": "zh"}, "6G"),
        ({"initiative": "ai-plus", "words": "电网", "mail-language": "zh"}, "人工智能+、电网"),
        ({"initiative": "", "act": "", "mail-language": "en"}, "every announcement"),
    ],
)
def test_a_signed_up_alert_is_named_as_any_other(world: World, fields: dict[str, str], name: str) -> None:
    address = f"named{abs(hash(str(fields)))}@example.org"
    assert order(world, address=address, **fields).status_code == 200
    assert [one.name for one in alerts_of(world, address)] == [name]


def test_an_address_can_be_signed_up_for_a_few_alerts_only(world: World) -> None:
    for number in range(12):
        assert order(world, address="many@example.org", words=f"word{number}").status_code == 200
    assert len(alerts_of(world, "many@example.org")) == 10


def test_an_alert_is_managed_by_its_secret_link(world: World) -> None:
    order(world, address="manage@example.org")
    (alert,) = alerts_of(world, "manage@example.org")
    path = f"/alerts/{alert.token}"
    shown = world.site.client.get(path)
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["Referrer-Policy"] == "no-referrer"
    assert "6G" in text_of(shown)
    changed = world.site.client.post(path, data={"do": "change", "rate": "weekly", "hour": "9", "mail-language": "zh"})
    assert "The alert has been changed." in text_of(changed)
    assert "paused" in text_of(world.site.client.post(path, data={"do": "pause"}))
    (alert,) = alerts_of(world, "manage@example.org")
    assert (alert.rate, alert.hour, alert.language, alert.paused_at is None) == ("weekly", 9, "zh", False)
    for wrong in ({"do": "x"}, {}, {"do": "change", "rate": "x"}, {"do": "change", "rate": "daily", "hour": "9"}):
        assert world.site.client.post(path, data=wrong).status_code == 400
    assert "has ended" in text_of(world.site.client.post(path, data={"do": "end"}))
    assert world.site.client.get(path).status_code == 404
    assert world.site.client.post(path, data={"do": "unpause"}).status_code == 404


def test_a_big_order_is_not_read(world: World) -> None:
    assert world.site.client.post("/alerts", data={"address": "x" * 100_000}).status_code == 413


def test_stored_scripts_are_files(world: World) -> None:
    from db.store.pages import add_page

    with writing(world.site.engine) as session:
        for kind in (
            "text/javascript",
            "application/x-javascript",
            "text/css",
            "application/ecmascript; charset=utf-8",
        ):
            page = Page(source="miit", key=kind, url="https://www.miit.gov.cn/a.js", content_type=kind)
            add_page(session, page, kind.encode())
    with reading(world.site.engine) as session:
        for page in session.exec(select(Page).where(Page.url == "https://www.miit.gov.cn/a.js")):
            answer = world.site.client.get(f"/page/{page.sha256}")
            assert answer.headers["Content-Type"] == "application/octet-stream"
            assert answer.headers["Content-Disposition"].startswith("attachment")
