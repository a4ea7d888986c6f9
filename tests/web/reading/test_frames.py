"""Tests that pages are put together from their frames and pieces, wherever a frame has places for them."""

import pytest
from markupsafe import Markup, escape

from tracker.web.kept import Store
from tracker.web.reading.frames import Framed, place, put_together


def frame(*places: int, text: str = "") -> bytes:
    """Return a page with places for pieces."""
    return Markup("<p>{}</p>").format(text).join(map(place, places)).encode()


@pytest.mark.parametrize(
    ("places", "expected"),
    [((0, 1), b"one<p></p>two"), ((1, 0, 1), b"two<p></p>one<p></p>two"), ((1,), b"two"), ((), b"")],
)
def test_pieces_come_where_their_places_are(places: tuple[int, ...], expected: bytes) -> None:
    assert put_together(Framed({}, [b"one", b"two"]), Store(9), None, lambda: frame(*places)) == expected


def test_a_frame_is_rendered_once_if_it_has_a_key() -> None:
    frames, rendered = Store(9), list[int]()

    def render() -> bytes:
        rendered.append(1)
        return frame(0)

    for key, expected in (("a", 1), ("a", 1), ("b", 2), (None, 3), (None, 4)):
        assert put_together(Framed({}, [b"%d" % expected]), frames, key, render) == b"%d" % expected
        assert len(rendered) == expected


@pytest.mark.parametrize("text", ["<!--{} 0-->", "&lt;!-- 0--&gt;", "\\1", "<!--00 0-->"])
def test_no_text_is_taken_for_a_place(text: str) -> None:
    told = escape(text)
    made = put_together(Framed({}, [b"one"]), Store(9), None, lambda: Markup("{}{}").format(told, place(0)).encode())
    assert made == f"{told}one".encode()
