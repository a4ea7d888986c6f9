"""No regular expression of the house takes more than in proportion on a text that a stranger can make as long."""

import re

import pytest

from config import Config
from tests.nightly.patterns import harvest, steepest
from tracker.stories.names import compile_names
from tracker.tag.rules import compile_rules

pytestmark = pytest.mark.nightly

SHORT = {}
"""Patterns, by place, that meet only what is short before, and by what it is."""


def test_patterns_take_as_long_as_their_texts(config: Config) -> None:
    found = harvest(compile_rules(config), compile_names(config))
    assert len(found) > 1000
    steep = {
        f"{one.where}: {growth:.0f} times as long for 4 times {pump!r}: {one.pattern.pattern[:80]!r}"
        for one in found
        if not any(re.fullmatch(place, one.where) for place in SHORT) and (worst := steepest(one))
        for growth, pump in [worst]
    }
    assert not steep, "\n".join(sorted(steep))
