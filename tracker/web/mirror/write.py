"""Write a mirror: walk the pages from the start page in both languages, and list their titles for its search."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import httpx
import lxml.html
from starlette.applications import Starlette

from tracker.web.mirror.file_names import LANGUAGES, SEARCH, between, file_of
from tracker.web.mirror.relink import relink
from tracker.web.reading.static_files import TYPES, content

MARK = "static/titles.js"
TITLED = ("announcements/", "stored/", "initiatives/")
Progress = Callable[[int, int], None]


class Written(NamedTuple):
    """How many pages were written, and the addresses that have no page."""

    pages: int
    missing: list[str]


def is_free(folder: Path) -> bool:
    """Return whether a mirror may be written here: into a new or an empty folder, or over an older mirror."""
    return not folder.exists() or (folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir())))


def write_mirror(app: Starlette, folder: Path, progress: Progress) -> Written:
    """Write every page that the start page leads to, with style, search and titles."""
    for name in (one for one in TYPES if one != "keys.js"):
        _write(folder / "static" / name, content(name))
    _write(folder / "static" / "search.js", (files("tracker.web.mirror") / "static" / "search.js").read_bytes())
    titles: list[tuple[str, str]] = []
    written = asyncio.run(_walk(app, folder, titles, progress))
    listed = json.dumps(sorted(set(titles)))
    _write(folder / MARK, f"window.TITLES = {listed};\n".encode())
    return written


async def _walk(app: Starlette, folder: Path, titles: list[tuple[str, str]], progress: Progress) -> Written:
    waiting = deque(f"/?lang={language}" for language in LANGUAGES)
    seen, missing = {file_of(one) for one in waiting}, list[str]()
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        for language in LANGUAGES:
            await _search(client, folder, language)
        while waiting:
            address = waiting.popleft()
            file = file_of(address) or ""
            answer = await client.get(address)
            if answer.status_code != 200:
                missing.append(address)
                continue
            html, leads_to = relink(answer.content, file, _language(address))
            _write(folder / file, html)
            # Every language has the same pages, so that a title in one finds the page in the other.
            page = file.removeprefix(f"{LANGUAGES[1]}/")
            if page.startswith(TITLED) and not page.endswith("changes.html"):
                titles.append((_title(answer.content), page))
            new = {its: one for one in leads_to if (its := file_of(one)) not in seen and not _is_static(one)}
            seen |= new.keys()
            waiting.extend(new.values())
            progress(len(seen) - len(waiting), len(seen))
    return Written(len(seen) - len(missing), missing)


async def _search(client: httpx.AsyncClient, folder: Path, language: str) -> None:
    """Write the page of the search, whose script finds titles."""
    file = file_of(f"{SEARCH}?lang={language}") or ""
    answer = await client.get(f"{SEARCH}?lang={language}")
    html, _ = relink(answer.content, file, language)
    page = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    for note in page.cssselect("main .note"):
        note.drop_tree()
    (main,) = page.cssselect("main")
    main.append(lxml.html.Element("ol", {"id": "found", "class": "rows found"}))
    for name in ("titles.js", "search.js"):
        script = lxml.html.Element("script", {"src": between(file, f"static/{name}"), "defer": "defer"})
        page.head.append(script)
    _write(folder / file, bytes(lxml.html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8")))


def _language(address: str) -> str:
    return next((one for one in LANGUAGES if f"lang={one}" in address), LANGUAGES[0])


def _is_static(address: str) -> bool:
    return address.startswith("/static/")


def _title(html: bytes) -> str:
    page = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    return " ".join(page.cssselect("h1")[0].text_content().split())


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
