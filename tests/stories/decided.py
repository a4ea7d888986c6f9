"""Find the groups of texts that each row of stories decides."""

from functools import cache
from itertools import combinations, product

from tests.stories.arriving import items_of
from tests.stories.rows import groups
from tracker.stories.compare import ROWS


@cache
def decided() -> dict[str, list[str]]:
    """Return the groups by the row that decides two of their items.

    Only a row that keeps apart what a later row would join decides.
    """
    found: dict[str, list[str]] = {}
    for kind, joins in (("one_story", True), ("two_stories", False)):
        for name, texts in groups(kind).items():
            pairs = (pair for documents in combinations(map(items_of, texts), 2) for pair in product(*documents))
            for rows in ([row for row in ROWS if row.test(*pair)] for pair in pairs):
                if rows and rows[0].joins is joins and any(row.joins for row in rows):
                    found.setdefault(rows[0].name, []).append(name)
    return found
