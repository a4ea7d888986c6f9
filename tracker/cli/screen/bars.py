"""Draw counts and values with block characters, one cell each, for a terminal."""

from collections.abc import Sequence

from rich.text import Text

BLOCKS = "▁▂▃▄▅▆▇█"
NOTHING = "·"
STYLE = "blue"


def sparkline(values: Sequence[float]) -> Text:
    """Return one column for each value, scaled from zero to the highest; a zero is a dot."""
    most = max([*values, 0])
    return Text("".join(_block(value, most) for value in values), STYLE)


def _block(value: float, most: float) -> str:
    return BLOCKS[max(round(value / most * len(BLOCKS)), 1) - 1] if value > 0 else NOTHING
