"""How we came to know what an announcement says, the ways that are told soonest first."""

from collections.abc import Iterable

CAUSES = ("news", "first-crawl", "import", "rule")


def most_urgent(causes: Iterable[str]) -> str:
    """The one of CAUSES that is told soonest; "rule" where there is none."""
    return min(causes, key=CAUSES.index, default="rule")
