"""Put pictures below each other on a stand-alone sheet: under titles, with the legend of the marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.charts.marks import mark
from tracker.charts.svg import FAINT, GROUND, INK, Picture, element, picture, text
from tracker.charts.width import shortened, width_of

MARGIN, TITLE, HEADING = 16.0, 30.0, 24.0
LEGEND, LEGEND_ROW = 26.0, 20.0
TITLE_SIZE, HEADING_SIZE = 17, 13


@dataclass(frozen=True)
class Part:
    """One picture of a sheet, with the text above it, if any."""

    picture: Picture
    heading: str = ""


def sheet(title: str, parts: Sequence[Part], legend: Mapping[str, str] | None = None) -> Picture:
    """Draw the sheet; `legend` has the words of each act whose mark is explained. Empty if there are no pictures."""
    shown = [part for part in parts if part.picture]
    if not shown:
        return Picture()
    wide = max(part.picture.width for part in shown)
    drawn = [element("text", text(shortened(title, wide, TITLE_SIZE)), x=MARGIN, y=MARGIN + 14, **_ink(TITLE_SIZE))]
    top = MARGIN + TITLE
    for part in shown:
        if part.heading:
            words = text(shortened(part.heading, wide, HEADING_SIZE))
            drawn.append(element("text", words, x=MARGIN, y=top + 14, **_ink(HEADING_SIZE)))
            top += HEADING
        drawn.append(element("g", part.picture, transform=f"translate({MARGIN:.0f} {top:.1f})"))
        top += part.picture.height + MARGIN / 2
    if legend:
        marks, top = _legend(legend, top, wide + MARGIN)
        drawn.append(marks)
    ground = element("rect", x=0, y=0, width=wide + 2 * MARGIN, height=top + MARGIN / 2, fill=GROUND, class_="ground")
    return picture(wide + 2 * MARGIN, top + MARGIN / 2, title, ground, *drawn, role="group")


def _legend(legend: Mapping[str, str], top: float, right: float) -> tuple[str, float]:
    """Draw the words of the marks, in as many rows as it takes to end at `right`; return them and where they end."""
    drawn, left = [], MARGIN + 8
    for act, words in legend.items():
        if left + 11 + width_of(words) > right and left > MARGIN + 8:
            left, top = MARGIN + 8, top + LEGEND_ROW
        drawn.append(mark(act, left, top + 10))
        drawn.append(element("text", text(words), x=left + 11, y=top + 14, fill=FAINT, class_="faint"))
        left += 11 + width_of(words) + 18
    return element("g", *drawn), top + LEGEND


def _ink(size: int) -> dict[str, object]:
    return {"font_size": size, "font_weight": "bold", "fill": INK, "class_": "ink"}
