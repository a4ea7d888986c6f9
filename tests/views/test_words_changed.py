"""Two versions of a text, compared word by word."""

import pytest

from tracker.views.words_changed import MOST_WORDS, Piece, changed_paragraphs

CASES = [
    ("a\nb", "a\nb", []),
    ("a\n\n b ", "a\nb\n", []),
    ("到2025年建成", "到2027年建成", [[("same", "到"), ("dropped", "2025"), ("added", "2027"), ("same", "年建成")]]),
    ("加快发展", "加快高质量发展", [[("same", "加快"), ("added", "高质量"), ("same", "发展")]]),
    ("one two", "one", [[("same", "one"), ("dropped", " two")]]),
    ("a", "a\nb", [[("added", "b")]]),
    ("a\nb", "b", [[("dropped", "a")]]),
    ("", "", []),
    ("x " * MOST_WORDS, "y", [[("dropped", ("x " * MOST_WORDS).strip()), ("added", "y")]]),
]


@pytest.mark.parametrize(("old", "new", "changed"), CASES)
def test_changed_paragraphs_show_what_was_added_and_dropped(
    old: str, new: str, changed: list[list[tuple[str, str]]]
) -> None:
    assert changed_paragraphs(old, new) == [[Piece(*piece) for piece in pieces] for pieces in changed]
