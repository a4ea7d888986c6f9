"""Test the rows of bodies and places: each example is decided by its row."""

import pytest

from tests.tag.other_words import neighbours
from tests.tag.row_texts import reading_of, statements_of
from tests.tag.sayings import RULES
from tracker.tag.attribution.named import PLACES, Named
from tracker.tag.attribution.voice_context import VoiceContext
from tracker.tag.attribution.voices import ROWS, deciding_row, tables
from tracker.tag.engine import FindingRule, Rule, Table
from tracker.tag.entities.bodies import voices
from tracker.tag.entities.oblique import OBLIQUE, NameContext
from tracker.text.normalize import Span

NAMED = [(f"{name} {language}", table) for name, ones in tables().items() for language, table in ones.items()]
NAMES = [name for name, _ in NAMED]

# Texts that look like a row although one of its words, or one of its exceptions, keeps them from it.
NEIGHBOURS = [
    ("zh.place.at-a-time", "到2025年，河南举行氢能展。"),
    ("zh.place.at-the-beginning", "青海的新材料产业有前途。"),
    ("zh.place.at-the-beginning", "青海要推动新材料产业。"),
    ("zh.place.at-the-beginning", "天津论坛期间，李强谈到氢能。"),
    ("en.place.acts-by-its-word", "Beijing issued a plan on hydrogen energy, the NEA said."),
    ("en.place.scene", "In Beijing, hydrogen energy is on the rise."),
    ("en.place.scene", "In Hefei, the MIIT spoke of smart manufacturing."),
    ("zh.place.all-of-them", "会上说，各地要发展氢能。"),
    ("zh.place.scene", "他在深圳，谈到人形机器人。"),
    ("oblique.followed", "根据国务院数据，氢能产业发展很快。"),
    ("zh.oblique.at-a-place", "在湖南，他谈到氢能。"),
    ("zh.voice.site", "国家能源局官网公布氢能规划。"),
    ("zh.said.our-house", "国家能源局答记者问\n\n氢能产业很大，国务院知道，我局也这样看。"),
    ("en.said.we-of-a-speaker", "Jin Zhuanglong spoke. The NEA works on hydrogen energy, as we know."),
    ("said.in-quotation-marks", '"Hydrogen" is a word. The market grew, the NEA said; hydrogen energy is on the rise.'),
    ("said.by-the-body-of-the-site", "某协会主席认为，氢能很有前途，工信部也这样看。"),
]


def contexts(text: str) -> list[VoiceContext]:
    """Return the names in a text."""
    reading = reading_of(text)
    return [VoiceContext(reading, voice) for voice in reading.voices]


def deciding(table: Table, text: str) -> set[str]:
    """Return the names of the rows of a table that decide on the statements, or on the names, of a text."""
    if table is ROWS:
        rows = (
            deciding_row(Named(reading), Span(said.start, said.end), said.hit)[0]
            for reading, said in statements_of(text)
        )
        return {row.name for row in rows if row}
    if table is OBLIQUE:
        return {row.name for one in names(text) if (row := OBLIQUE.first(one))}
    places = table in PLACES.values()
    found = (table.first(one) for one in contexts(text) if not places or one.voice.body == "local")
    return {row.name for row in found if row}


def names(text: str) -> list[NameContext]:
    """Return the names in a text, before those are left out that are only followed."""
    reading = reading_of(text)
    register, text = RULES.registers[reading.language], reading.text
    every = voices(text, register, 2025)
    places = [one for one in every if one.body == "local"]
    return [NameContext(text, one, reading.language, reading.patterns, places) for one in every]


@pytest.mark.parametrize(("name", "table"), NAMED, ids=NAMES)
def test_an_example_is_decided_by_its_row(name: str, table: Table) -> None:
    wrong = [(row.name, text) for row in table.rows for text in row.examples if row.name not in deciding(table, text)]
    assert wrong == [], name


@pytest.mark.parametrize(("name", "table"), NAMED, ids=NAMES)
def test_an_example_with_another_word_is_not(name: str, table: Table) -> None:
    wrong = [(row.name, other) for row in table.rows for other in neighbours(row) if holds(row, other)]
    assert wrong == [], name


def holds(row: Rule, text: str) -> bool:
    """Decide whether a row holds for a name in a text, whatever comes before it in its table."""
    if row in OBLIQUE.rows:
        return any(row.find(one) is not None for one in names(text))
    return any(row.find(one) is not None for one in contexts(text))


@pytest.mark.parametrize(("name", "text"), NEIGHBOURS)
def test_what_only_looks_like_it_is_not_decided_by_the_row(name: str, text: str) -> None:
    table = next(table for _, table in NAMED if any(row.name == name for row in table.rows))
    assert statements_of(text)
    assert name not in deciding(table, text)


def test_every_exception_has_a_neighbour() -> None:
    rows = [row.name for _, table in NAMED for row in table.rows if row.unless]
    assert set(rows) <= {name for name, _ in NEIGHBOURS}


def test_rows_of_statements_say_whose_they_are() -> None:
    for _, table in NAMED:
        for row in table.rows:
            assert isinstance(row, FindingRule) == (table is ROWS), row.name
