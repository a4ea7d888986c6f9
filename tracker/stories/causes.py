"""List the causes by which the content of an announcement became known, the most urgent first."""

from collections.abc import Iterable

CAUSES = ("news", "first-crawl", "import", "rule")


def most_urgent(causes: Iterable[str]) -> str:
    """Return the one of CAUSES that is notified soonest; "rule" for an empty collection."""
    return min(causes, key=CAUSES.index, default="rule")
