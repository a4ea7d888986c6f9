"""Recognise the line that names the issue of a newspaper: 《人民日报》（2025年08月26日 第 01 版）."""

import re

_MOST, _BEFORE = 70, 30
_ISSUE = re.compile(
    rf"(?P<before>[^《》]{{0,{_BEFORE}}})《\s*(?P<paper>[^《》]{{2,12}}?)\s*》\s*[（(]?\s*"
    r"(?:19|20)\d\d\s*年\s*\d\d?\s*月\s*\d\d?\s*日\s*,?，?\s*(?:第\s*)?[A-Z]?\d{1,3}\s*版\W*"
)
_STOPS = re.compile(r"[。；，！？]")


def paper_of(line: str) -> str | None:
    """Return the newspaper that a line names with the day and the page of its issue, if it says nothing else.

    Its writers may stand before: 本报记者 李明《人民日报》（2025年08月26日 第 01 版）.
    """
    match = _ISSUE.fullmatch(line) if len(line) <= _MOST else None
    return match["paper"] if match and not _STOPS.search(match["before"]) else None
