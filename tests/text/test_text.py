"""Tests that folding finds its way back, and that texts are split into sentences and paragraphs."""

import pytest

from tracker.text.normalize import fold, paragraphs, punctuated, sentences

FOLDED = [
    ("ＡＩ＋制造", "AI+制造"),
    ("“AI Plus” initiative", " AI Plus initiative"),
    ("“人工智能＋”行动", "人工智能+行动"),
    ("國家級製造業創新中心", "国家级制造业创新中心"),
    ("low-altitude economy", "low altitude economy"),
    ("new- and high-tech", "new and high tech"),
    ("SHANGHAI - Global", "SHANGHAI - Global"),
    ("new  quality\nproductive\u00a0forces", "new quality productive forces"),
    ("人工 智能　+ 制造", "人工智能+制造"),
    ("AI + manufacturing", "AI+manufacturing"),
    ("pro\u00adduc\u200btive", "productive"),
    ("人工智能\n制造业", "人工智能\n制造业"),
    ("first\n\nsecond", "first\nsecond"),
    ("数据要素✕", "数据要素×"),
    ("İstanbul", "Istanbul"),
    ("\ud83d6G", "�6G"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_signs_without_meaning_fold_away(text: str, folded: str) -> None:
    assert fold(text).text == folded
    assert len(fold(text).lower) == len(folded)


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("发展“新质 生产力”。", "新质生产力", "新质 生产力"),
        ("an “AI  Plus” plan", "AI Plus", "AI  Plus"),
        ("實施“人工智能＋”行動", "人工智能+行动", "人工智能＋”行動"),
        ("the low-altitude\neconomy grew", "low altitude economy", "low-altitude\neconomy"),
    ],
)
def test_a_folded_stretch_finds_its_original(text: str, part: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(part)
    span = folded.original(start, start + len(part))
    assert text[span.start : span.end] == original


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一是改革。二是开放！“好。”三是创新；", ["一是改革。", "二是开放！", "“好。”", "三是创新；"]),
        ("Mr. Li spoke. The U.S. grew 2.5 percent. Done", ["Mr. Li spoke.", "The U.S. grew 2.5 percent.", "Done"]),
        # A line broken inside a sentence does not end it; nor does a clause that introduces what it reports.
        ("hydrogen stations\nwill be built. Done", ["hydrogen stations\nwill be built.", "Done"]),
        ("编制了《指南》。现印发给你们。请执行。", ["编制了《指南》。现印发给你们。", "请执行。"]),
        ("标题\n\n  正文  \n", ["标题", "正文"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_a_line_that_a_link_broke_continues() -> None:
    text = 'At its\nJuly meeting\n, it named the\n"new economy" (MIIT)\n—a term.\nThe next line'
    assert punctuated(text) == 'At its July meeting , it named the "new economy" (MIIT) —a term.\nThe next line'


def test_a_pronunciation_is_not_seen() -> None:
    text = "發(fā)展數(shù)字經(jīng)濟(AI)，见表(a)。"
    assert len(punctuated(text)) == len(text)
    assert fold(punctuated(text)).text == "发展数字经济（AI），见表（a）。"


def test_paragraphs_are_lines_that_hold_something() -> None:
    text = "一。二。\n \n  three  \n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["一。二。", "three"]
