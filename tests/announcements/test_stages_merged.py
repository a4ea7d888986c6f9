"""Tests that a story reports its paper at the furthest stage, with that stage's days, in any order."""

from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest

from config import Config
from db.models import Document, Mention
from tracker.announcements.merge import Member, announce

ADOPTED = {"day": date(2025, 7, 31), "stage": "adopted"}
ISSUED = {"day": date(2025, 8, 26), "stage": "issued", "effective": date(2025, 10, 1)}
BRIEFED = {"act": "pledged", "day": date(2025, 8, 27)}
DRAFT = {"day": date(2025, 6, 3), "stage": "draft", "comment_until": date(2025, 7, 3)}
REPEALED = {"act": "mentioned", "stage": "repealed"}
CASES: list[tuple[list[dict[str, Any]], dict[str, Any]]] = [
    ([ADOPTED], ADOPTED),
    ([ADOPTED, ISSUED, BRIEFED], ISSUED),
    ([DRAFT, DRAFT | {"comment_until": None}], DRAFT),
    ([DRAFT, ADOPTED], ADOPTED | {"comment_until": None}),
    ([ISSUED | {"stage": "repealed"}, ISSUED | {"effective": None}], ISSUED | {"effective": None}),
    ([ISSUED, ISSUED | {"stage": "revised"}], ISSUED | {"stage": "revised"}),
    ([REPEALED, {"act": "mentioned"}], REPEALED),
    ([BRIEFED, {"act": "mentioned"}], {"act": "pledged", "stage": None}),
]


@pytest.mark.parametrize(("said", "told"), CASES)
def test_the_furthest_stage_counts(config: Config, said: list[dict[str, Any]], told: dict[str, Any]) -> None:
    members = [member(number, **one) for number, one in enumerate(said, 1)]
    for order in permutations(members):
        found = announce(order, config.sources)
        assert {name: getattr(found, name) for name in told} == told


def member(number: int, act: str = "issued", **fields: Any) -> Member:
    """Return a document with what it says of AI Plus."""
    seen = datetime(2025, 8, number, tzinfo=UTC)
    document = Document(
        id=number, source="gov-cn", key=str(number), url=f"https://www.gov.cn/{number}", first_seen_at=seen
    )
    return document, Mention(initiative="ai-plus", act=act, quote="q", start=0, end=1, **fields)
