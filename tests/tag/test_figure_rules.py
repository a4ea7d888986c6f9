"""Test the rows of figures: each example is decided by its row while its text is tagged."""

from collections.abc import Iterator

import pytest

from tests.tag.other_words import neighbours
from tests.tag.row_texts import HOSTS, page
from tests.tag.sayings import RULES
from tracker.explain.tracing import Trace, recording, traced_apart
from tracker.tag.engine import Table
from tracker.tag.figures.figure_tables import tables
from tracker.tag.tagger import tag

FIGURES = ("tracker.tag.figures",)
NAMED = [(name, table) for name, ones in tables().items() for table in ones.values()]

# Texts that look like a row although one of its exceptions, or another condition, keeps them from it.
NEIGHBOURS = [
    ("zh.figure.sum-of-a-list", "新型储能试点启动，首批试点包括南京、武汉等十个城市。"),
    ("zh.figure.class-of-size", "人工智能+已渗透智能工厂70%以上的业务场景。"),
    # What is to come about, and not which plants are meant.
    ("zh.figure.class-between", "智能工厂将带动投资20亿至30亿元。"),
    ("zh.figure.class-between", "智能工厂改造后形成投资20亿至30亿元的规模。"),
    ("zh.figure.class-between", "智能工厂改造面向产能20万吨的企业。"),
    ("zh.figure.counted-one-by-one", "试点包括甲地、乙地、智能工厂3个城市。"),
    ("zh.figure.sum-of-other-things", "工信部印发《智能制造行动方案》。南京、武汉等10个试点城市扩大。"),
    ("zh.figure.of-another-kind", "新能源汽车、锂电池、光伏等“新三样”出口分别增长38.9%、61.8%和33.4%。"),
    ("zh.target.planned", "智能工厂将建成500家，已开工。"),
    ("zh.target.reached", "目前，我市将建成智能工厂500家。"),
    ("en.target.planned", "The number of smart factories has grown and will exceed 28,000."),
    ("en.target.reached", "NEV sales rose 30 percent and will grow."),
    # Firms in general are not one firm; a total is not said in passing.
    ("zh.figure.one-firm", "国家高新区上市公司营收33万亿元。"),
    ("zh.figure.firm-and-its-sales", "国家高新区上市公司营收33万亿元。"),
    ("figure.in-passing", "It founded smart factories. The total now stands at three."),
]


@pytest.fixture(scope="module", autouse=True)
def _recorded() -> Iterator[None]:
    with recording(FIGURES):
        yield


def deciding(text: str) -> set[str]:
    """Return the names of the rows that decide while a text is tagged."""
    trace = Trace()
    with traced_apart(trace):
        tag(page(text, HOSTS[0]), RULES)
    return {rule.name for rule in trace.modules}


@pytest.mark.parametrize(("name", "table"), NAMED, ids=[name for name, _ in NAMED])
def test_an_example_is_decided_by_its_row(name: str, table: Table) -> None:
    wrong = [(row.name, text) for row in table.rows for text in row.examples if row.name not in deciding(text)]
    assert wrong == [], name


@pytest.mark.parametrize(("name", "table"), NAMED, ids=[name for name, _ in NAMED])
def test_an_example_with_another_word_is_not(name: str, table: Table) -> None:
    wrong = [(row.name, other) for row in table.rows for other in neighbours(row) if row.name in deciding(other)]
    assert wrong == [], name


@pytest.mark.parametrize(("name", "text"), NEIGHBOURS)
def test_what_only_looks_like_it_is_not_decided_by_the_row(name: str, text: str) -> None:
    assert any(row.name == name for _, table in NAMED for row in table.rows)
    assert name not in deciding(text)


def test_every_exception_has_a_neighbour() -> None:
    rows = [row.name for _, table in NAMED for row in table.rows if row.unless]
    assert set(rows) <= {name for name, _ in NEIGHBOURS}
