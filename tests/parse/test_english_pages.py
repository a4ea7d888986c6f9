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
