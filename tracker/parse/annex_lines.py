"""Find the lines below a text that name its annexes: links to files, called so or named like files."""

import re
from collections.abc import Iterator

from spiders.annexes import ENDINGS
from tracker.parse.blocks import Block

FILES = (*ENDINGS, ".zip", ".rar")
"""How the names of annexes end; archives are named in texts, and not fetched."""
_ENDING = re.compile(rf"(?:{'|'.join(map(re.escape, FILES))})\b", re.IGNORECASE)
_CALLED = re.compile(r"附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?[：:.．、]")
_NEAR, _MOST = 12, 300


def lines_below(found: list[Block], text: str) -> list[str]:
    """Return the lines that name annexes, in the blocks of a page that follow the last line of its text."""
    lines = text.split("\n")
    ends = [at for at, block in enumerate(found) if block.text == lines[-1]] if text else []
    if not ends:
        return []
    known = {"".join(line.split()) for line in lines}
    below = found[ends[-1] + 1 : ends[-1] + 1 + _NEAR]
    named = dict.fromkeys(block.text for block in below if _names_annex(block))
    return [line for line in named if "".join(line.split()) not in known]


def _names_annex(block: Block) -> bool:
    named = block.links * 3 >= block.size and (_CALLED.match(block.text) or _ENDING.search(block.text))
    return block.size <= _MOST and bool(named) and any(map(_ENDING.search, _links(block)))


def _links(block: Block) -> Iterator[str]:
    """Yield the addresses and the texts of a block's links."""
    for link in block.tag.find_all("a", href=True):
        yield from (str(link["href"]), link.get_text())
