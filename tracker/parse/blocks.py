"""Split a piece of a page into blocks of text: paragraphs, lines between <br>, table rows, in page order."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from bs4 import Tag
from bs4.element import NavigableString, PageElement

MOST = 20_000
"""Blocks that are read of one page; a page with more is no press release."""

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot
        th thead tr ul""",
    )
)
_SILENT = frozenset(
    re.findall(
        r"\w+",
        """audio button canvas head iframe input math noframes noscript object option script select style svg template
        textarea title video""",
    )
)
_CELLS = frozenset(("td", "th"))
_CELL = "\x1f"
_ROW_MOST = 600
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[\r\n][ \t\r\n]*(?=[\u3000-\u9fff\uff00-\uffef])")


@dataclass
class Block:
    """A run of text without a line break: its text, the element that contains it, and its parts by inline element."""

    tag: Tag
    text: str
    pieces: list[str]
    links: int = 0
    row: bool = False

    @cached_property
    def size(self) -> int:
        """Count characters other than white space."""
        return len(self.text) - self.text.count(" ") - self.text.count("\t")


@dataclass
class _Run:
    tags: list[Tag]
    parts: list[str] = field(default_factory=list)
    links: int = 0
    in_links: int = 0
    row: Tag | None = None

    def add(self, text: str) -> None:
        self.parts.append(text)
        if self.in_links:
            self.links += len("".join(text.split()))

    def flush(self, found: list[Block]) -> None:
        if not self.parts:
            return
        if text := squeeze("".join(self.parts), in_row=self.row is not None):
            pieces = [piece for part in self.parts if (piece := squeeze(part))]
            found.append(Block(self.tags[-1], text, pieces, self.links, self.row is not None))
        self.parts, self.links = [], 0


@dataclass(frozen=True)
class _End:
    tag: Tag


def squeeze(text: str, *, in_row: bool = False) -> str:
    """Fold white space: none for a line break between Chinese characters, a tab between cells, otherwise one blank.

    In a row, empty cells at the beginning stay, so that headings stay above their columns.
    """
    text = text.strip(" \t\r\n").removeprefix(_CELL) if in_row else text.strip()
    if not text:
        return ""
    text = _BETWEEN_HAN.sub("", text) if "\n" in text or "\r" in text else text
    if _CELL not in text:
        return _SPACES.sub(" ", text).strip()
    folded = "\t".join(_SPACES.sub(" ", cell).strip() for cell in text.split(_CELL))
    return folded.rstrip() if in_row else folded.strip()


def blocks(root: Tag) -> list[Block]:
    """Return the visible blocks of `root`, at most MOST of them, without recursion whatever the depth."""
    found: list[Block] = []
    run = _Run([root])
    todo: list[PageElement | _End] = list(reversed(root.contents))
    while todo and len(found) < MOST:
        node = todo.pop()
        if isinstance(node, _End):
            _leave(run, node.tag, found)
        elif type(node) is NavigableString:
            run.add(node)
        elif isinstance(node, Tag) and node.name not in _SILENT and not _hidden(node):
            _enter(run, node, found)
            todo.append(_End(node))
            todo.extend(reversed(node.contents))
    run.flush(found)
    return found


def _hidden(tag: Tag) -> bool:
    style = tag.attrs.get("style")
    shown = tag.name in ("html", "body") or not ("hidden" in tag.attrs or (style and _HIDDEN.search(str(style))))
    return not shown


def _enter(run: _Run, tag: Tag, found: list[Block]) -> None:
    run.in_links += tag.name == "a"
    if run.row is not None:
        run.parts.append(_CELL if tag.name in _CELLS else " " if tag.name in _BLOCKS else "")
    elif tag.name in _BLOCKS:
        run.flush(found)
        run.tags.append(tag)
        if tag.name == "tr" and _is_plain(tag):
            run.row = tag


def _leave(run: _Run, tag: Tag, found: list[Block]) -> None:
    run.in_links -= tag.name == "a"
    if run.row is tag or (run.row is None and tag.name in _BLOCKS):
        run.flush(found)
        run.row = None
        run.tags.pop()


def _is_plain(row: Tag) -> bool:
    """Distinguish a row of data, which reads as one line, from a row that lays out a page."""
    cells = row.find_all(_CELLS, recursive=False)
    return len(cells) > 1 and row.find("table") is None and len(row.get_text(strip=True)) <= _ROW_MOST
