"""Know the zones that pages print after a time: +08:00, -0700, -05, Z, GMT, EDT, ET, GMT+8."""

import re
from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

# CST is not among them: it is China's standard time as often as that of Chicago.
_HOURS = {
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "BJT": 8, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11,
}  # fmt: skip
# Whether summer time holds follows from the day.
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
AMERICAN = frozenset((*_PLACES, "EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT"))
_NAMES = "|".join(sorted((*_HOURS, *_PLACES), key=len, reverse=True))
# Names in capitals only, as "et" and "pt" are words. An offset of hours alone follows seconds or the T of ISO 8601.
ZONE = (
    rf"[(（]?(?P<zone>Z\b|(?:GMT|UTC)\b(?![+-]\d)|(?-i:{_NAMES})\b"
    r"|(?:GMT|UTC)?[+-](?:0\d|1[0-4]):?[0-5]\d"
    r"|(?:GMT|UTC)[+-](?:1[0-4]|\d)(?![\d:])"
    r"|(?:(?<=:\d\d:\d\d)|(?<=T\d\d:\d\d)|(?<=:\d\d\.\d{3}))[+-](?:0\d|1[0-4])(?![\d:]))"
)


def zone_of(printed: str) -> timezone | ZoneInfo:
    """Return the zone that is printed as ZONE matches it."""
    if printed in _PLACES:
        return ZoneInfo(_PLACES[printed])
    if printed in _HOURS:
        return timezone(timedelta(hours=_HOURS[printed]))
    offset = re.search(r"([+-])(\d\d?):?(\d\d)?", printed)
    if not offset:
        return UTC
    shift = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(shift if offset[1] == "+" else -shift)
