"""Tests what English pages of no layout print above their text: dates, headlines and names, in forms of their own."""

import pytest

from db.models import Document, Page
from tests.factories.declared import HOME
from tracker.parse.parser import parse

TITLE = "Council opens a battery park"
STANDFIRST = "The park, planned since spring, is to hold forty firms."
PARAGRAPHS = (
    "The city council opened a park for makers of batteries on the east bank of the river, with room for forty firms.",
    "Officials said that the first tenants would move in before the end of the year, and that rents would stay low.",
    "A second park, for makers of sensors, is being planned on the west bank, but no day has been named for its start.",
)
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
H1 = f"<h1>{TITLE}</h1>"
NAVIGATION = "<div><a href=/>Home</a> <a href=/local/>Local</a> <a href=/business/>Business</a></div>"


def read(body: str, head: str = "", **page: str) -> Document:
    content = f"<html><head><title>{TITLE} - The Example</title>{head}</head><body>{NAVIGATION}{body}</body></html>"
    return parse(Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256="", **page), content.encode(), None)


INSIDE = [
    (f"{H1}<div class=date>September 20, 2011</div>{STORY}", "2011-09-20", ()),
    (f"<div class=date><span>Updated: </span>August 13, 2010, 5:02 PM</div>{H1}{STORY}", "2010-08-13T17:02", ()),
    (f"{H1}<p class=when>Updated <span>April 22, 2013 18:58:00</span></p>{STORY}", "2013-04-22T18:58:00", ()),
    (f"{H1}<time>20 September 2011</time>{STORY}", "2011-09-20", ()),
    (f"{H1}<span>Published: Sept. 20, 2011</span>{STORY}", "2011-09-20", ()),
    (f"{H1}<div>Published on Tuesday, September 20, 2011 | 6:37 PM</div>{STORY}", "2011-09-20T18:37", ()),
    (f"{H1}<div>Submitted by anna on Tue, 09/20/2011 - 18:37</div>{STORY}", "2011-09-20T18:37", ()),
    (f"{H1}<p>By Anna Smith and J. Doe</p><p>Sept. 20, 2011, 6:37 p.m.</p>{STORY}", "2011-09-20T18:37", ()),
    # Between a standfirst, which is kept, and the first paragraph.
    (f"{H1}<h3>{STANDFIRST}</h3><p>By Anna Smith</p><p>September 20, 2011</p>{STORY}", "2011-09-20", (STANDFIRST,)),
    (
        f"{H1}<h2>{STANDFIRST}</h2><p>{TITLE.upper()}</p><p>Posted: September 20, 2011</p>{STORY}",
        "2011-09-20",
        (STANDFIRST,),
    ),
]


@pytest.mark.parametrize(("body", "published", "kept"), INSIDE)
def test_the_lines_of_date_and_byline_inside_the_text_are_read_and_trimmed(
    body: str, published: str, kept: tuple[str, ...]
) -> None:
    document = read(f"<div class=story>{body}</div>")
    assert document.published_in_beijing == published
    assert document.text.split("\n") == [*kept, *PARAGRAPHS]
    assert document.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "August 14, 1935 was the day on which the act was signed.",
        "By 2015, all rooms are to be let.",
        "By the river, work goes on.",
        "SEOUL, Aug. 20 (Example) -- Work on the park goes on.",
    ],
)
def test_a_first_line_that_only_begins_like_a_date_or_a_byline_is_kept(line: str) -> None:
    document = read(f"{H1}<p>September 20, 2011</p><div class=story><p>{line}</p>{STORY}</div>")
    assert document.text.split("\n") == [line, *PARAGRAPHS]
    assert document.published_in_beijing == "2011-09-20"


ZONED = "2011-09-20T22:37:00Z"
LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'
OUTSIDE = [
    ("<p>First posted: 08-13-10 05:18 PM | Updated: 08-14-10 12:41 AM</p>", "", "2010-08-13T17:18"),
    ("<p>Updated September 22, 2011 7:00 AM</p><p>Published September 20, 2011</p>", "", "2011-09-20"),
    (
        "<p>Posted at 2011-09-20T18:37:00-0400</p><p>and last updated 2011-09-22 18:37:00-04</p>",
        "",
        "2011-09-21T06:37:00",
    ),
    ("<p>Posted: 10/9/10 7:15 AM EDT</p>", "", "2010-10-09T19:15"),
    ("<p>Published: Sep. 20, 2011&nbsp;&nbsp;7:58 p.m.&nbsp;&nbsp;GMT+8</p>", "", "2011-09-20T19:58"),
    (
        "<p>By <a href=/a>Anna Smith</a> &amp; <a href=/d>J. Doe of Example News</a> | 10/9/10 7:15 AM EDT</p>",
        "",
        "2010-10-09T19:15",
    ),
    # Neither a zone nor a half of the day says which number is the month.
    (
        "<p>Posted: 10/9/2010</p>",
        '<meta name="publish_date" content="Sat, 09 Oct 2010 07:15:45 EST">',
        "2010-10-09T20:15:45",
    ),
    ("", '<meta name="pub_date" content="20110920">', "2011-09-20"),
    ("", '<meta name="publishdate" content="20110920183700">', "2011-09-20"),
    (f"<time datetime={ZONED}></time>", "", "2011-09-21T06:37:00"),
    (
        f"<ul><li><time datetime=2011-01-01>1 January</time></ul><time datetime={ZONED}>long ago</time>",
        "",
        "2011-09-21T06:37:00",
    ),
    (
        "<time datetime=2011-01-01></time><i><time itemprop=datePublished datetime=2011-09-20></time></i>",
        "",
        "2011-09-20",
    ),
    # A moment within a day shows what the printed clock means, unless it has the same clock.
    ("<p>September 20, 2011 6:37 PM</p>", LD.format(ZONED), "2011-09-21T06:37:00"),
    ("<p>September 20, 2011</p>", LD.format(ZONED), "2011-09-21T06:37:00"),
    (f"<time datetime={ZONED}>September 20, 2011</time>", "", "2011-09-21T06:37:00"),
    ("<p>September 20, 2011 6:37 PM PDT</p>", LD.format(ZONED), "2011-09-21T09:37"),
    ("<p>September 20, 2011 10:37 PM</p>", LD.format(ZONED), "2011-09-20T22:37"),
    ("<p>September 10, 2011 6:37 PM</p>", LD.format(ZONED), "2011-09-10T18:37"),
    ("<p>September 20, 2011 6:37 PM</p>", LD.format("2011-09-20T22:37:00"), "2011-09-20T18:37"),
]


@pytest.mark.parametrize(("line", "head", "published"), OUTSIDE)
def test_the_date_above_an_english_text_is_read(line: str, head: str, published: str) -> None:
    document = read(f"{H1}<div class=info>{line}</div><div class=story>{STORY}</div>", head)
    assert document.published_in_beijing == published
    assert document.text.split("\n") == [*PARAGRAPHS]


def test_the_clock_that_a_chinese_page_prints_is_that_of_beijing() -> None:
    paragraph = "市工业和信息化局近日组织召开重点工业企业座谈会，听取企业对政策的意见和建议，并研究下一步的工作。"
    head = "<h1>市工信局召开企业座谈会</h1><p>2011-09-20 18:37</p>"
    page = f"{head}<div class=text><p>{paragraph}</p><p>{paragraph}完。</p></div>"
    assert read(page, LD.format(ZONED)).published_in_beijing == "2011-09-20T18:37"


def test_a_date_in_a_table_of_facts_below_the_text_is_not_that_of_the_page() -> None:
    facts = "<p>Founded by:</p><p>A. Smith</p><p>Launch Date:</p><p>January 2, 2004</p>"
    document = read(f"{H1}<div class=story>{STORY}{facts}</div>", '<meta name="pub_date" content="20110920">')
    assert (document.published_in_beijing, document.text.split("\n")) == ("2011-09-20", [*PARAGRAPHS])


OTHER = '<meta property="og:title" content="Council opens a battery plant">'
TITLES = [
    # The head has other capitals.
    (f"<h1>{TITLE.upper()}</h1>", "", TITLE.upper()),
    ("<h1>Council Opens a Battery Park</h1><p class=title>| The Example</p>", "", "Council Opens a Battery Park"),
    # The head begins in the same words and goes on in others; or it has nothing in common with the only h1.
    ("<h1>Council opens a battery site</h1>", OTHER, "Council opens a battery site"),
    ("<h1>Council of the region</h1>", OTHER, "Council opens a battery plant"),
    (
        "<h1>Council opens a battery site</h1><h1>Council opens a battery shop</h1>",
        OTHER,
        "Council opens a battery plant",
    ),
    ("<h1>Council opens a battery site</h1>" + "<div>Local</div>" * 20, OTHER, "Council opens a battery plant"),
]


@pytest.mark.parametrize(("above", "head", "title"), TITLES)
def test_the_title_is_the_headline_as_the_page_shows_it(above: str, head: str, title: str) -> None:
    shown = "A battery plant, at last" if head else f"{TITLE} | The Example"
    content = (
        f"<html><head><title>{shown}</title>{head}</head><body>{above}<div class=story>{STORY}</div></body></html>"
    )
    page = Page(source="example", key="1", url=f"{HOME}/a/1.html", sha256="")
    assert parse(page, content.encode(), None).title == title


SOURCES = [
    (
        "<p>September 20, 2011</p><p class=org>| Example.com</p>",
        "<meta name=dc.source content=Example.com>",
        "Example.com",
    ),
    ("<p>September 20, 2011</p><p>| Example.com</p>", "", None),
    (
        "<p>Case Study | September 20, 2011</p>",
        "<meta name=source content='Case Study'><meta name=strap content='Case Study'>",
        None,
    ),
    ("<p>September 20, 2011</p><p>TAG: <a>Example News</a></p>", "", None),
    ("<p>September 20, 2011 Filed under: <a>Example News</a></p>", "", None),
    ("<p>September 20, 2011 | <span>Example News</span> | 标签：<a>Other News</a></p>", "", "Example News"),
    ("<p>September 20, 2011</p><p>关键词：<a>某某日报</a></p>", "", None),
]


@pytest.mark.parametrize(("line", "head", "source"), SOURCES)
def test_a_source_without_a_label_is_beside_the_date(line: str, head: str, source: str | None) -> None:
    assert read(f"{H1}{line}<div class=story>{STORY}</div>", head).publisher == source


@pytest.mark.parametrize("part", ["About the Author", "Author(s)", "Recent Work", "RELATED STORIES", "Read More"])
def test_what_a_page_prints_of_its_authors_and_other_work_is_not_its_text(part: str) -> None:
    document = read(
        f"{H1}<p>September 20, 2011</p><div class=story>{STORY}<h4>{part}</h4><p>J. Doe, a fellow.</p></div>"
    )
    assert document.text.split("\n") == [*PARAGRAPHS]


def test_the_sources_that_a_page_names_below_its_text_are_its_publisher() -> None:
    below = "<div class=from>Source(s): Example News Agency</div>"
    assert (
        read(f"{H1}<p>September 20, 2011</p><div class=story>{STORY}</div>{below}").publisher == "Example News Agency"
    )
