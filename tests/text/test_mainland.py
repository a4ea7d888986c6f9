"""Test the words of Taiwan and Hong Kong that are read as those of the mainland."""

import pytest
from opencc import OpenCC

from tracker.text.mainland import WORDS, mainland, spellings
from tracker.text.normalize import fold, plain_words

PAGES = [
    ("工業和資訊化部發布《“人工智慧+製造”專項行動實施意見》", '工业和信息化部发布《"人工智能+制造"专项行动实施意见》'),
    ("發展工業網際網路，推進資訊化和工業化", "发展工业互联网，推进信息化和工业化"),
    ("「網際網路+」行動計畫", '"互联网+"行动计划'),
    ("數位經濟、數位中國、智慧製造、智慧網聯汽車", "数字经济、数字中国、智能制造、智能网联汽车"),
    ("人形機械人、晶片、第六代行動通訊", "人形机器人、芯片、第六代移动通信"),
]


@pytest.mark.parametrize(("text", "mainlands"), PAGES)
def test_a_text_is_read_in_words_of_the_mainland(text: str, mainlands: str) -> None:
    read = plain_words(text)
    assert (read.replace("\u200b", ""), len(read)) == (mainlands, len(text))
    assert fold(text).text == mainlands.replace('"', "")


@pytest.mark.parametrize(
    "text", ["建设智慧城市", "数位院士到会", "查阅资料", "提升服务品质", "信息通讯", "Smart factories"]
)
def test_words_that_both_have_stay(text: str) -> None:
    assert mainland(text) == text


@pytest.mark.parametrize("text", ["工业互联网", "智能制造", "数字经济", "信息化", "大数据"])
def test_the_spellings_of_a_word_are_read_as_the_word(text: str) -> None:
    abroad = spellings(text) - {text}
    assert abroad
    assert {mainland(one).replace("\u200b", "") for one in abroad} == {text}


def test_a_word_is_as_long_as_what_is_read_for_it_and_simplified() -> None:
    simplified = OpenCC("t2s")
    for word, ours in WORDS:
        literal = word.partition("(?=")[0]
        assert len(literal) == len(ours)
        assert simplified.convert(literal) == literal
