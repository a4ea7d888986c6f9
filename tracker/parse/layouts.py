"""Extract an article's fields by its source's declared layouts: the first one whose container is on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from bs4 import Tag
from parsel import Selector, css2xpath

from config.schema.picks import Picks
from config.schema.source import Layout
from spiders.dates import Stamp, find_date
from spiders.nesting import around
from spiders.picks import pick_html
from tracker.parse.blocks import Block, blocks, squeeze
from tracker.parse.general.article import Article
from tracker.parse.general.publisher import clean
from tracker.parse.tree import soup_of

# A page with more of them has no text among them.
MOST_CONTAINERS = 100


@dataclass
class Laid:
    """A page and the layout that matches it: what the layout points at, or None."""

    article: Article
    layout: Layout
    container: Tag

    def picked(self, picks: Picks) -> str | None:
        """Return the result of the first pick that finds anything, on one line."""
        return " ".join(squeeze(pick_html(self.article.root, picks) or "").split()) or None

    @property
    def published(self) -> Stamp | None:
        """Return the date of the first pick that finds a date."""
        return next((stamp for pick in self.layout.date if (stamp := find_date(self.picked((pick,)) or ""))), None)

    @property
    def publisher(self) -> str | None:
        """Return the name of the publisher, without a label."""
        return clean(self.picked(self.layout.publisher) or "") or None

    @property
    def text(self) -> str:
        """Return all text of the container, one line per paragraph, up to the first line with one of the end marks."""
        return "\n".join(block.text for block in self._until(blocks(self.container)))

    def _until(self, found: list[Block]) -> list[Block]:
        for at, block in enumerate(found):
            if any(mark in block.text for mark in self.layout.until):
                return found[:at]
        return found


def fitting(article: Article, layouts: tuple[Layout, ...]) -> tuple[int, Laid] | None:
    """Return the first layout that has a container with text or pictures on the page, and its number from 1."""
    for number, layout in enumerate(layouts, 1):
        for select in layout.text:
            for found in _outermost(article.root, select):
                container = soup_of(found.root)
                for unwanted in container.select(", ".join(layout.remove)) if layout.remove else ():
                    unwanted.decompose()
                if container.get_text(strip=True) or container.find(("img", "iframe", "a")):
                    return number, Laid(article, layout, container)
    return None


def _outermost(root: Selector, select: str) -> Iterator[Selector]:
    """Return the first matching elements that are inside no other: nested ones are read with them, and once."""
    found = root.xpath(f"({css2xpath(select)})[position() <= {MOST_CONTAINERS}]")
    elements = [node.root for node in found]
    return compress(found, (number == 1 for number in around(elements, elements)))
