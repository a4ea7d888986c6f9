"""Extract the publication date of a page without a layout."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

from spiders.dates import Stamp, ZonedStamp, date_in_url, find_date
from tracker.parse.blocks import Block
from tracker.parse.general.english_head import is_dated
from tracker.parse.general.lines import heads_text, is_long
from tracker.parse.labels import Label
from tracker.parse.metas import CHANGES, DATES, MOMENTS
from tracker.text.language import language_of

_ABOVE, _FAR, _BELOW = 15, 30, 8
_LINE_MOST, _SHORT = 160, 40
_CLOCK = re.compile(r"今天|今日|现在是|现在时间|北京时间")
_BYLINE = re.compile(r"By:?\s+[A-Z]")
"""How a line begins in which the writers may be links, longer than the date."""
_UPDATED = re.compile(r"\W*(?:and\s+)?(?:last\s+)?(?:updated|modified)\b(?!.*\b(?:published|posted)\b)", re.IGNORECASE)
_DATE_ALONE = re.compile(r"(?:[\d\s:：\-/.,，年月日时分秒]|\b[A-Z][a-z]{2,8}\b|\b[AP]M\b){8,40}")
"""A part of a line without a word but the name of a month."""
_SPLIT = re.compile(r"(?P<day>\d\d?)\s?日?\s?/?\s?(?P<month>(?:19|20)\d\d\s?[-/.年]\s?\d\d?)\s?月?")
"""A day above its month, in a box beside the headline: 26 and 2025-08."""
_BARE = re.compile(r"\d{8}(?:\d{4}|\d{6})?")
_NOT_PUBLISHED = {"written", "register", "number", "title", "body", "other"}
_DAY = timedelta(days=1)
_BEIJING = timedelta(hours=8)


def find_published(
    found: list[Block], text: range, facts: list[Label], metas: dict[str, str], url: str, listed: str | None = None
) -> Stamp | None:
    """Return the best date of publication that is found, or None.

    `text` numbers the blocks of the article's text; its first lines, before a long paragraph, may be those of the page
    that print the date. What a page prints as 发布日期 comes before any other date near the title; 成文日期, the day of
    writing, only counts if there is nothing else. Dates without a year take that of a meta. What an English page prints
    without a zone is the clock of its place, of which a meta with a zone gives the moment.
    """
    english = language_of("\n".join(found[at].text for at in text)) == "en"
    head = [at for at in _head(found, text) if heads_text(found[at].text)]
    outside = [fact for fact in facts if fact.at not in text or fact.at in head]
    # Below an English text, a Date is that of something in a table of facts: "Launch Date".
    updates = [fact for fact in outside if not english or fact.at < text.stop]
    lines = _without_written(found, facts)
    published, changed = (list(_told(metas, names, english=english)) for names in (DATES, CHANGES))
    year = next((stamp.moment.year for stamp in (*published, *changed)), None)
    printed = (
        *_labelled(outside, "published", text, year, english=english),
        *_near(lines(max(0, text.start - _ABOVE), text.start), year, english=english),
        *_near([found[at] for at in head], year, english=english),
        *_near(
            [block for block in lines(max(0, text.start - _FAR), text.start) if _is_head_line(block)],
            year,
            english=english,
        ),
        *_labelled(updates, "dated", text, year, english=english),
    )
    address = date_in_url(url)
    others = (
        *published,
        *changed,
        *([address] if address and address.precision == "day" else []),
        *_near(found[text.stop : text.stop + _BELOW], year, english=english),
        find_date(listed or "", english=english),
        *_labelled(outside, "written", text, year, english=english),
        address,
    )
    best = next(filter(None, printed), None)
    moments = _told(metas, MOMENTS, english=english) if best and english else ()
    sure = next((stamp for stamp in moments if best and _is_moment_of(best, stamp)), None)
    return sure or best or next(filter(None, others), None)


def _without_written(found: list[Block], facts: list[Label]) -> Callable[[int, int], list[Block]]:
    """Return what slices the blocks and leaves out those with only the day of writing or of effect: 成文日期."""
    kinds: dict[int, set[str]] = {}
    for fact in facts:
        kinds.setdefault(fact.at, set()).add(fact.kind)
    written = {at for at, own in kinds.items() if own & {"written", "register"} and own <= _NOT_PUBLISHED}
    return lambda start, end: [found[at] for at in range(start, end) if at not in written]


def _told(metas: dict[str, str], names: tuple[str, ...], *, english: bool) -> Iterator[Stamp]:
    for value in (metas[name] for name in names if name in metas):
        stamp = date_in_url(value) if _BARE.fullmatch(value) else find_date(value, english=english)
        if stamp:
            yield stamp


def _is_moment_of(printed: Stamp, told: Stamp) -> bool:
    """Decide whether a meta with a zone gives the moment of a date that is printed without one.

    One that has the printed clock and the zone Z does not: sites in China call their own clock so.
    """
    apart = told.moment - printed.moment
    if isinstance(printed, ZonedStamp) or not isinstance(told, ZonedStamp):
        return False
    if _timed(printed) is None:
        return -_DAY <= apart <= 2 * _DAY and printed.precision == "day"
    return abs(apart) <= _DAY and abs(apart - _BEIJING) > timedelta(minutes=1)


def _head(found: list[Block], text: range) -> range:
    """Return the numbers of the text's first lines, up to the first long paragraph."""
    return range(text.start, next((at for at in text if is_long(found[at])), text.start))


def _is_head_line(block: Block) -> bool:
    return bool(is_dated(block.text) or _BYLINE.match(block.text))


def _labelled(facts: list[Label], kind: str, text: range, year: int | None, *, english: bool) -> Iterator[Stamp | None]:
    told = [fact for fact in facts if fact.kind == kind]
    for fact in sorted(told, key=lambda fact: (fact.at >= text.start, abs(fact.at - text.start))):
        yield find_date(fact.rest, year, english=english)


def _near(found: list[Block], year: int | None, *, english: bool) -> list[Stamp]:
    """Return the dates of short lines, the nearest to the end first: with a time before days, those of updates last."""
    lines = [
        _joined(" ".join(block.pieces))
        for block in found
        if block.size <= _LINE_MOST
        and (block.links * 2 <= block.size or _BYLINE.match(block.text) or _is_linked_date(block))
        and not _CLOCK.search(block.text)
    ]
    stamps = [
        (stamp, bool(_UPDATED.match(line)))
        for line in reversed(lines)
        if (stamp := find_date(line, english=english) or _timed(find_date(line, year)))
    ]
    return [stamp for stamp, _ in sorted(stamps, key=lambda one: (one[1], _timed(one[0]) is None))]


def _joined(line: str) -> str:
    match = _SPLIT.fullmatch(line)
    return f"{match['month']}-{match['day']}" if match else line


def _is_linked_date(block: Block) -> bool:
    """Decide whether a short line has a date as a part of its own: a link to what else appeared on that day."""
    return block.size <= _SHORT and any(map(_DATE_ALONE.fullmatch, block.pieces))


def _timed(stamp: Stamp | None) -> Stamp | None:
    return stamp if stamp and stamp.precision in ("minute", "second") else None
