"""Test that lines of one width are read as the sentences they were broken from, and other lines as they stand."""

import textwrap

import pytest

from tests.tag.sayings import said
from tracker.text.condensed import condensed

SENTENCES = (
    "工业和信息化部有关负责人在会上介绍，今年前三季度全国新增绿色工厂一千三百家，其中大多数在中西部地区，"
    "下一步将继续完善绿色制造标准，支持企业采用先进适用的节能技术，并加快建设零碳园区，推动重点行业改造升级。"
)
HEADLINE = "前三季度新增绿色工厂一千三百家\n\n"
IN_LINES = textwrap.wrap(SENTENCES, 24)
INDENTED = "\n".join((*IN_LINES[:2], f"　　{IN_LINES[2]}", *IN_LINES[3:]))
HEADINGS = "一是加快改造，稳住增长\n二是培育新业，进入新期\n三是绿色发展，成效显著"
LISTED = "\n".join(f"某某市第{number}批绿色工厂申报企业{'名' * (number % 7)}" for number in range(1, 20))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\n".join(IN_LINES), SENTENCES),
        (HEADLINE + "\n".join(IN_LINES), HEADLINE + SENTENCES),
        (HEADLINE + "\n\n".join(IN_LINES), HEADLINE + SENTENCES),
        # blanks that fill a line
        ("\n".join((*IN_LINES[:3], " ".join(IN_LINES[3]), *IN_LINES[4:])), SENTENCES),
        # the indent of a paragraph, a line for each item, and a width that no page has
        (INDENTED, INDENTED.replace("\n", "").replace("　　", "\n　　")),
        (LISTED, LISTED),
        (f"{SENTENCES}\n{HEADINGS}\n{SENTENCES}", f"{SENTENCES}\n{HEADINGS}\n{SENTENCES}"),
        ("\n".join(textwrap.wrap(SENTENCES, 8)), "\n".join(textwrap.wrap(SENTENCES, 8))),
        ("\n".join(["a short line of an English text"] * 9), "\n".join(["a short line of an English text"] * 9)),
    ],
)
def test_only_breaks_inside_sentences_are_left_out(text: str, read: str) -> None:
    assert condensed(text).text == read


def test_a_word_in_two_lines_is_found_and_quoted_as_it_stands() -> None:
    text = "\n".join(textwrap.wrap(SENTENCES, 22))
    mention = said(text, "zero-carbon-parks")
    assert mention.act == "pledged"
    assert "\n" in mention.quote
    assert mention.quote == text[mention.start : mention.end]
