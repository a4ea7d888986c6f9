"""Draws docs/pictures from the demo's database: `python -m tests.web.reading.pictures`, or with the file of one."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.servers.browser import Browser, browser
from tests.web.reading.serving import served
from tracker.demo.show import demonstrate

FOLDER = Path(__file__).parents[3] / "docs" / "pictures"
# Name, address, width, dark mode, and how much of the page.
SHOTS = [
    ("news", "/news?lang=en", 1100, False, 1100),
    ("initiative", "/initiatives/charging-infrastructure?lang=en", 1100, False, 1900),
    ("announcement", "/announcements/{newest}?lang=en", 1100, False, 1300),
    ("compare", "/compare?initiative=ai-plus&initiative=quantum&initiative=equipment-renewal&lang=zh", 1100, True, 700),
    ("phone", "/initiatives/ai-plus?lang=zh", 390, False, 1300),
]
COLOURS = 64


def draw(shown: Browser, url: str, name: str, width: int, most: int, *, dark: bool) -> Path:
    """Write one view of a page to a file, in few colours."""
    shown.visit(url, width, dark=dark)
    picture = Image.open(io.BytesIO(shown.picture(most))).convert("RGB")
    file = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE).save(file, optimize=True)
    return file


def main(database: Path | None = None) -> None:
    """Draw all of them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if database is None:
            database = Path(folder) / "demo.db"
            assert demonstrate(Path(folder), print)
        with served(database.parent, database=f"sqlite:///{database}") as site, browser() as shown:
            newest = site.client.get("/initiatives/ai-plus").text.partition('id="announcement-')[2].partition('"')[0]
            for name, path, width, dark, most in SHOTS:
                file = draw(shown, site.url + path.format(newest=newest), name, width, most, dark=dark)
                print(f"{file.relative_to(FOLDER.parents[1])}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
