"""Finds the documents whose story depends on the order in which they are read.

A document joins a story that it is the same as, and stories that are there are never joined: so where A is the same
as B, and B as C, but A not as C, one order makes one story and another two. Kills change the order of reading.
"""

from collections import defaultdict
from itertools import combinations

from sqlalchemy import Engine
from sqlmodel import col, select

from db.engine import reading
from db.models import Document, Mention
from tracker.stories.blocking import blocking_keys
from tracker.stories.compare import same
from tracker.stories.fingerprint import Fingerprint
from tracker.stories.fingerprinting import fingerprint_items

Item = tuple[Fingerprint, set[str]]


def contested(engine: Engine) -> set[str]:
    """The documents, by source and key, that hang together without each being the same as each other."""
    items = _items(engine)
    alike = defaultdict(set)
    for one, other in combinations(items, 2):
        if _same(items[one], items[other]):
            alike[one].add(other)
            alike[other].add(one)
    found: set[str] = set()
    for start in items:
        together, ahead = {start}, [start]
        while ahead:
            near = alike[ahead.pop()] - together
            together |= near
            ahead += near
        if any(len(alike[one]) < len(together) - 1 for one in together):
            found |= together
    return found


def _items(engine: Engine) -> dict[str, list[Item]]:
    with reading(engine) as session:
        mentions = defaultdict(list)
        for mention in session.exec(select(Mention).order_by(col(Mention.start), col(Mention.id))):
            mentions[mention.document_id].append(mention)
        told = [document for document in session.exec(select(Document)) if mentions[document.id]]
        return {
            f"{document.source} {document.key}": [
                (item, blocking_keys(item)) for item in fingerprint_items(document, mentions[document.id])
            ]
            for document in told
        }


def _same(ones: list[Item], others: list[Item]) -> bool:
    return any(a_left & b_left and same(a, b) for a, a_left in ones for b, b_left in others)
