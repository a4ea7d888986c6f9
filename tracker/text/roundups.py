"""Split a round-up into its items, so that nothing is read across them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.text.normalize import Span, paragraphs

NUMBER = r"(?:\d{1,2}|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,2})"
NUMBERED = re.compile(rf"[\s*#>]*{NUMBER}[\s*]*(?:[、）)]|[.．](?!\d))[^。]*(?:。|[，：,:]\s*$)")
# 【早间新闻精选】 1、……。 2、……。: the reports of a digest that lost its line ends.
INLINE = re.compile(r"(?:^|(?<=[。！？；】 ]))(\d{1,2})(?:、|[.．](?!\d))")
OPENS_WITHIN = 60
# What is listed under a numbered report belongs to it.
LISTED = re.compile(r"\s*[-–•·●]\s")
ENDED = re.compile(r"[。！？!?；;.…：:，,*]$")
LONGEST_HEADLINE = 45
SHORTEST_BODY = 20
# 【首批名单出炉】国家发展改革委公布……; ► 上海：…….
MARKED = re.compile(r"\s*(?:【[^】\n]{6,60}】[^\n]{10}|[►•●]\s*\S[^\n]{8})")
FEWEST_MARKED = 3
# 中汽协：10月我国新能源汽车销量占比达51.6%，首次超过燃油车: a digest of single lines.
CLAUSES = re.compile(r"[，：,:；]")
FEWEST_LINES = 5
SHORTEST_LINE = 10
LONGEST_LINE = 100
WRAPPED_WITHIN = 8
FEWEST_ITEMS = 2
FEWEST_REPORTS = 3


def items(text: str) -> list[Span]:
    """Return the items of a round-up in reading order, which cover its text; any other text is one item.

    A round-up is a text most of whose paragraphs are numbered reports (1、..., 2、...), one in which short headlines
    and single paragraphs alternate, one of bullets or of single lines, or one line with numbers in it.
    """
    lines = paragraphs(text)
    starts = (
        _marked(text, lines)
        or _numbered(text, lines)
        or _headed(text, lines)
        or _of_one_line(text, lines)
        or _inline(text, lines)
    )
    if len(starts) < FEWEST_ITEMS:
        return [Span(0, len(text))]
    found = [Span(*edges) for edges in pairwise([*starts, len(text)])]
    return [Span(0, starts[0]), *found] if starts[0] else found


def _marked(text: str, lines: Sequence[Span]) -> list[int]:
    """Return where paragraphs start that begin with a bullet, or with a headline in brackets, if most do."""
    starts = [line.start for line in lines if MARKED.match(text, *line)]
    # A lead that ends like a sentence introduces the bullets below it.
    led = bool(starts) and starts[0] > lines[0].start and ENDED.search(text[slice(*lines[0])].rstrip())
    return starts if not led and len(starts) >= FEWEST_MARKED and len(starts) * 2 > len(lines) else []


def _numbered(text: str, lines: Sequence[Span]) -> list[int]:
    """Return where numbered paragraphs start, if most are numbered and have whole sentences, unlike a contents list."""
    starts = [line.start for line in lines if NUMBERED.match(text, *line)]
    listed = sum(bool(LISTED.match(text, *line)) for line in lines)
    return starts if len(starts) * 2 > len(lines) - listed else []


def _inline(text: str, lines: Sequence[Span]) -> list[int]:
    """Return where reports start that are numbered from 1 within a single line, from its very beginning."""
    if len(lines) > 1:
        return []
    numbers = [(m.start(), int(m[1])) for m in INLINE.finditer(text)]
    starts = [start for start, _ in numbers]
    in_order = [number for _, number in numbers] == list(range(1, len(numbers) + 1))
    return starts if len(starts) >= FEWEST_REPORTS and in_order and starts[0] <= OPENS_WITHIN else []


def _headed(text: str, lines: Sequence[Span]) -> list[int]:
    """Return where headlines start that are followed by a paragraph, if all paragraphs except one have one."""
    heads = {line for line in lines if _is_headline(text[line.start : line.end])}
    bodies = {line for line in lines if line not in heads and line.end - line.start >= SHORTEST_BODY}
    starts = [line.start for line, following in pairwise(lines) if line in heads and following in bodies]
    return starts if len(starts) + 1 >= len(bodies) else []


def _of_one_line(text: str, lines: Sequence[Span]) -> list[int]:
    """Return where lines start, if all are short, hardly one ends like a sentence, and most report something."""
    told = [text[line.start : line.end] for line in lines]
    if len(lines) < FEWEST_LINES or not all(SHORTEST_LINE <= len(line) <= LONGEST_LINE for line in told):
        return []
    if _is_wrapped(told):
        return []
    ended, telling = (sum(bool(sign.search(line)) for line in told) for sign in (ENDED, CLAUSES))
    return [line.start for line in lines] if ended <= 1 and telling * 2 > len(lines) else []


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Decide whether lines were broken at a fixed width: most are about as long as the longest."""
    full = max(map(len, lines)) - WRAPPED_WITHIN
    return sum(len(line) >= full for line in lines) * 2 > len(lines)


def _is_headline(line: str) -> bool:
    return len(line) <= LONGEST_HEADLINE and not ENDED.search(line)
