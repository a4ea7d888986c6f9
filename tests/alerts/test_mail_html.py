"""Tests the HTML of the sample mails: valid, accepted by mail programs, and readable on desk and phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from lxml import html

from config import Config
from tests.alerts.letters import SENDER, letter, parsed
from tests.alerts.letters import shown as as_shown
from tests.alerts.sample_mails import SAMPLES, sample
from tests.servers.browser import Browser, browser
from tracker.alerts.compose.message import Item
from tracker.alerts.compose.questions import compose_question

WIDTHS = (320, 390, 1000)
# WCAG 2.2, 1.4.3, for text of any size.
CONTRAST = 4.5
SMALLEST = 13
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td"),
    *("h1", "h2", "h3", "p", "span", "strong", "ul", "li", "a", "br", "blockquote", "code", "img"),
}
ATTRIBUTES = {"lang", "charset", "name", "content", "class", "style", "role", "href", "dir"}
ATTRIBUTES |= {"src", "alt", "width", "height"}
QUESTIONS = {
    f"confirmation-{how}-{language}": letter(
        *(
            Item(None, f"alert-{n}", name, "confirmation", "issued; by MIIT; every day at 8:00, Asia/Shanghai")
            for n, name in enumerate(("AI Plus", "低空经济"))
        ),
        kind="confirmation",
        language=language,
        by_web=by_web,
    )
    for how, by_web in (("web", "https://alerts.example.org/confirm/abc"), ("mail", None))
    for language in ("en", "zh")
}
QUESTIONS |= {
    f"leaving-{language}": letter(
        *(
            Item(None, f"alert-{n}", name, "leaving", "", page="https://alerts.example.org/unsubscribe/abc")
            for n, name in enumerate(("AI Plus", "低空经济"))
        ),
        kind="leaving",
        language=language,
    )
    for language in ("en", "zh")
}
ALL = (*SAMPLES, *QUESTIONS)


@pytest.fixture(scope="module")
def pages(config: Config, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of every sample, and of the question to confirm an address."""
    samples = {name: sample(name, config, tmp_path_factory.mktemp(name)).as_bytes() for name in SAMPLES}
    asked = {name: compose_question(question, SENDER).as_bytes() for name, question in QUESTIONS.items()}
    return {name: as_shown(parsed(mail)[0]) for name, mail in (samples | asked).items()}


@pytest.fixture(scope="module")
def shown() -> Iterator[Browser]:
    """A running browser."""
    with browser() as running:
        yield running


@pytest.mark.parametrize("name", ALL)
def test_a_parser_finds_no_error(pages: dict[str, str], name: str) -> None:
    html5lib.HTMLParser(strict=True).parse(pages[name])


def test_the_parser_does_find_errors() -> None:
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse('<!DOCTYPE html><title>x</title><p id="a" id="b">')


@pytest.mark.parametrize("name", ALL)
def test_it_is_html_that_mail_programs_take(pages: dict[str, str], name: str) -> None:
    tree = html.fromstring(pages[name])
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    assert {element.tag for element in elements} <= TAGS, "no scripts, forms, frames or fonts"
    assert {attribute for element in elements for attribute in element.attrib} <= ATTRIBUTES, "no handlers either"
    assert all(re.match("https?://|mailto:", link) for link in tree.xpath("//@href"))
    assert all(one.startswith("data:image/png;base64,") for one in tree.xpath("//@src")), "the mail carries it"
    assert len(tree.xpath("//img[@alt]")) == (name in ("daily-digest", "weekly-digest-zh"))
    styles = " ".join([*tree.xpath("//@style"), *tree.xpath("//style/text()")])
    assert not re.search(r"url\(|@import|@font-face|expression|position|float|flex|grid|var\(", styles)
    assert all(table.get("role") == "presentation" for table in tree.iter("table"))
    bare = [e for e in tree.iter("h1", "h2", "h3", "p", "blockquote", "ul", "td", "table") if not e.get("style")]
    assert bare == [], "what a program without style sheets needs stands in the element"
    assert tree.get("lang") == ("zh-CN" if name.endswith("zh") else "en")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ALL)
def test_it_is_read_on_desk_and_phone_light_and_dark(
    pages: dict[str, str], shown: Browser, name: str, width: int
) -> None:
    for dark in (False, True):
        shown.show(pages[name], width, dark=dark)
        assert shown.widest() <= width, "nothing has to be scrolled to sideways"
        texts = shown.contrasts()
        assert len(texts) > 5
        assert [text for text in texts if text[0] < CONTRAST] == []
        assert [text for text in texts if text[2] < SMALLEST] == []
        assert shown.asked() == [], "nothing is fetched from anywhere"
        assert shown.complaints() == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p style='width:2000px'>x", "widest"),
        ("<p style='color:#ccc;background:#fff'>x", "contrast"),
        ("<body style='background:#777'><p style='color:#fff'>x", "contrast"),
        ("<img src='http://127.0.0.1:9/x.png'>x", "asked"),
        ("<script>console.error('no')</script>x", "complaints"),
    ],
)
def test_the_browser_sees_what_is_wrong(shown: Browser, page: str, found: str) -> None:
    shown.show(f"<!DOCTYPE html><title>x</title>{page}", 390)
    seen = {
        "widest": shown.widest() > 390,
        "contrast": any(contrast < CONTRAST for contrast, _, _ in shown.contrasts()),
        "asked": bool(shown.asked()),
        "complaints": bool(shown.complaints()),
    }
    assert seen[found]


def test_dark_is_dark(pages: dict[str, str], shown: Browser) -> None:
    ground = "return getComputedStyle(document.querySelector('.card')).backgroundColor"
    grounds = []
    for dark in (False, True):
        shown.show(pages["one-item"], 390, dark=dark)
        grounds.append(shown.driver.execute_script(ground))
    assert grounds == ["rgb(255, 255, 255)", "rgb(23, 26, 31)"]


def test_the_pictures_are_there_and_small() -> None:
    pictures = sorted((Path(__file__).parents[2] / "docs" / "mails").glob("*.png"))
    assert [picture.stem for picture in pictures] == sorted(SAMPLES)
    assert sum(picture.stat().st_size for picture in pictures) < 1_500_000
