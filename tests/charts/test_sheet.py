"""Tests stand-alone sheets and PNG: what is on them, that they are pictures, and that missing fonts are noticed."""

import io
from datetime import date, timedelta
from xml.etree import ElementTree as Xml

import pytest
from PIL import Image

from tests.factories.hostile import FORMATS, TEXTS
from tracker.acts import ACTS
from tracker.charts import png as drawing
from tracker.charts.lanes import Act, Lane, lanes
from tracker.charts.png import MissingExtraError, can_draw, draws_chinese, missing_font, png
from tracker.charts.sheet import Part, sheet
from tracker.charts.svg import Picture
from tracker.charts.width import shortened, width_of

DAY = date(2026, 3, 5)
LANES = lanes([Lane("AI Plus", [Act(DAY, "issued", "印发"), Act(DAY + timedelta(days=99), "pledged", "b")])], "label")
SVG = "{http://www.w3.org/2000/svg}"


def test_a_sheet_has_its_title_its_pictures_and_a_legend() -> None:
    made = sheet("AI Plus", [Part(LANES), Part(LANES, "again"), Part(Picture(), "nothing")], {act: act for act in ACTS})
    root = Xml.fromstring(made)  # noqa: S314 - our own drawing
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert words[0] == "AI Plus"
    assert "again" in words
    assert "nothing" not in words, "what is not drawn has no heading"
    assert words[-len(ACTS) :] == list(ACTS)
    assert float(root.get("height", 0)) == made.height > 2 * LANES.height
    assert len(list(root.iter(f"{SVG}svg"))) == 3
    assert sheet("AI Plus", [Part(Picture())], {"issued": "issued"}) == ""


def test_a_legend_has_as_many_rows_as_it_takes() -> None:
    small = lanes([Lane("", [Act(DAY, "issued", "x")])], "label", width=240)
    legend = {act: f"what was {act}" for act in ACTS}
    one, many = sheet("", [Part(small)], {"issued": "issued"}), sheet("", [Part(small)], legend)
    assert many.height - one.height == (len(ACTS) - 1) * 20
    assert many.width == one.width == 272


@pytest.mark.parametrize(("words", "most", "shown"), [("6G", 100, "6G"), ("人工智能", 36, "人工…"), ("abc", 0, "…")])
def test_words_that_are_too_wide_are_shortened(words: str, most: float, shown: str) -> None:
    assert shortened(words, most) == shown
    assert width_of(shown) <= max(most, 12)


@pytest.mark.parametrize("hostile", (TEXTS | FORMATS).values(), ids=list(TEXTS | FORMATS))
def test_hostile_titles_stay_texts(hostile: str) -> None:
    made = sheet(hostile, [Part(LANES, hostile)], {"issued": hostile})
    names = {one.tag.removeprefix(SVG) for one in Xml.fromstring(made.encode("utf-8", "replace")).iter()}  # noqa: S314
    assert names <= {"svg", "a", "g", "title", "path", "line", "text", "circle", "rect"}


def test_hostile_texts_are_drawn() -> None:
    parts = [Part(LANES, hostile) for hostile in TEXTS.values()]
    assert png(sheet("all", parts)).startswith(b"\x89PNG")


def test_a_png_is_twice_as_large_and_white_behind() -> None:
    with Image.open(io.BytesIO(png(LANES))) as image:
        assert image.format == "PNG"
        assert image.size == (round(LANES.width * 2), round(LANES.height * 2))
        assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)
        assert (11, 87, 164) in {colour for _, colour in image.convert("RGB").getcolors(100_000) or ()}, "the mark"


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    assert not can_draw()
    with pytest.raises(MissingExtraError, match=r"pip install 'policy-initiative-tracker\[charts\]'"):
        png(f"{LANES} ")


def test_it_is_seen_whether_a_font_has_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not draws_chinese(fonts=False)
    chinese = lanes([Lane("人工智能", [Act(DAY, "issued", "x")]), Lane("b", [])], "label")
    assert missing_font(chinese, fonts=False) == "letters"
    monkeypatch.setattr(drawing, "_draws", lambda two, **_: two == "ab")
    assert missing_font(chinese) == "Chinese"
    assert missing_font(LANES) is None, "only a pointer brings up its Chinese"
