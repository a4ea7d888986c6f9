"""Test that with corrections, too, any order of documents gives the same stories, those of all at once."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from config import load
from db.engine import open_database, writing
from db.models import Correction, Document
from db.store.corrections import add_correction
from tests.sizes import size
from tests.stories.arriving import WAYS, Arrival, arrivals, from_scratch, outcome
from tests.stories.test_stories_order import EVERYDAY, ROWS
from tracker.announcements.merge import in_order
from tracker.corrections.announcement import newest_first
from tracker.corrections.regroup import Pair
from tracker.stories.fingerprint import load as load_items
from tracker.stories.partition import partition

pytestmark = pytest.mark.slow(2)

CONFIG = load()
SAID_AT = datetime(2026, 11, 1, tzinfo=UTC)


def corrections(arriving: list[Arrival], chance: random.Random, count: int) -> list[Correction]:
    """Return random corrections of documents: of pairs, most of them near each other, and of acts."""
    documents = [one.document for one in arriving if one.items]
    said = []
    for number in range(count):
        at = chance.randrange(len(documents) - 3)
        one, other = documents[at], documents[at + chance.randint(1, 3)]
        correction = Correction(
            what=chance.choice(["join", "part"]),
            source=one["source"],
            key=one["key"],
            other_source=other["source"],
            other_key=other["key"],
            made_by="ana",
            made_at=SAID_AT + timedelta(minutes=number),
        )
        said.append(correction)
    for number, one in enumerate(chance.sample([one for one in arriving if one.mentions], count // 2)):
        mention = chance.choice(one.mentions)
        correction = Correction(
            what="announcement",
            source=one.document["source"],
            key=one.document["key"],
            initiative=mention["initiative"],
            says=chance.choice([{"act": "designated"}, {"not_this": True}, {"day": "2024-01-02"}, {"body": None}, {}]),
            made_by="ben",
            made_at=SAID_AT + timedelta(minutes=number),
        )
        said.append(correction)
    return said


def say(engine: Engine, said: list[Correction]) -> None:
    """Record corrections, before or after the documents that they are about."""
    with writing(engine) as session:
        for one in said:
            add_correction(session, Correction(**one.model_dump(exclude={"id"})))


def at_once(arriving: list[Arrival], said: list[Correction]) -> set[tuple[str, ...]]:
    """Return the stories of all documents by their keys, as `tracker verify` computes them."""
    mine = {(one.document["source"], one.document["key"]): at for at, one in enumerate(arriving) if one.items}
    items = {at: load_items(arriving[at].fingerprints or b"") for at in mine.values()}
    documents = {at: Document(**arriving[at].document) for at in mine.values()}
    orders = {at: in_order(document, CONFIG.sources) for at, document in documents.items()}
    pairs = [
        Pair(one.what, mine[one.source, one.key], mine[one.other_source or "", one.other_key or ""])
        for one in newest_first(said)
        if one.other_key
    ]
    return {tuple(sorted(documents[at].key for at in story)) for story in partition(orders, items, pairs)}


@pytest.mark.parametrize("seed", range(size(40, 1)))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_corrected_stories_do_not_depend_on_the_order(
    engine: Engine, tmp_path: Path, way: Callable[..., None], seed: int
) -> None:
    chance = random.Random(seed)
    start = chance.randrange(len(ROWS) - EVERYDAY)
    arriving = arrivals(ROWS[start : start + EVERYDAY])
    said = corrections(arriving, chance, 8)
    first = open_database(f"sqlite:///{tmp_path / 'first.db'}")
    say(first, said)
    from_scratch(first, arriving, chance)
    wanted = outcome(first)
    first.dispose()
    say(engine, said)
    way(engine, chance.sample(arriving, len(arriving)), chance)
    found = outcome(engine)
    assert found.stories == wanted.stories == at_once(arriving, said)
    assert found.announced == wanted.announced
