"""Tests that every pattern and word has its own name, which says where it is written and survives moved lines."""

from collections import Counter
from pathlib import Path

import pytest

from config import Config
from tests.nightly.patterns import harvest
from tracker.explain.act_rules import defaults
from tracker.explain.catalogue import ROOMS, ROOT, catalogue
from tracker.explain.naming import pattern_name, row_name, word_rule
from tracker.explain.places import Places, rule_called
from tracker.tag.engine import Rule as Row

NAMES = [
    ("tracker.tag.acts.issued.old_papers", "IN_MONTH", (), "acts.issued.old-papers.in-month"),
    ("tracker.tag.acts.mentioned.zh.scenes", "CLEARED", (1,), "zh.acts.mentioned.scenes.cleared.1"),
    ("tracker.tag.acts.cues", "AS_IT_IS", (), "acts.cues.as-it-is"),
    ("tracker.tag.acts.tense.chinese", "LATER", (), "zh.acts.tense.later"),
    ("tracker.tag.acts.target_context", "DENIED", ("en",), "en.acts.target-context.denied"),
    ("tracker.tag.near_misses", "_AFTER", (0,), "near-misses.after.0"),
    ("tracker.text.periods", "UPTO", (), "text.periods.upto"),
]


@pytest.mark.parametrize(("module", "constant", "way", "name"), NAMES)
def test_a_pattern_is_named_by_where_it_stands(
    module: str, constant: str, way: tuple[int | str, ...], name: str
) -> None:
    assert pattern_name(module, constant, way) == name


def test_no_pattern_of_a_module_is_without_a_name() -> None:
    named = {id(pattern) for pattern in catalogue().patterns.values()}
    unnamed = [one.where for one in harvest() if one.where.startswith(ROOMS) and id(one.pattern) not in named]
    assert not unnamed
    assert len(named) > 800


def test_every_pattern_is_found_by_its_name() -> None:
    places = Places()
    lines = {file: file.read_text(encoding="utf-8").splitlines() for room in ROOMS for file in _files(room)}
    for rule, standing in catalogue().places.items():
        file, _, line = places.named(rule.name).rpartition(":")
        (constant, _), *_ = standing
        if isinstance(catalogue().patterns[rule], Row):
            assert rule.name in "".join(lines[ROOT / file][int(line) - 1 : int(line) + 1])
            continue
        if row_name(rule.name) != rule.name:
            assert places.named(row_name(rule.name)) == f"{file}:{line}"
            continue
        # The line is that of the pattern, which is part of what the constant is bound to.
        text = lines[ROOT / file]
        above = next(n for n in range(int(line) - 1, -1, -1) if constant.name in text[n])
        assert 0 <= int(line) - 1 - above < 100, rule.name


def _files(room: str) -> list[Path]:
    return list((ROOT / room.replace(".", "/")).rglob("*.py"))


def test_every_word_is_found_by_its_name(config: Config) -> None:
    places, found = Places(), Counter[str]()
    for language in ("zh", "en"):
        for kind, phrases in getattr(config.words, language):
            rules = {word_rule(language, kind, phrase) for phrase in phrases}
            found.update(rule.name for rule in rules)
            for rule in rules:
                assert places.rule(rule).startswith("config/words.yaml:")
    assert {name for name, count in found.items() if count > 1} == set()
    assert places.rule(word_rule("zh", "done", "已")) == places.named_in("words.zh.done.已", config.words)
    assert found.keys().isdisjoint(rule.name for rule in catalogue().patterns)


def test_every_default_is_found_by_its_name() -> None:
    names = [*defaults(), "body.default.none", "day.default.some", "figures.default.none"]
    assert all(Places().named(name).partition(":")[0].endswith(".py") for name in names)


@pytest.mark.parametrize("name", ["", "acts", "acts.issued.old-papers.no-such", "words.zh.done.no-such"])
def test_what_is_no_name_is_refused(name: str, config: Config) -> None:
    with pytest.raises(LookupError, match="no rule is called"):
        rule_called(name, config.words)
