"""Draw the mark of an act. Acts differ by shape, so that grey is enough; what is only promised is hollow."""

from tracker.charts.svg import GROUND, element

# Centre at 0, 0. A path and whether it is filled.
SHAPES = {
    "issued": ("M-5-5H5V5H-5Z", True),
    "launched": ("M0-6L6 5H-6Z", True),
    "designated": ("M0-6L6 0L0 6L-6 0Z", True),
    "pledged": ("M0-5A5 5 0 1 1 0 5A5 5 0 1 1 0-5Z", False),
    "progress": ("M0-5A5 5 0 1 1 0 5A5 5 0 1 1 0-5Z", True),
    "mentioned": ("M0-2.5A2.5 2.5 0 1 1 0 2.5A2.5 2.5 0 1 1 0-2.5Z", True),
}
COLOURS = {
    "issued": "#0b57a4",
    "launched": "#9a3412",
    "designated": "#6b21a8",
    "pledged": "#0b57a4",
    "progress": "#166534",
    "mentioned": "#5b6670",
}


def mark(act: str, x: float, y: float) -> str:
    """Draw the mark of an act with its centre at a position; an unknown act gets that of `mentioned`."""
    path, full = SHAPES.get(act, SHAPES["mentioned"])
    colour = COLOURS.get(act, COLOURS["mentioned"])
    kind = act if act in SHAPES else "mentioned"
    return element(
        "path",
        d=path,
        transform=f"translate({x:.1f} {y:.1f})",
        fill=colour if full else GROUND,
        stroke=colour,
        stroke_width=1.5,
        class_=f"mark {kind}" + ("" if full else " hollow"),
    )


def badge(act: str) -> str:
    """Draw the mark alone, to stand beside a word; screen readers read only the word."""
    return element("svg", mark(act, 8, 8), viewBox="0 0 16 16", width=16, height=16, aria_hidden="true", class_="badge")
