"""Test that pronunciations between the characters of a text are left out, and what is left is found again."""

import pytest

from tests.tag.sayings import said
from tracker.text.pronounced import unpronounced

TEXTS = [
    ("企業(yè)入圍，產(chǎn)業(yè)鏈。", "企業入圍，產業鏈。"),
    ("會(huì )議（下稱大會）在京舉行", "會議（下稱大會）在京舉行"),
    ("企业(SOE)入围", "企业(SOE)入围"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "left"), TEXTS)
def test_pronunciations_are_left_out_and_every_stretch_is_found_again(text: str, left: str) -> None:
    read = unpronounced(text)
    assert read.text == left
    for start in range(len(left)):
        for end in range(start + 1, len(left) + 1):
            place = read.original(start, end)
            assert unpronounced(text[slice(*place)]).text == left[start:end]


def test_a_quote_stands_in_the_text_as_it_was_published() -> None:
    text = (
        "近日召開全國工業(yè)和信息化工作會(huì)議。"
        "會(huì)議要求發(fā)展工業(yè)互聯(lián)網(wǎng)，新建工廠(chǎng)500家。"
    )
    mention = said(text, "industrial-internet")
    assert (mention.act, mention.body) == ("pledged", "miit")
    assert mention.quote == text[mention.start : mention.end]
    assert unpronounced(mention.quote).text == "會議要求發展工業互聯網，新建工廠500家。"
