"""Takes away what stands in an article's container and is no text: widgets, lists of links, lines at both ends."""

from bs4 import Tag

from tracker.blocks import Block
from tracker.general.container import ancestors, teasers
from tracker.general.hints import is_noise
from tracker.general.lines import ends_text, heads_text, is_sentence, surely_ends_text

_HEAD_LINES = 10
_TAIL_SHARE, _STRONG_SHARE = 0.4, 0.7
_TWICE = 25
_HEADINGS = ("h1", "h2", "h3", "h4")


def text_blocks(found: list[Block], container: Tag, title: str | None = None) -> list[Block]:
    """Return those of the blocks in `container` that are its text, less the headline and what belongs to the page."""
    summaries = _minor(found, teasers(found))
    kept = [block for block in found if id(block) not in summaries and not _is_aside(block, container)]
    return _once(_without_tail(_without_head(kept, title)))


def _minor(found: list[Block], some: set[int]) -> set[int]:
    """Return `some` of the blocks where they hold the lesser part of the sentences; else they are the text."""
    sentences = [block for block in found if is_sentence(block)]
    held = sum(block.size for block in sentences if id(block) in some)
    return some if held * 2 <= sum(block.size for block in sentences) else set()


def _is_aside(block: Block, container: Tag) -> bool:
    if block.links * 10 >= block.size * 7 and not _is_annex(block):
        return True
    if is_sentence(block):
        return False
    for tag in ancestors(block.tag):
        if tag is container:
            return False
        if is_noise(tag):
            return True
    return False


def _is_annex(block: Block) -> bool:
    return "附件" in block.text or any(
        str(link["href"]).lower().rsplit(".", 1)[-1]
        in ("pdf", "doc", "docx", "xls", "xlsx", "ofd", "wps", "zip", "rar")
        for link in block.tag.find_all("a", href=True)
    )


def _without_head(found: list[Block], title: str | None) -> list[Block]:
    flat = "".join((title or "no title").split())
    start = 0
    for i, block in enumerate(found[:_HEAD_LINES]):
        if heads_text(block.text) or (block.tag.name in _HEADINGS and "".join(block.text.split()).startswith(flat)):
            start = i + 1
        elif is_sentence(block) and block.size > _TWICE:
            break
    return found[start:]


def _without_tail(found: list[Block]) -> list[Block]:
    """Cut at the first line that ends the text and has little text behind it."""
    rest = total = sum(block.size for block in found if is_sentence(block))
    for i, block in enumerate(found):
        share = _STRONG_SHARE if surely_ends_text(block.text) else _TAIL_SHARE
        if i and ends_text(block.text) and rest <= total * share:
            return found[:i]
        rest -= block.size if is_sentence(block) else 0
    return found


def _once(found: list[Block]) -> list[Block]:
    """Keep one of two printings: pages for wide and narrow screens hold the same text twice."""
    first = next((i for i, block in enumerate(found) if block.size >= _TWICE), None)
    if first is None:
        return found
    for again in range(first + 1, len(found)):
        if found[again].text == found[first].text:
            here, there = ({b.text for b in part if b.size >= _TWICE} for part in (found[first:again], found[again:]))
            if len(here & there) * 10 >= max(len(here), len(there)) * 8:
                return found[: again - first if again - first > first else again]
    return found
