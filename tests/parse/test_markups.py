"""Tests articles in the markups that the sites serve in 2026 (`markups.yaml`): completely, and by the layout."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString

from config import Config
from config.schema.source import Source
from db.models import Document, Page
from spiders.charsets import decode
from spiders.sift import is_article
from tests.factories import refusing
from tests.factories.declared import HOME, source
from tests.tables import table
from tracker.parse.parser import GENERAL, parse
from tracker.parse.scripted import with_written
from tracker.parse.second_reading import CHANGED
from tracker.pipeline.extract import extract_batch

TABLE = table(Path(__file__).with_name("markups.yaml"))
FRAMES: dict[str, dict[str, Any]] = TABLE["frames"]
TEXTS: dict[str, dict[str, Any]] = TABLE["texts"]
ENGLISH = ("ndrc-en", "english-gov-cn", "china-daily", "global-times", "cgtn", "xinhua-en", "scio-en")
CASES = [
    (name, text)
    for name, frame in FRAMES.items()
    for text, facts in TEXTS.items()
    if (facts["language"] == "en") == (frame["source"] in ENGLISH)
]


def markup(frame: dict[str, Any], text: dict[str, Any]) -> str:
    """The page of a frame around a text."""
    title = text["title"]
    parts = {
        "title": title,
        "broken": f"{title[:9]}\n{title[9:]}",
        "text": text["markup"],
        "lines": "<br /><br />".join(text["lines"]),
    }
    head, body = (frame[part].format(**parts) for part in ("head", "body"))
    menu = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/more/">更多新闻和信息公开目录</a></li></ul>'
    return f"<html><head>{head}</head><body>{menu}{body}<div class=footer>版权所有 网站地图</div></body></html>"


def read(config: Config, frame: dict[str, Any], content: str) -> Document:
    """Return what is read of a page, without what a list says of it."""
    page = Page(source=frame["source"], key="1", url=frame["url"], sha256="", content_type="text/html; charset=utf-8")
    return parse(page, content.encode(), config.sources[frame["source"]], thorough=True)


@pytest.mark.parametrize(("name", "text"), CASES)
def test_an_article_is_read_whole(config: Config, name: str, text: str) -> None:
    frame, facts = FRAMES[name], TEXTS[text]
    document = read(config, frame, markup(frame, facts))
    assert document.text.split("\n") == [*facts["lines"], *frame.get("annexes", ())]
    assert (document.title, document.publisher) == (facts["title"], frame["publisher"])
    assert document.published_in_beijing == frame["published"]
    assert document.problem is None
    assert document.layout == ("layout 1" if config.sources[frame["source"]].layouts else GENERAL)
    assert is_article(config.sources[frame["source"]], frame["url"])


def test_there_are_pages_enough() -> None:
    assert len(CASES) >= 40
    assert len({FRAMES[name]["source"] for name, _ in CASES}) >= 20


def test_captured_pages_are_read_whole(config: Config, shared: Path) -> None:
    labels = shared / "captures" / "articles.jsonl"
    read = {row["id"]: row for row in extract_batch(labels, config.sources, refusing.nothing)}
    told = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    assert len(told) == 9
    for label in told:
        found = read[label["id"]]
        assert (found["title"], found["published"]) == (label["title"], label["published"])
        assert (found["source"], found["problem"]) == (label["source"], None)
        soup = BeautifulSoup(decode((labels.parent / label["file"]).read_bytes()), "lxml")
        container = soup.select_one(".TRS_UEDITOR") or soup.select_one("#zoom")
        assert container is not None
        nodes = [node for node in container.find_all(string=True) if type(node) is NavigableString]
        assert len(nodes) >= 20
        assert [node for node in nodes if flat(node) not in flat(found["text"])] == []


def flat(text: str) -> str:
    """Return a text without white space, in which layouts differ."""
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


WRITTEN = [
    ("document.write('<b>来源：</b>某某社');", ["来源： 某某社"]),
    ("document.write('a<br>b'); document.write('a b'); document.write(\"c\\u4e00\");", ["a b", "c一"]),
    ("document.write('来源：' + name);", []),
    ("document.write('<a href=/>更多</a>');", []),
    ("document.write('\\ud83d\\ude80 \\ud83d');", ["🚀 "]),
    ("write('x');", []),
]


@pytest.mark.parametrize(("script", "words"), WRITTEN)
def test_what_a_script_writes_as_it_stands_is_text(script: str, words: list[str]) -> None:
    page = f"<p><SCRIPT type=x>{script}</Script >after</p>"
    assert with_written(page) == page.replace("after", "".join(f"<span>{word}</span>" for word in words) + "after")
    assert with_written(f"<!-- {page} -->") == f"<!-- {page} -->"


# What a redesign does to a page of each layout, and the name under which the first such page is reported.
BREAKAGES = ("title", "date", "layout")
BROKEN = [(name, how) for name in FRAMES for how in BREAKAGES if not name.startswith("scio")]


@pytest.mark.parametrize(("name", "how"), BROKEN)
def test_a_redesign_is_reported_on_the_first_page(config: Config, name: str, how: str) -> None:
    frame = FRAMES[name]
    layout = config.sources[frame["source"]].layouts[0]
    soup = BeautifulSoup(markup(frame, next(TEXTS[text] for case, text in CASES if case == name)), "lxml")
    if how == "layout":
        selects = list(layout.text)
    else:
        selects = [pick.select.split("::")[0] for pick in (layout.title if how == "title" else layout.date)]
    for tag in [tag for select in selects for tag in soup.select(select)]:
        if how == "layout":
            tag["class"], tag["id"] = "renewed", "renewed"
        elif tag.name == "meta":
            tag["content"] = ""
        elif how == "title":
            tag.string = ""
            script = soup.new_tag("script")
            script.string = "var name = site.name; document.write(name);"
            tag.append(script)
        else:
            tag.decompose()
    problem = read(config, frame, str(soup)).problem or ""
    assert re.match(rf"(?:{CHANGED}|no ){how}\b", problem)


SAID = "为把握新一轮产业变革机遇，推动未来产业创新发展，各地要因地制宜，加强统筹，细化举措，确保各项任务落到实处。"
HEAD = "<h1>关于推动未来产业创新发展的意见</h1><i>2024-01-29</i><b class=from>来源：某某社</b>"
WHOLE = f"{HEAD}<div class=t><p>{SAID}</p>"
REST = "".join(f"<p>{n}年的任务是建设{n}个先导区，并在年底前向社会公布结果。</p>" for n in range(2020, 2026))
COMPARED = [
    (f"{WHOLE}<p>一、总体要求</p><p>{SAID}</p></div>", None),
    (f"{WHOLE}</div><p>一、总体要求</p><p>{SAID}</p>", "heading"),
    (f"{WHOLE}</div>{REST}", "text"),
    (WHOLE.replace("class=from", "class=origin") + "</div>", "publisher"),
    (WHOLE.replace("来源：某某社", "") + "</div>", None),
]


@pytest.mark.parametrize(("page", "lost"), COMPARED)
def test_what_others_see_and_a_layout_does_not_is_reported(page: str, lost: str | None) -> None:
    layout = {"text": [".t"], "title": "h1", "date": "i", "publisher": ".from"}
    laid = Source.model_validate(source(layouts=[layout]))
    stored = Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256="", content_type="text/html; charset=utf-8")
    problem = parse(stored, page.encode(), laid, thorough=True).problem
    assert (problem or "").removeprefix(CHANGED).split(" (")[0] == (lost or "")
