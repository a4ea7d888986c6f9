"""Test the rows of days: each example is decided by its row."""

import pytest

from tests.tag.other_words import neighbours
from tests.tag.row_texts import reading_of, statements_of
from tracker.tag.days.candidates import NEVER, OF_LANGUAGE, OF_WORDS, Dates, row_of
from tracker.tag.days.choose import OF_NEWS, OF_PAGES, OF_PAPERS, OF_REPORTS, deciding_row, tables
from tracker.tag.engine import FindingRule, Rule, Table
from tracker.text.normalize import Span

NAMED = [(f"{name} {language}", table) for name, ones in tables().items() for language, table in ones.items()]
OF_STATEMENTS = (OF_PAPERS, OF_REPORTS, OF_PAGES, OF_NEWS)
OF_ACTS = (NEVER, *OF_LANGUAGE.values(), OF_WORDS)

# Texts that look like a row although none of its words, or one of its exceptions, shows that it does not hold.
NEIGHBOURS = [
    ("zh.day.dateline", "国家能源局官网9月2日消息，各地开会。"),
    ("zh.day.weekday-to-come", "大会将在周三开幕。"),
    ("en.day.weekday-to-come", "The fair is to open in Wuxi on Wednesday."),
    ("en.day.opening", "The forum opened on Monday. Ding attended the opening ceremony and spoke."),
    ("zh.released.on", "根据8月30日印发的文件，各地开会。"),
    ("zh.released.on", "按照8月30日发布，各地开会。"),
    ("zh.day.learnt", "记者8月29日来到大会，园区已开工。"),
    ("zh.day.due", "8月30日之前三天开会。"),
    ("zh.wire.meeting", "财联社9月2日电，国务院近日召开常务会议。"),
    ("dated.in-its-sentence", "记者9月1日获悉，工信部近日印发《氢能标准体系建设指南》。"),
    ("dated.released", "国家能源局印发《氢能发展行动方案》\n\n8月28日印发，近日，国家能源局印发《氢能发展行动方案》。"),
    ("zh.dated.paper-printed", "近日，我局起草了《氢能发展方案》，现向社会公开征求意见。"),
    ("zh.dated.on-a-journey", "习近平在湖北开会\n\n2日下午，习近平来到孝感市。他指出，要发展新质生产力。"),
    ("en.dated.some-time-before", "China will foster hydrogen energy years after the trial."),
]


def deciding(table: Table, text: str) -> set[str]:
    """Return the names of the rows of a table that decide in a text: of statements, of acts' days, or of all days."""
    if table in OF_STATEMENTS:
        rows = (
            deciding_row(Dates(reading), said.act, Span(said.start, said.end), said.body)
            for reading, said in statements_of(text)
        )
        return {row.name for row in rows if row}
    found = (row_of(one) if table in OF_ACTS else table.first(one) for one in dates_of(text).days)
    return {row.name for row in found if row}


def dates_of(text: str) -> Dates:
    """Return the days of a text."""
    return Dates(reading_of(text))


@pytest.mark.parametrize(("name", "table"), NAMED, ids=[name for name, _ in NAMED])
def test_an_example_is_decided_by_its_row(name: str, table: Table) -> None:
    wrong = [(row.name, text) for row in table.rows for text in row.examples if row.name not in deciding(table, text)]
    assert wrong == [], name


@pytest.mark.parametrize(("name", "table"), NAMED, ids=[name for name, _ in NAMED])
def test_an_example_with_another_word_is_not(name: str, table: Table) -> None:
    wrong = [(row.name, other) for row in table.rows for other in neighbours(row) if holds(row, other)]
    assert wrong == [], name


def holds(row: Rule, text: str) -> bool:
    """Decide whether a row holds for a day of a text, whatever comes before it in its table."""
    return any(row.find(one) is not None for one in dates_of(text).days)


@pytest.mark.parametrize(("name", "text"), NEIGHBOURS)
def test_what_only_looks_like_it_is_not_decided_by_the_row(name: str, text: str) -> None:
    table = next(table for _, table in NAMED if any(row.name == name for row in table.rows))
    assert dates_of(text).days or table in OF_STATEMENTS
    assert name not in deciding(table, text)


def test_every_exception_has_a_neighbour() -> None:
    rows = [row.name for _, table in NAMED for row in table.rows if row.unless]
    assert set(rows) <= {name for name, _ in NEIGHBOURS}


def test_a_row_that_is_against_gives_no_day_and_one_of_statements_says_which() -> None:
    for _, table in NAMED:
        for row in table.rows:
            assert isinstance(row, FindingRule) == (table in OF_STATEMENTS), row.name
            assert not (row.against and isinstance(row, FindingRule)), row.name
