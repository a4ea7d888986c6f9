"""Draw docs/mails: each sample mail on desk and phone, light and dark: `python -m tests.alerts.pictures`."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from config import load
from tests.alerts.letters import shown as as_shown
from tests.alerts.sample_mails import SAMPLES, sample
from tests.servers.browser import Browser, browser

FOLDER = Path(__file__).parents[2] / "docs" / "mails"
WIDTHS = {"desk": 1000, "phone": 390}
MOST_HEIGHT = 1500
COLOURS = 64
GAP = 24


def draw(name: str, html: str, shown: Browser) -> Path:
    """Put the four views of one mail side by side into one file, in few colours."""
    views = [_view(shown, html, width, dark=dark) for width in WIDTHS.values() for dark in (False, True)]
    whole = Image.new("RGB", (sum(v.width + GAP for v in views) - GAP, max(v.height for v in views)), "#8a8f98")
    left = 0
    for view in views:
        whole.paste(view, (left, 0))
        left += view.width + GAP
    file = FOLDER / f"{name}.png"
    whole.quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE).save(file, optimize=True)
    return file


def _view(shown: Browser, html: str, width: int, *, dark: bool) -> Image.Image:
    shown.show(html, width, dark=dark, height=200)
    return Image.open(io.BytesIO(shown.picture(MOST_HEIGHT))).convert("RGB")


def main() -> None:
    """Draw all of them, or those that are named."""
    FOLDER.mkdir(exist_ok=True)
    config = load()
    with browser() as shown:
        for name in sys.argv[1:] or SAMPLES:
            with tempfile.TemporaryDirectory() as folder:
                file = draw(name, as_shown(sample(name, config, Path(folder))), shown)
                print(f"{file.relative_to(FOLDER.parents[1])}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
