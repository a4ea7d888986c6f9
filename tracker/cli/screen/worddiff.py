"""Lays out what changed between the pages of an address: words that went and words that came, by mark and colour."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from tracker.cli.screen.lines import text
from tracker.cli.screen.prose import DIM, Page

if TYPE_CHECKING:
    from tracker.views.paragraphs import Piece
    from tracker.views.revisions import Revision

MARKS = {"same": ("", "", ""), "removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
"""As `git diff --word-diff` marks words: what stands before and behind them, and their colour."""
AROUND = 40
"""Of what stayed the same so many characters are shown beside a change."""


def changes_page(changed: "Sequence[Revision]", gone: str | None) -> Page:
    """The page of what changed, and since when the address is gone."""
    page = Page()
    for one in changed:
        page.blank()
        page.paragraph(text(f"from {one.before}", DIM), 0)
        page.paragraph(text(f"to   {one.after}", DIM), 0)
        for pieces in one.paragraphs:
            page.paragraph(_marked(pieces))
    if gone:
        page.blank()
        page.paragraph(text(f"gone since {gone}", "bold red"), 0)
    return page


def as_html(url: str, changed: "Sequence[Revision]", gone: str | None) -> str:
    """The same as a page of the web that stands by itself; everything that pages said is escaped."""
    from jinja2 import Environment, PackageLoader

    rooms = Environment(loader=PackageLoader("tracker.cli.screen", "."), autoescape=True)
    return rooms.get_template("worddiff.html").render(url=url, revisions=changed, gone=gone)


def _marked(pieces: "Sequence[Piece]") -> Text:
    marked = Text()
    for at, (what, words) in enumerate(pieces):
        before, behind, style = MARKS[what]
        shown = words if what != "same" else _shortened(words, first=at == 0, last=at == len(pieces) - 1)
        marked.append_text(text(f"{before}{shown}{behind}", style))
    return marked


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """What stayed the same, without what is far from a change."""
    if first and len(words) > AROUND:
        return f"…{words[-AROUND:]}"
    if last and len(words) > AROUND:
        return f"{words[:AROUND]}…"
    if len(words) > 2 * AROUND:
        return f"{words[:AROUND]} … {words[-AROUND:]}"
    return words
