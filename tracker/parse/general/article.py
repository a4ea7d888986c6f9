"""Extract an article from a page that matches no layout, by structure and wording alone."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from parsel import Selector

from spiders.dates import Stamp
from spiders.markup import page_of
from tracker.parse.blocks import Block, blocks
from tracker.parse.general.container import find_container, inside
from tracker.parse.general.hidden import hidden_markup
from tracker.parse.general.lines import is_footer, is_paragraph, is_sentence
from tracker.parse.general.published import find_published
from tracker.parse.general.publisher import find_publisher
from tracker.parse.general.summarised import summarised
from tracker.parse.general.title import behind_title, find_title
from tracker.parse.general.trim import text_blocks
from tracker.parse.labels import Label, labels
from tracker.parse.metas import metas
from tracker.parse.tree import soup_of

_LITTLE = 60
_BACK = re.compile(r"\s{0,3}返回\S{2,8}?(?:首页\s*[>»]*|[，,\s]查看更多)$")
"""A link to the site's home page behind the last words of a text."""


@dataclass
class Article:
    """A page and what the general method finds in it, each computed on demand."""

    root: Selector
    url: str = ""
    listed_date: str | None = None
    soup: BeautifulSoup = field(init=False)
    blocks: list[Block] = field(init=False)
    """All blocks of the page; with what the page would show by script, where it shows hardly any text."""

    def __post_init__(self) -> None:
        self.soup = soup_of(self.root.root)
        self.blocks = blocks(self.soup)
        said = sum(block.size for block in self.blocks if is_sentence(block) and not is_footer(block.text))
        if said < _LITTLE and self.soup.body and (hidden := hidden_markup(self.root)):
            self.soup.body.append(soup_of(page_of(f"<article>{hidden}</article>").root))
            self.blocks = blocks(self.soup)

    @cached_property
    def metas(self) -> dict[str, str]:
        """Return the metas of the head."""
        return metas(self.root)

    @cached_property
    def labels(self) -> list[Label]:
        """Return all labelled facts of the page."""
        return list(labels(self.blocks))

    @property
    def container(self) -> Tag | None:
        """Return the element that contains the text."""
        return self._chosen[0]

    @cached_property
    def _held(self) -> list[Block]:
        """Return the container's blocks."""
        return self._chosen[1]

    @cached_property
    def _chosen(self) -> tuple[Tag | None, list[Block]]:
        found = find_container(self.blocks)
        held = inside(self.blocks, found) if found else []
        if better := summarised(self.blocks, held, self.metas):
            return better, inside(self.blocks, better)
        return found, held

    @cached_property
    def text_blocks(self) -> list[Block]:
        """Return the blocks of the text."""
        if self.container is None:
            return []
        return text_blocks(self._held, self.container, self.title)

    @cached_property
    def _text_range(self) -> range:
        """Return the numbers of the text's blocks; if there is no text, the end of the page."""
        kept = {id(block) for block in self.text_blocks}
        numbers = [i for i, block in enumerate(self.blocks) if id(block) in kept]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(len(self.blocks), len(self.blocks))

    @cached_property
    def _above(self) -> list[Block]:
        """Return the blocks before the container's; all of them without one."""
        held = self._held[:1]
        first = next((i for i, block in enumerate(self.blocks) if held and block is held[0]), len(self.blocks))
        return self.blocks[:first]

    @cached_property
    def _first_lines(self) -> list[Block]:
        """Return the container's blocks before its first paragraph."""
        return list(takewhile(lambda block: not is_paragraph(block), self._held))

    @cached_property
    def title(self) -> str | None:
        """Return the headline."""
        return find_title(self.soup, self.metas, self.labelled("title"), self._above, self._first_lines)

    @property
    def text(self) -> str:
        """Return the text, one line per paragraph."""
        return _BACK.sub("", "\n".join(block.text for block in self.text_blocks))

    @property
    def _sites(self) -> set[str]:
        return behind_title(self.soup.title.get_text()) if self.soup.title else set()

    @property
    def published(self) -> Stamp | None:
        """Return the date of publication."""
        return find_published(self.blocks, self._text_range, self.labels, self.metas, self.url, self.listed_date)

    @property
    def publisher(self) -> str | None:
        """Return the publisher, as printed."""
        return find_publisher(self.blocks, self._text_range, self.labels, self.metas, self.title, self._sites)

    def labelled(self, kind: str) -> str | None:
        """Return the first value under a label of one kind."""
        return next((label.value for label in self.labels if label.kind == kind), None)
