"""Join the lines of a page layout into paragraphs."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

FULL = 0.8
"""A line that fills so much of the widest one goes on in the next."""
PAGE_NUMBER = re.compile(r"[\s—–\-·.第页/]*\d{1,4}[\s—–\-·.页/]*(?:of\s*\d{1,4}|共\s*\d{1,4}\s*页)?\s*")
ENDS = re.compile(r"[。！？!?：:；;.][”’」』）)]*$")
BEGINS = re.compile(
    r"[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3}(?:\.\d{1,3})*)[、.．）)]|第[一二三四五六七八九十百\d]{1,4}"
    r"[条章节篇]"
    r"|附件|附表|专栏|[●■◆•]"
)
HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef“”‘’]")


def paragraphs(pages: Iterable[Iterable[str]]) -> Iterator[str]:
    """Return the paragraphs of pages of printed lines, across pages and without page numbers.

    A line continues in the next one if it is about as wide as the widest and does not end a sentence, and the next one
    does not begin like a heading or an item.
    """
    lines = [line.strip() for page in pages for line in page]
    lines = [line for line in lines if line and not PAGE_NUMBER.fullmatch(line)]
    widest = max(map(_width, lines), default=0)
    held = ""
    for number, line in enumerate(lines):
        held = _joined(held, line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if _width(line) < widest * FULL or ENDS.search(line) or BEGINS.match(following):
            yield held
            held = ""
    if held:
        yield held


def _joined(first: str, second: str) -> str:
    """Join two pieces of a paragraph, with a blank between Latin words; a hyphenated word becomes one again."""
    if not first or HAN.match(first[-1]) or HAN.match(second[0]):
        return first + second
    return first[:-1] + second if re.search(r"[a-z]-$", first) and second[0].islower() else f"{first} {second}"


def _width(line: str) -> int:
    """Count the columns of a line: two for a Chinese character."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)
