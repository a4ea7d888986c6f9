"""Write moments and lengths of time as text: seconds at most, and lengths as options take them (1d, 36h, 90m)."""

from datetime import datetime, timedelta

UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}


def moment_words(moment: datetime) -> str:
    """Return a moment to the second; Z marks UTC, in which every stored moment is."""
    return f"{moment:%Y-%m-%d %H:%M:%S}" + ("Z" if moment.tzinfo else "")


def length_words(length: timedelta) -> str:
    """Return a length of time in the largest unit of which it is a whole number, or in seconds."""
    for unit, one in UNITS.items():
        if length and not length % one:
            return f"{length // one}{unit}"
    return f"{length.total_seconds():.0f}s"
