"""Tests which lines between, above and below the paragraphs of a page without a layout are its text."""

import pytest

from config.schema.source import Source
from db.models import Document, Page
from tests.factories.declared import HOME, source
from tracker.parse.parser import parse

TITLE = "市生态环境局一周要闻"
PARAGRAPHS = (
    "一、市生态环境局近日召开会议，研究部署下一阶段的工作，听取了各区关于大气污染防治情况的汇报。",
    "二、市里公开了一批典型案例，要求各区举一反三，切实推动问题整改，并于年底前报告进展情况。",
    "三、全市空气质量自动监测站全部建成，能够全天监测多项指标，为今后精准治理提供了重要支撑。",
)
FIRST, SECOND, THIRD = (f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS)
REPORT = (
    "The council opened a park for makers of batteries, with room for forty firms and a school.",
    "Officials said that the first tenants would move in before the end of this year, at low rents.",
    "A second park is being planned on the west bank, but no day has been named for its start, they said.",
)
ENGLISH = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT)


def read(text: str, head: str = "", around: str = "") -> Document:
    info = "<p>2025-08-26</p>"
    body = f"<body><h1>{TITLE}</h1>{info}<div class=t>{text}</div>{around}</body>"
    content = f"<html><head><title>{TITLE}</title>{head}</head>{body}</html>"
    return parse(Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256=""), content.encode(), None)


LINKED = [
    (
        "<div>▶ 典型案例丨<a href=1>某区钢铁企业去产能落实不力</a></div>" * 2,
        ["▶ 典型案例丨某区钢铁企业去产能落实不力"] * 2,
    ),
    ("<p>● <a href=1>某区钢铁企业去产能落实不力</a></p>", ["● 某区钢铁企业去产能落实不力"]),
    ("<p>典型案例：<a href=1>某区钢铁企业去产能落实不力</a></p>", ["典型案例：某区钢铁企业去产能落实不力"]),
    ("<div><a href=1>某区钢铁企业去产能落实不力</a></div>", ["某区钢铁企业去产能落实不力"]),
    # Not of the tags around it and without a mark; or a link to what is elsewhere.
    ("<ul><li><a href=1>某区钢铁企业去产能落实不力</a></li></ul>", []),
    ("<div><a href=1>更多某区钢铁企业去产能的新闻</a></div>", []),
    ("<div>相关阅读：<a href=1>某区钢铁企业去产能落实不力</a></div>", []),
]


@pytest.mark.parametrize(("between", "lines"), LINKED)
def test_a_link_between_paragraphs_is_text_if_it_is_a_line_of_theirs(between: str, lines: list[str]) -> None:
    text = read(f"{FIRST}{SECOND}{between}{THIRD}").text
    assert text.split("\n") == [*PARAGRAPHS[:2], *lines, PARAGRAPHS[2]]


def test_a_link_below_the_last_paragraph_is_no_text() -> None:
    text = read(f"{FIRST}{SECOND}{THIRD}<div>▶ 案例丨<a href=1>某区钢铁企业去产能落实不力，正在整改</a></div>").text
    assert text.split("\n") == [*PARAGRAPHS]


FACTS = "<p>Company:</p><p>Example</p><p>Website:</p><p><a href=x>example.com</a></p><p>Founded:</p><p>1/2/2004</p>"


@pytest.mark.parametrize(
    "tail",
    [
        FACTS,
        f"{FACTS}<p>Example makes batteries, and is led by its founders.</p>",
        "<p>(END)</p>",
        "<p>(END)</p><p>anna@example.com</p>",
        "<p>Read or Share this story: http://example.com/1</p>",
        "<p>Subscribe to the Example Money newsletter!</p>",
        "<p>Sign up for our daily newsletter</p><p>Facebook</p>",
    ],
)
def test_what_follows_an_english_text_is_cut(tail: str) -> None:
    assert read(f"{ENGLISH}{tail}").text.split("\n") == [*REPORT]


@pytest.mark.parametrize(
    "line",
    [
        "Contact:",
        "Subscribe to this view or not, the mayor said, the park will open and rents will stay low.",
        "End of story, the mayor said.",
    ],
)
def test_a_last_line_that_only_looks_like_an_end_is_kept(line: str) -> None:
    assert read(f"{ENGLISH}<p>{line}</p>").text.split("\n") == [*REPORT, line]


def test_a_paragraph_below_a_linked_line_is_no_summary() -> None:
    link = "<div><a href=/a>[+] All the pictures</a></div>"
    stray = f"<div style='overflow:hidden;'><p>{REPORT[0]}</p></p><p><p>{REPORT[1]}</p><p>{REPORT[2]}</p>"
    captions = [f"The park in picture {n}, as seen from the river." for n in (1, 2)]
    more = [f"{paragraph} So they said in the {time}." for paragraph in REPORT for time in ("morning", "evening")]
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in more)
    pictures = "".join(f"{link}<div>{caption}</div><p>{REPORT[1]}</p>" for caption in captions)
    lines = read(f"<div class=article><div>{link}</div>{stray}{rest}{pictures}</div></div>").text.split("\n")
    assert lines == [*REPORT, *more, captions[0], REPORT[1], captions[1], REPORT[1]]


@pytest.mark.parametrize("name", ["og:description", "description"])
def test_a_short_text_loses_to_a_longer_paragraph_that_the_description_quotes(name: str) -> None:
    links = "".join(f"<a href=/tag/{n}>A tag of the story, number {n}</a> " for n in range(9))
    story = (
        f"<div class=x1><p>{REPORT[0]}</p><p>LISTEN: <a href=1>The opening of the park, all of it (06/08)</a></p></div>"
    )
    page = f"<div>{links}{story}{links}</div><div>Add the example to your line, and share it.</div>"
    description = f"<meta name='{name}' content='{REPORT[0][:-10]}...'>"
    noise = f"<div class=share>{page}</div>"
    assert REPORT[0] in read("", around=noise, head=description).text


def test_a_long_text_stays_whatever_the_description_quotes() -> None:
    description = f"<meta name=description content='{REPORT[0]}'>"
    assert (
        read(f"<p>{REPORT[1]}</p>", around=f"<div class=sidebar>{REPORT[0]}</div>", head=description).text == REPORT[1]
    )


BELOW = [
    (
        "<div class=fj><a href=P1.docx>附件1：典型案例.docx</a><br><a href=P2.pdf>名单.pdf</a></div>",
        ["附件1：典型案例.docx", "名单.pdf"],
    ),
    ("<p>附件下载：</p><p><a href='/down.jsp?name=1.doc'>附件：典型案例</a></p>", ["附件：典型案例"]),
    (
        "<p><a href=P1.pdf>附件1：典型案例</a></p><p class=phone><a href=P1.pdf>附件1：典型案例</a></p>",
        ["附件1：典型案例"],
    ),
    ("<p>附件【<a href='/down?id=2'>典型案例.docx</a>】已下载12次</p>", ["附件【典型案例.docx】已下载12次"]),
    # Links to pages, files of the site, files far below.
    ("<p><a href=1.html>附件1：典型案例</a></p><p><a href=/app.pdf>网站使用说明</a></p>", []),
    ("<p><a href=1.html>其他新闻标题</a></p>" * 12 + "<p><a href=P1.pdf>典型案例.pdf</a></p>", []),
]


@pytest.mark.parametrize(("below", "lines"), BELOW)
@pytest.mark.parametrize("laid", [True, False])
def test_the_annexes_that_are_named_below_a_text_are_lines_of_it(below: str, lines: list[str], *, laid: bool) -> None:
    declared = Source.model_validate(source(layouts=[{"text": [".t"]}])) if laid else None
    text = "".join((FIRST, SECOND, THIRD))
    content = f"<h1>{TITLE}</h1><p>2025-08-26</p><div class=t>{text}</div><div class=below>{below}</div>"
    page = Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256="")
    assert parse(page, content.encode(), declared).text.split("\n") == [*PARAGRAPHS, *lines]
