"""Where a text holds a quote, and which wording comes nearest: a table of quotes as people write them."""

import pytest

from tests.factories.hostile import TEXTS
from tracker.text.nearest import find, nearest

TEXT = (
    "国务院印发《关于深入实施“人工智能+”行动的意见》。到2027年，新一代智能终端应用普及率超70%，智能经济核心产业规模快速增长。\n"
    "The State Council issued a guideline on the AI Plus initiative, with a penetration rate of 70 percent by 2027."
)


@pytest.mark.parametrize(
    ("quote", "found", "exact"),
    [
        ("新一代智能终端应用普及率超70%", "新一代智能终端应用普及率超70%", True),
        ("到2027年,新一代智能终端应用普及率超７０％", "到2027年，新一代智能终端应用普及率超70%", False),
        ("國務院印發《關於深入實施「人工智能+」行動的意見》", "国务院印发《关于深入实施“人工智能+”行动的意见》", False),
        ("到2027年……超70%", "到2027年，新一代智能终端应用普及率超70%", False),
        ("on the AI  Plus\ninitiative", "on the AI Plus initiative", False),
        ("超70%……到2027年", None, None),
        ("新一代智能终端应用普及率超80%", None, None),
        ("on the ai plus initiative", None, None),
        ("……", None, None),
    ],
)
def test_a_quote_is_found_as_it_is_or_folded(quote: str, found: str | None, exact: bool | None) -> None:
    place = find(TEXT, quote)
    assert (place and TEXT[place.start : place.end], place and place.exact) == (found, exact)


@pytest.mark.parametrize(
    ("quote", "near", "differences"),
    [
        (
            "到2027年，新一代智能终端应用普及率超90%，智能经济核心产业规模增长",
            "到2027年，新一代智能终端应用普及率超70%，智能经济核心产业规模快速增长",
            [("70%", "90%"), ("快速", "")],
        ),
        (
            "The State Council issued guidelines on the AI Plus initiative, with a penetration rate of 90 percent",
            "The State Council issued a guideline on the AI Plus initiative, with a penetration rate of 70 percent",
            [("a guideline", "guidelines"), ("70", "90")],
        ),
        (
            "工信部印发《关于深入实施人工智能+行动的意见》",
            "印发《关于深入实施“人工智能+”行动的意见》",
            [("", "工信部")],
        ),
        ("完全无关的一句话，讲的是天气预报和明天下雨", None, None),
        ("The weather will be fine tomorrow in most parts of the country", None, None),
        ("国务", None, None),
    ],
)
def test_the_nearest_wording_says_what_was_altered(
    quote: str, near: str | None, differences: list[tuple[str, str]] | None
) -> None:
    found = nearest(TEXT, quote)
    assert (found and TEXT[found.start : found.end], found and list(found.differences)) == (near, differences)
    assert found is None or 0.6 <= found.likeness < 1


@pytest.mark.parametrize("hostile", TEXTS.values(), ids=list(TEXTS))
def test_hostile_texts_are_looked_through(hostile: str) -> None:
    for text, quote in ((hostile, TEXT), (TEXT, hostile[:2000]), (hostile, hostile[:2000])):
        place, near = find(text, quote), nearest(text, quote)
        assert place is None or 0 <= place.start <= place.end <= len(text)
        assert near is None or 0 <= near.start < near.end <= len(text)
