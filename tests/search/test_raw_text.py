"""Tests that a term is found in a text as it is exactly where the canonical form of the text contains it."""

import random

import pytest

from db.queries.sought import AllOf, AnyOf, Term
from tests.search.scan import scan
from tracker.search.canonical import canonical
from tracker.search.raw_text import finder, matcher
from tracker.text.normalize import PLUSES, QUOTES, SPACES, UNSEEN

WORDS = (
    *(
        "量子",
        "國",
        "国",
        "能",
        "智",
        "着",
        "著",
        "々",
        "〇",
        "𠀁",
        "・",
        "AI",
        "ai",
        "Ａ",
        "İ",
        "I",
        "\N{KELVIN SIGN}",
    ),
    *("ſ", "é", "É", "Σ", "ς", "σ", "5", "５", "1,0", "．", ".", ",", "，", "。", "\n", "_", "-", "|", "ƻ", "x" * 64),
)
SIGNS = (*WORDS, *QUOTES, *SPACES, *UNSEEN, *PLUSES)


@pytest.mark.parametrize("seed", range(3))
def test_terms_are_found_in_texts_as_they_are(seed: int) -> None:
    order, found = random.Random(seed), 0
    for _ in range(3000):
        text = "".join(order.choices(SIGNS, k=order.randint(1, 25)))
        start = order.randrange(len(text))
        term = canonical(text[start : start + order.randint(1, 7)] if order.random() < 0.6 else order.choice(SIGNS))
        term = term[:-1] if term.endswith(" ") and order.random() < 0.2 else term
        if term.strip():
            assert finder(term).is_in(text) == (term in canonical(text)), (text, term)
            found += term in canonical(text)
    assert found > 1000


@pytest.mark.parametrize(
    ("term", "text", "places"),
    [
        ("量子", "量子。“量”子，不是别的：量。子", ["量子", "量”子"]),
        ("ai plus", "AI-Plus, AIPlus, ai\nplus", ["AI-Plus", "ai\nplus"]),
        ("人工智能+行动", "“人工智能＋”行动", ["人工智能＋”行动"]),
    ],
)
def test_places_are_those_of_the_text(term: str, text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in finder(canonical(term)).places(text)] == places


def test_what_must_be_absent_is_looked_for_in_the_text() -> None:
    # Both have all tokens of 量子通信.
    apart, together = "量子。子通，通信", "量子通信"
    sought = AllOf((AnyOf((Term("量子"), Term(" ai "))),), (Term("量子通信"),))
    assert [(matcher(sought)("", text), scan(sought, "", text)) for text in (apart, together)] == [
        (True, True),
        (False, False),
    ]
