"""Tests the charts as XML: what they show, how they label it, and that no text can break out of its place."""

from datetime import date, timedelta
from xml.etree import ElementTree as Xml

import pytest

from tests.factories.hostile import FORMATS, TEXTS
from tracker.acts import ACTS
from tracker.charts.attention import months, sparkline
from tracker.charts.lanes import Act, Lane, lanes
from tracker.charts.marks import SHAPES, badge
from tracker.charts.series import Value, series_chart
from tracker.charts.time_axis import Axis, padded

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 3, 5)


def all_of(drawn: str, name: str) -> list[Xml.Element]:
    """Return the elements of a picture with this name."""
    return list(Xml.fromstring(drawn).iter(SVG + name))  # noqa: S314 - our own drawing


def test_every_act_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(ACTS)
    assert len(set(SHAPES.values())) == len(ACTS), "grey is enough"
    assert [act for act in ACTS if not SHAPES[act][1]] == ["pledged"], "what is only promised is hollow"
    assert 'aria-hidden="true"' in badge("issued")


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2026, 1, 1), date(2026, 3, 1), ["2026-01", "2026-02", "2026-03"]),
        (date(2024, 11, 1), date(2026, 2, 1), ["2024-12", "2025-03", "2025-06", "2025-09", "2025-12"]),
        (date(2005, 5, 1), date(2026, 1, 1), [str(year) for year in range(2006, 2027, 2)]),
    ],
)
def test_an_axis_names_as_many_months_as_there_is_room_for(first: date, last: date, names: list[str]) -> None:
    axis = Axis(first, last, 0, 600 if len(names) != 5 else 400)
    assert [name for _, name in axis.ticks()] == names
    assert axis.place(first - timedelta(days=9)) == 0


def test_an_axis_has_two_months_at_least() -> None:
    first, last = padded(DAY, DAY)
    assert (first, (last - first).days) == (date(2026, 3, 1), 62)


def test_lanes_show_each_act_and_put_together_what_would_cover_it() -> None:
    acts = [
        Act(DAY, "issued", "a", "/announcements/1"),
        Act(DAY, "issued", "b", "/announcements/2"),
        Act(DAY, "pledged", "c"),
    ]
    far = [Act(DAY - timedelta(days=300), "issued", "d", "/announcements/3")]
    drawn = lanes([Lane("AI Plus", acts), Lane("6G", far)], "label", DAY)
    assert [link.get("href") for link in all_of(drawn, "a")] == ["/announcements/2", "/announcements/3"]
    assert [title.text for title in all_of(drawn, "title")] == [*("2026-03-05 c", "2026-03-05 b (+1)", "2025-05-09 d")]
    assert lanes([Lane("nothing", [])], "label") == ""


def test_a_ring_is_around_what_is_stressed_once_for_marks_put_together() -> None:
    acts = [Act(DAY, "issued", "a", stressed=True), Act(DAY, "issued", "b", stressed=True), Act(DAY, "pledged", "c")]
    (ring,) = all_of(lanes([Lane("AI Plus", acts)], "label"), "circle")
    assert ring.get("fill") == "none"


@pytest.mark.parametrize(
    ("name", "shown"), [("Low-altitude economy", "Low-altitude economy"), ("低空经济" * 9, "低空经济低空经济低空…")]
)
def test_names_end_before_their_lanes(name: str, shown: str) -> None:
    drawn = lanes([Lane(name, [Act(DAY, "issued", "a")]), Lane("6G", [])], "label", width=448)
    assert all_of(drawn, "text")[-2].text == shown
    assert float(all_of(drawn, "svg")[0].get("width", 0)) == 448


def test_an_unknown_act_is_left_out() -> None:
    assert "shouted" not in lanes([Lane("a", [Act(DAY, "shouted", "x"), Act(DAY, "issued", "y")])], "label")


def test_a_series_shows_results_full_and_targets_hollow() -> None:
    values = [
        Value(DAY, 10, "10", "10 then"),
        Value(DAY + timedelta(days=90), 20, "20", "20 then"),
        Value(date(2027, 12, 31), 50, "50", "50 by 2027", is_target=True),
    ]
    drawn = series_chart(values, "label")
    assert [(one.get("fill"), "hollow" in (one.get("class") or "")) for one in all_of(drawn, "circle")] == [
        *(("#0b57a4", False), ("#0b57a4", False), ("#ffffff", True))
    ]
    assert len(all_of(drawn, "path")) == 1, "a line joins the results alone"
    heights = [float(one.get("cy", 0)) for one in all_of(drawn, "circle")]
    assert heights == sorted(heights, reverse=True)
    assert series_chart([], "label") == ""


def test_no_label_covers_another_or_a_point() -> None:
    values = [
        Value(date(2027, 12, 31), 60 + number, f"{60 + number}万个充电设施", "t", is_target=True)
        for number in range(40)
    ]
    drawn = series_chart(values, "label")
    boxes = []
    for one in all_of(drawn, "text"):
        if "ink" in (one.get("class") or ""):
            wide = sum(12 if ord(sign) > 0x2E7F else 6.6 for sign in one.text or "")
            x, y = float(one.get("x", 0)), float(one.get("y", 0))
            boxes.append((x - wide / 2, x + wide / 2, y - 12, y + 3))
    assert 2 <= len(boxes) < 40
    assert all(left >= 0 and right <= 640 for left, right, _, _ in boxes)
    for number, (left, right, top, bottom) in enumerate(boxes):
        assert not [o for o in boxes[number + 1 :] if left < o[1] and o[0] < right and top < o[3] and o[2] < bottom]


@pytest.mark.parametrize("value", [0.0, 5.0, -3.0, 1e15])
def test_a_series_of_one_value_is_drawn(value: float) -> None:
    drawn = series_chart([Value(DAY, value, "x", "x"), Value(DAY, value, "x", "x")], "label")
    assert "nan" not in drawn
    assert len(all_of(drawn, "circle")) == 2


def test_attention_has_a_bar_for_each_month() -> None:
    assert months(date(2026, 1, 31), 3) == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]
    assert len(all_of(sparkline([2, 0, 4], "label"), "rect")) == 2


@pytest.mark.parametrize("hostile", (TEXTS | FORMATS).values(), ids=list(TEXTS | FORMATS))
def test_hostile_texts_stay_texts(hostile: str) -> None:
    acts = [Act(DAY, "issued", hostile, "/announcements/1")]
    for drawn in (
        lanes([Lane(hostile, acts), Lane("b", acts)], hostile),
        series_chart([Value(DAY, 1, hostile, hostile)], hostile),
        sparkline([1], hostile),
    ):
        names = {one.tag.removeprefix(SVG) for one in Xml.fromstring(drawn.encode("utf-8", "replace")).iter()}  # noqa: S314
        assert names <= {"svg", "a", "g", "title", "path", "line", "text", "circle", "rect"}
        assert "\u202e" not in drawn
