"""Tests citations: the day of a copy is Beijing's, like every other day that is shown without a time."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tracker.contract.formats.citations import bibtex, markdown, plainly, ris, sentence
from tracker.contract.models.announcement import Announcement

EVENING = datetime(2026, 12, 2, 20, 30, tzinfo=UTC)
"""The third in Beijing."""
GIVEN = {"id": 1, "quote": "q", "url": "https://a.cn/", "source": "a", "sha256": "5", "corrected": []}
ROW = Announcement.model_construct(**dict.fromkeys(Announcement.model_fields) | GIVEN | {"fetched_at": EVENING})


@pytest.mark.parametrize(
    ("cite", "day"),
    [
        (lambda: plainly(ROW), "Copy of 2026-12-03, SHA-256 5"),
        (lambda: markdown(ROW, "https://t.org"), "Copy of 2026-12-03, SHA-256 5"),
        (lambda: bibtex([ROW]), "urldate = {2026-12-03}"),
        (lambda: ris([ROW]), "Y2  - 2026/12/03/"),
        (lambda: sentence("A", "T", None, "https://a.cn/", "5", EVENING), "stored 2026-12-03 (SHA-256 5)"),
    ],
    ids=["text", "markdown", "bibtex", "ris", "assistant"],
)
def test_the_day_of_a_copy_is_that_of_beijing(cite: Callable[[], str], day: str) -> None:
    assert day in cite()
