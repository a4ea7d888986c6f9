"""Know the time zones, and what people write for them."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

ALIKE = 0.75
NEAREST = 3
ALIASES = dict.fromkeys(("beijing", "asia/beijing", "china", "utc+8", "gmt+8"), "Asia/Shanghai") | {"utc": "UTC"}
"""The places that people write, and no zone is called after."""
OLD = ("Etc/", "US/", "Canada/", "Brazil/", "Mexico/", "Chile/")
"""Beginnings of second names of zones, which are accepted, but not proposed."""


def check_zone(name: str) -> None:
    """Raise ValueError, in one line with the nearest names, if no time zone has this name."""
    if name in _zones():
        return
    spoken = _spoken()
    typed = name[:80].casefold().strip().replace(" ", "_")
    near = [typed] if typed in spoken else get_close_matches(typed, spoken, NEAREST, ALIKE)
    zones = dict.fromkeys(spoken[one] for one in near)
    hint = f"did you mean {' or '.join(zones)}?" if zones else "write one like Asia/Shanghai"
    raise ValueError(f"no time zone is called {name[:80]!r}; {hint}")


@cache
def _zones() -> set[str]:
    """Listing them means walking through the files of the zones."""
    return available_timezones()


@cache
def _spoken() -> dict[str, str]:
    """Return the zones by what people write for them, in small letters: a whole name, or its city alone."""
    zones = sorted(zone for zone in _zones() if "/" in zone and not zone.startswith(OLD))
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in zones}
    return cities | {zone.casefold(): zone for zone in zones} | ALIASES
