"""Extract the publication date of a page without a layout."""

import re
from collections.abc import Iterator

from spiders.dates import Stamp, date_in_url, find_date
from tracker.parse.blocks import Block
from tracker.parse.general.lines import heads_text, is_long
from tracker.parse.labels import Label
from tracker.parse.metas import DATES

_ABOVE, _BELOW = 15, 8
_LINE_MOST = 160
_CLOCK = re.compile(r"今天|今日|现在是|现在时间|北京时间")


def find_published(
    found: list[Block], text: range, facts: list[Label], metas: dict[str, str], url: str, listed: str | None = None
) -> Stamp | None:
    """Return the best date of publication that is found, or None.

    `text` numbers the blocks of the article's text; its first lines, before a long paragraph, may be those of the page
    that print the date. What a page prints as 发布日期 comes before any other date near the
    title; 成文日期, the day of writing, only counts if there is nothing else. Dates without a year take that of a meta.
    """
    head = [at for at in _head(found, text) if heads_text(found[at].text)]
    outside = [fact for fact in facts if fact.at not in text or fact.at in head]
    told = [stamp for name in DATES if (stamp := find_date(metas.get(name, "")))]
    year = next((stamp.moment.year for stamp in told), None)
    address = date_in_url(url)
    return next(
        (
            stamp
            for stamp in (
                *_labelled(outside, "published", text, year),
                *_near(found[max(0, text.start - _ABOVE) : text.start], year),
                *_near([found[at] for at in head], year),
                *_labelled(outside, "dated", text, year),
                *told,
                *([address] if address and address.precision == "day" else []),
                *_near(found[text.stop : text.stop + _BELOW], year),
                find_date(listed or ""),
                *_labelled(outside, "written", text, year),
                address,
            )
            if stamp
        ),
        None,
    )


def _head(found: list[Block], text: range) -> range:
    """Return the numbers of the text's first lines, up to the first long paragraph."""
    return range(text.start, next((at for at in text if is_long(found[at])), text.start))


def _labelled(facts: list[Label], kind: str, text: range, year: int | None) -> Iterator[Stamp | None]:
    told = [fact for fact in facts if fact.kind == kind]
    for fact in sorted(told, key=lambda fact: (fact.at >= text.start, abs(fact.at - text.start))):
        yield find_date(fact.rest, year)


def _near(found: list[Block], year: int | None) -> list[Stamp]:
    """Return the dates of short lines, the nearest to the end first, and those with a time before days."""
    lines = [
        " ".join(block.pieces)
        for block in found
        if block.size <= _LINE_MOST and block.links * 2 <= block.size and not _CLOCK.search(block.text)
    ]
    stamps = [stamp for line in reversed(lines) if (stamp := find_date(line) or _timed(find_date(line, year)))]
    return sorted(stamps, key=lambda stamp: _timed(stamp) is None)


def _timed(stamp: Stamp | None) -> Stamp | None:
    return stamp if stamp and stamp.precision in ("minute", "second") else None
