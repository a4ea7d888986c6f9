"""Decide whether a sentence reports as news that a paper on the initiative was issued."""

from tracker.tag.acts.issued import papers_en, papers_zh
from tracker.tag.acts.issued.releases_zh import NOTICE
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Rule


def release_row(said: TargetContext) -> Rule | None:
    """Return the row by which a paper about the initiative was issued.

    A paper to which the text refers back, or that lists names, does not count.
    """
    table = papers_zh.TABLE if said.language == "zh" else papers_en.TABLE
    row = table.first(said)
    return None if row is None or row.against else row


def issues(said: TargetContext) -> bool:
    """Decide whether a paper about the initiative was issued."""
    return release_row(said) is not None


def notice(sentence: str) -> bool:
    """Decide whether `sentence` says that a notice was issued, without its name: 印发通知."""
    return bool(NOTICE.search(sentence))
