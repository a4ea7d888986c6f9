"""Tests that no regular expression takes more than in proportion on a text of any length."""

import re

import pytest

from config import Config
from tests.nightly.patterns import harvest, steepest
from tracker.stories.names import compile_names
from tracker.tag.rules import compile_rules

pytestmark = pytest.mark.nightly

SHORT = {
    r"(tracker\.tag\.acts|(zh|en)\.(issued|launched|designated|mentioned|progress|pledged))\..*": "a sentence, cut 800 "
    "signs before and behind a name",
    r"tracker\.stories\.(departments\.NAMED|speakers\.SPEAKER|gatherings\.YEARLY)": "the head, at most 1500 signs",
    r"tracker\.stories\.(occasions\.BEFORE_NAME|work_report\.OPENED)": "a name, or the headline and the head",
    r"tracker\.alerts\.compose\.paper_kinds\.BRACKETS": "the title of a paper, at most 80 signs between its marks",
    r"tracker\.parse\.general\.title\._(CUT|SITE)": "a title, in a job that has a limit",
    r"tracker\.mailbox\.commands\.QUOTED": "a line of a mail, of whose text 5000 signs are looked at",
    r"(zh|en)\.(day|released|wire|recalled|place|voice|oblique)\..*": "a sentence, cut 800 signs before and behind",
    r"tracker\.development\.series_names\.LEADING_OVER": "the last 80 signs before a number",
    r"tracker\.tag\.notation\.TOKEN": "our own rules",
    r"tracker\.tag\.stages\.own_paper\.FILL": "the 600 signs before a day",
    r"tracker\.tag\.near_misses\._SUM": "the few signs before a name",
    r"tracker\.tag\.reading\.QUESTION": "a paragraph of at most 1500 signs",
    r"tracker\.stories\.fingerprinting\.LEAD": "the first 600 signs",
    r"tracker\.charts\.png\._TEXT": "our own drawing",
    r"tracker\.text\.captions\.CREDITED": "a caption, which is short",
    r"tracker\.cli\.completion\._NAMES": "our own declarations",
}
"""Patterns, by place, that meet only what is short, and what that is."""


def test_patterns_take_as_long_as_their_texts(config: Config) -> None:
    found = harvest(compile_rules(config), compile_names(config))
    assert len(found) > 1000
    steep = []
    for one in found:
        if any(re.fullmatch(place, one.where) for place in SHORT):
            continue
        if worst := steepest(one):
            growth, pump = worst
            steep.append(f"{one.where}: {growth:.0f} times for 4 times {pump!r}: {one.pattern.pattern[:80]!r}")
    assert not steep, "\n".join(sorted(steep))
