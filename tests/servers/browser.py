"""Show HTML in Debian's Chromium, without a screen and without a network, and report what it shows."""

import base64
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.lacking import cannot_run

DRIVER = "chromedriver"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
# Every text with its own colour, its background, and their contrast (WCAG 2.2, 1.4.3).
CONTRAST = """
const parts = c => c.match(/[\\d.]+/g).map(Number);
const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
const ground = e => {
  for (; e; e = e.parentElement) {
    const c = parts(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] === 1) return c;
  }
  return [255, 255, 255];
};
const found = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const e = walk.currentNode.parentElement, text = walk.currentNode.textContent.trim();
  if (!text || !e.getClientRects().length) continue;
  const [a, b] = [lum(parts(getComputedStyle(e).color)), lum(ground(e))].sort((x, y) => y - x);
  found.push([(a + .05) / (b + .05), text.slice(0, 60), parseFloat(getComputedStyle(e).fontSize)]);
}
return found;
"""
WIDEST = """
return Math.max(document.documentElement.scrollWidth,
  ...[...document.body.querySelectorAll('*')].map(e => e.getBoundingClientRect().right));
"""


@dataclass
class Browser:
    """A running Chromium with one tab."""

    driver: webdriver.Chrome
    folder: Path

    def show(self, html: str, width: int, *, dark: bool = False, height: int = 800) -> None:
        """Open a page as a window of `width` pixels shows it, in light or dark."""
        file = self.folder / "page.html"
        file.write_text(html, encoding="utf-8")
        self.visit(file.as_uri(), width, dark=dark, height=height)

    def visit(self, url: str, width: int, *, dark: bool = False, height: int = 800) -> None:
        """Open an address as a window of `width` pixels shows it, in light or dark."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.command("Emulation.setEmulatedMedia", features=scheme)
        # A new tab fetches things of its own, and an earlier page may have.
        self.driver.get("about:blank")
        self.asked(), self.complaints()
        self.driver.get(url)

    def command(self, name: str, **parameters: Any) -> Any:
        """Send Chromium a command of its DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def widest(self) -> float:
        """Return how far to the right anything reaches, in pixels."""
        return float(self.driver.execute_script(WIDEST))  # type: ignore[no-untyped-call]

    def contrasts(self) -> list[tuple[float, str, float]]:
        """Return every visible text with its contrast to the background, and its font size in pixels."""
        return [tuple(found) for found in self.driver.execute_script(CONTRAST)]  # type: ignore[no-untyped-call]

    def asked(self) -> list[str]:
        """Return what the page requested, besides itself and what it carries."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith((self.folder.as_uri(), "data:"))]

    def complaints(self) -> list[str]:
        """Return what its console reports."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")]

    def picture(self, most: int) -> bytes:
        """Return the page as a PNG in its whole length, but at most so many pixels of it."""
        size = self.command("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], most), "scale": 1}
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(shot["data"])


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium; without one, fail under CI and skip loudly elsewhere."""
    program, driver = shutil.which("chromium"), shutil.which(DRIVER)
    if not program or not driver:
        cannot_run("no chromium and chromedriver: apt-get install chromium chromium-driver fonts-noto-cjk")
    options = Options()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for flag in (*FLAGS, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        running = webdriver.Chrome(options=options, service=Service(driver))
        try:
            yield Browser(running, Path(folder))
        finally:
            running.quit()
