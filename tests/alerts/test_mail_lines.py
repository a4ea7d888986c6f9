"""Tests that text is broken into lines as a terminal needs it, in both languages."""

import pytest
from rich.cells import cell_len

from tests.factories.hostile import TEXTS
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wrap import CLOSING, OPENING, lay_out

CHINESE = (
    "国务院日前印发《关于深化拓展“人工智能+”行动的意见》，提出到2028年重点行业智能体应用普及率达到70%，并建成数据集。"
)
ENGLISH = 'The State Council, China\'s cabinet, on Tuesday issued a guideline on the "AI Plus" initiative (2025-2027).'
ADDRESS = "https://www.gov.cn/zhengce/" + "a" * 90


@pytest.mark.parametrize("width", [20, 37, 72])
@pytest.mark.parametrize("text", [CHINESE, ENGLISH, f"{CHINESE} {ENGLISH}", "x" * 200, "人" * 200, ""])
def test_no_line_is_too_long_and_nothing_is_lost(text: str, width: int) -> None:
    laid_out = lay_out(text, "  > ", "  > ", width)
    lines = laid_out.split("\n")
    assert max(map(cell_len, lines)) <= width
    assert all(line.startswith("  >") for line in lines)
    assert "".join(line[4:] for line in lines).replace(" ", "") == text.replace(" ", "")


def test_a_line_begins_with_no_sign_that_ends_something() -> None:
    for width in range(8, 73):
        lines = lay_out(CHINESE, width=width).split("\n")
        assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]


def test_words_and_addresses_stay_whole() -> None:
    assert set(ENGLISH.split()) <= set(lay_out(ENGLISH, width=30).split())
    assert ADDRESS in lay_out(f"see {ADDRESS} there").split("\n")


def test_labels_stand_before_what_they_label() -> None:
    assert lay_out("one two three", "Day  ", "     ", 12) == "Day  one two\n     three"


@pytest.mark.parametrize("name", TEXTS)
def test_whatever_is_written_is_laid_out(name: str) -> None:
    text = clean(TEXTS[name], 1500)
    lines = lay_out(text, "  ", "  ").split("\n")
    assert all(cell_len(line) <= 72 or "://" in line for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
