"""Tests charts of pages as pictures, and formats by `Accept`: each equals the answer at the address with its suffix."""

import io
import re
from xml.etree import ElementTree as Xml

import httpx
import pytest
from PIL import Image

from tracker.web.by_accept import MEDIA_TYPES, asked_for

CHARTS = [
    "/initiatives/ai-plus",
    "/initiatives/low-altitude-economy/figures",
    "/initiatives/ai-plus/attention",
    "/compare?initiative=ai-plus&initiative=low-altitude-economy",
    "/news?since=2020",
]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,*/*;q=0.8"


def with_suffix(address: str, suffix: str) -> str:
    """Return the address of a page with a suffix after its path."""
    path, mark, query = address.partition("?")
    return f"{path}{suffix}{mark}{query}"


@pytest.mark.parametrize("address", CHARTS)
def test_every_chart_is_a_picture(programs: httpx.Client, address: str) -> None:
    drawn = programs.get(with_suffix(address, ".svg"))
    assert (drawn.status_code, drawn.headers["Content-Type"]) == (200, "image/svg+xml")
    links = re.findall(r'href="([^"]*)"', drawn.text)
    assert all(link.startswith(f"{str(programs.base_url).rstrip('/')}/announcements/") for link in links)
    assert Xml.fromstring(drawn.text).tag.endswith("svg")  # noqa: S314 - our own drawing
    again = programs.get(with_suffix(address, ".svg"), headers={"If-None-Match": drawn.headers["ETag"]})
    assert again.status_code == 304
    with Image.open(io.BytesIO(programs.get(with_suffix(address, ".png")).content)) as image:
        assert image.format == "PNG"
    if not address.endswith(("figures", "attention")):
        named = programs.get(address, headers={"Accept": "image/svg+xml"})
        assert named.text == drawn.text
        assert named.headers["Vary"] == "Accept-Language, Accept"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/initiatives/nothing.svg", 404),
        ("/initiatives/six-g.svg", 404),
        ("/initiatives/low-altitude-economy/figures.svg?series=9", 400),
        ("/initiatives/low-altitude-economy/figures.png?series=1", 200),
        ("/compare.svg?initiative=nothing", 400),
        ("/compare.png", 404),
        ("/news.svg?since=never", 400),
    ],
)
def test_what_cannot_be_drawn_is_said(programs: httpx.Client, address: str, status: int) -> None:
    assert programs.get(address).status_code == status


@pytest.mark.parametrize("suffix", [".atom", ".feed.json", ".ics", ".json", ".csv", ".xlsx"])
def test_a_list_comes_as_accept_asks(programs: httpx.Client, suffix: str) -> None:
    asked = programs.get("/initiatives/ai-plus", headers={"Accept": MEDIA_TYPES[suffix]})
    assert asked.headers["Content-Type"].partition(";")[0] == MEDIA_TYPES[suffix]
    assert "Accept" in asked.headers["Vary"]
    if suffix in (".atom", ".json", ".csv"):
        assert asked.content == programs.get(f"/initiatives/ai-plus{suffix}").content


def test_a_browser_gets_a_page(programs: httpx.Client) -> None:
    for accept in (BROWSER, "*/*", "text/html", "text/*, application/json;q=0.5", ""):
        page = programs.get("/initiatives/ai-plus", headers={"Accept": accept})
        assert page.headers["Content-Type"] == "text/html; charset=utf-8", accept
        assert page.headers["Vary"] == "Accept, Accept-Language"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("image/png, */*", "image/png"),
        ("image/png;q=0.5, image/svg+xml", "image/svg+xml"),
        ("text/html, image/png", None),
        ("text/html;q=0.5, image/png", "image/png"),
        ("image/png;q=0.1, */*", None),
        ("image/png;q=0", None),
        ("image/png;q=much", None),
        ("text/csv", None),
        (",,;;=,\x00" * 50, None),
    ],
)
def test_what_accept_asks_for(accept: str, kind: str | None) -> None:
    assert asked_for(accept, ("image/svg+xml", "image/png")) == kind


def test_a_page_names_its_picture_to_who_previews_it(programs: httpx.Client) -> None:
    for address in CHARTS[:1] + CHARTS[3:4]:
        page = programs.get(address).text
        (image,) = re.findall(r'<meta property="og:image" content="([^"]*)">', page)
        assert image.startswith(str(programs.base_url))
        assert programs.get(image.replace("&amp;", "&")).headers["Content-Type"] == "image/png"
    assert "og:image" not in programs.get("/compare").text
