"""Finds the element that holds an article's text: the one whose blocks, good and bad, weigh most together."""

from collections.abc import Iterator
from itertools import islice

from bs4 import Tag

from tracker.blocks import Block
from tracker.general.hints import is_noise, is_text
from tracker.general.lines import ends_text, heads_text, is_footer, is_sentence

_DEPTH = 80
_NAMED = 60
_DOMINANT = 0.5


def ancestors(tag: Tag) -> Iterator[Tag]:
    """Yield an element and what it stands in, outwards, as far as a press release can reasonably be nested."""
    yield tag
    yield from islice(tag.parents, _DEPTH)


def find_container(found: list[Block]) -> Tag | None:
    """Return the element of greatest weight, the innermost of equal ones, or None where nothing reads like text.

    Sentences count for, links and footers and lines about the page against; so the sum falls as soon as an element
    takes in more than the text. An element that calls itself the text has a bonus.
    """
    noisy = _noise(found)
    weights: dict[int, float] = {}
    tags: dict[int, Tag] = {}
    for block in found:
        weight = _weight(block, noisy)
        for tag in ancestors(block.tag):
            weights[id(tag)] = weights.get(id(tag), 0) + weight
            tags.setdefault(id(tag), tag)
    ranked = {
        key: weights[key] + (_NAMED if is_text(tag) else 0)
        for key, tag in tags.items()
        if weights[key] > 0 or is_text(tag)
    }
    if not ranked:
        return None
    most = max(ranked.values())
    return min((tags[key] for key, weight in ranked.items() if weight >= most), key=_span)


def inside(found: list[Block], container: Tag) -> list[Block]:
    """Return those of the blocks that stand in `container`."""
    return [block for block in found if any(tag is container for tag in ancestors(block.tag))]


def _span(tag: Tag) -> int:
    return sum(1 for _ in tag.descendants)


def _noise(found: list[Block]) -> set[int]:
    """Return the elements that call themselves noise, except those that hold most of the page's sentences."""
    sizes: dict[int, int] = {}
    tags: dict[int, Tag] = {}
    total = 0
    for block in found:
        size = block.size if is_sentence(block) else 0
        total += size
        for tag in ancestors(block.tag):
            sizes[id(tag)] = sizes.get(id(tag), 0) + size
            tags.setdefault(id(tag), tag)
    return {key for key, tag in tags.items() if sizes[key] <= total * _DOMINANT and is_noise(tag)}


def _weight(block: Block, noisy: set[int]) -> float:
    if any(id(tag) in noisy for tag in ancestors(block.tag)):
        return -block.size
    if is_footer(block.text):
        return -2 * block.size - 20
    if block.links * 2 >= block.size:
        return -block.size - 5
    if heads_text(block.text) or ends_text(block.text):
        return -block.size - 10
    if is_sentence(block):
        return block.size
    return 2 if block.tag.name == "p" else 0
