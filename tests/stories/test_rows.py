"""Tests that each row of stories has a name, says what it finds, and decides a pair of texts."""

import re
from collections import Counter

from tests.stories.decided import decided
from tracker.stories.compare import ROWS


def test_rows_have_names_of_their_own() -> None:
    names = Counter(row.name for row in ROWS)
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if not re.fullmatch(r"stories\.(?:join|part)\.[a-z]+(?:-[a-z]+)*", name)] == []


def test_rows_say_what_they_find() -> None:
    silent = [row.name for row in ROWS if not (row.test.__doc__ or "").startswith("Decide whether ")]
    assert silent == []


def test_each_row_decides_a_pair_of_texts() -> None:
    assert [row.name for row in ROWS if row.name not in decided()] == [], "write two texts that this row decides"
