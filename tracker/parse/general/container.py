"""Score the elements of a page and choose the one that contains the article."""

from collections.abc import Callable, Iterator

from bs4 import Tag

from tracker.parse.blocks import Block
from tracker.parse.general.hints import is_noise, is_text
from tracker.parse.general.lines import ends_text, heads_text, is_footer, is_sentence

_DEPTH = 80
_NAMED = 60
_WORST = 40
_DOMINANT = 0.5
_TEASERS = 3
_EXCESS = 2
"""Sentences of the text that a summary outweighs."""
_PARAGRAPHS = ("p", "li", "dd", "dt", "tr", "h1", "h2", "h3", "h4")


def ancestors(tag: Tag) -> Iterator[Tag]:
    """Yield an element and its ancestors, outwards, as far as a press release can reasonably be nested."""
    yield tag
    for _ in range(_DEPTH):
        if (parent := tag.parent) is None:
            return
        yield parent
        tag = parent


def inside(found: list[Block], container: Tag) -> list[Block]:
    """Return those of the blocks that are in `container`."""
    known: dict[int, bool] = {}
    for block in found:
        if id(block.tag) not in known:
            known[id(block.tag)] = any(tag is container for tag in ancestors(block.tag))
    return [block for block in found if known[id(block.tag)]]


def find_container(found: list[Block]) -> Tag | None:
    """Return the element of greatest weight, the innermost of equal ones, or None if nothing reads like text.

    Sentences count for it, links and footers and lines about the page against it; so the sum falls as soon as an
    element contains more than the text. An element that is named as the text has a bonus.
    """
    noisy, summaries = _noise(found), teasers(found)
    sums = _sums(found, lambda block: _weight(block, noisy, summaries))
    ranked = [
        (weight + _NAMED * is_text(tag), tag)
        for tag, weight in sums
        if tag.name not in _PARAGRAPHS and (weight > 0 or is_text(tag))
    ]
    most = max((weight for weight, _ in ranked), default=0)
    return min((tag for weight, tag in ranked if weight >= most), key=_span, default=None)


def _span(tag: Tag) -> int:
    return sum(1 for _ in tag.descendants)


def _sums(found: list[Block], weigh: Callable[[Block], float]) -> list[tuple[Tag, float]]:
    """Return every element that contains blocks, with the sum of their weights."""
    of_blocks: dict[int, tuple[Tag, list[float]]] = {}
    for block in found:
        of_blocks.setdefault(id(block.tag), (block.tag, []))[1].append(weigh(block))
    tags: dict[int, Tag] = {}
    sums: dict[int, float] = {}
    for own, weights in of_blocks.values():
        weight = sum(weights)
        for tag in ancestors(own):
            key = id(tag)
            if key in sums:
                sums[key] += weight
            else:
                tags[key], sums[key] = tag, weight
    return [(tag, sums[key]) for key, tag in tags.items()]


def _noise(found: list[Block]) -> set[int]:
    """Return the elements that are named as noise, except those that contain most of the page's sentences."""
    sums = _sums(found, lambda block: block.size * is_sentence(block))
    total = sum(block.size for block in found if is_sentence(block))
    return {id(tag) for tag, size in sums if size <= total * _DOMINANT and is_noise(tag)}


def teasers(found: list[Block]) -> set[int]:
    """Return the ids of blocks that are summaries below linked headlines, which look like text.

    A single one may be chance; a page has several or none. Where most sentences around link and block have no headline
    of their own, the link is one of the page's above its text.
    """
    below: dict[int, tuple[Block, Block]] = {}
    for at, block in enumerate(found):
        before = [other for other in found[max(0, at - 2) : at] if other.size >= 8]
        if is_sentence(block) and before and before[-1].links * 5 >= before[-1].size * 4:
            below[id(block)] = (before[-1], block)
    if len(below) < _TEASERS:
        return set()
    sums = {
        id(tag): amount
        for tag, amount in _sums(found, lambda block: _EXCESS if id(block) in below else -is_sentence(block))
    }
    summaries = {key for key, (link, block) in below.items() if sums.get(id(_around(link, block)), 0) >= 0}
    return summaries if len(summaries) >= _TEASERS else set()


def _around(one: Block, other: Block) -> Tag:
    """Return the innermost element that contains both blocks."""
    outer = {id(tag) for tag in ancestors(one.tag)}
    return next((tag for tag in ancestors(other.tag) if id(tag) in outer), other.tag)


def _weight(block: Block, noisy: set[int], summaries: set[int]) -> float:
    if id(block) in summaries or any(id(tag) in noisy for tag in ancestors(block.tag)):
        return -block.size
    if is_footer(block.text) or heads_text(block.text) or ends_text(block.text):
        return -min(block.size, _WORST / 2)
    if block.links * 2 >= block.size:
        return -min(block.size + 5, _WORST)
    if is_sentence(block):
        return block.size
    return 2 if block.tag.name == "p" else 0
