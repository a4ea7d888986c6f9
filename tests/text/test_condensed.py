"""Test that what has no meaning is left out of a text, and what is left is found again."""

from datetime import date

import pytest

from tests.tag.sayings import said
from tracker.text.condensed import condensed

TEXTS = [
    ("企業(yè)入圍，產(chǎn)業(yè)鏈。", "企業入圍，產業鏈。"),
    ("會(huì )議（下稱大會）在京舉行", "會議（下稱大會）在京舉行"),
    ("企业(SOE)入围", "企业(SOE)入围"),
    ("截至 2022 年 1 月，共 273.1 万台，占比 68.8% 左右", "截至2022年1月，共273.1万台，占比68.8%左右"),
    ("By May 2026 the plan", "By May 2026 the plan"),
    ("产量 1 202 同比", "产量1 202同比"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "left"), TEXTS)
def test_what_has_no_meaning_is_left_out_and_every_stretch_is_found_again(text: str, left: str) -> None:
    read = condensed(text)
    assert read.text == left
    for start in range(len(left)):
        for end in range(start + 1, len(left) + 1):
            place = read.original(start, end)
            assert condensed(text[slice(*place)]).text == left[start:end]


def test_a_quote_stands_in_the_text_as_it_was_published() -> None:
    text = (
        "近日召開全國工業(yè)和信息化工作會(huì)議。"
        "會(huì)議要求發(fā)展工業(yè)互聯(lián)網(wǎng)，新建工廠(chǎng)500家。"
    )
    mention = said(text, "industrial-internet")
    assert (mention.act, mention.body) == ("pledged", "miit")
    assert mention.quote == text[mention.start : mention.end]
    assert condensed(mention.quote).text == "會議要求發展工業互聯網，新建工廠500家。"


def test_blanks_beside_digits_change_no_reading() -> None:
    text = "2 月 18 日消息，截至 2022 年 1 月，全国充电桩达到 117.8 万台，同比增长 45.2%。"
    mention = said(text, "charging-infrastructure", published=date(2022, 2, 18))
    assert [figure["kind"] for figure in mention.figures] == ["result", "result"]
