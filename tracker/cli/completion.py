"""Completes ids and names in the shell from the lines of the declarations, since loading them takes too long for a key.

An entry starts with its id at the beginning of a line, and its names follow `en:` and `zh:`. An overlay that is written
differently loses the completion of names, and nothing else.
"""

import os
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tracker.acts import ACTS

Choice = tuple[str, str]
"""The text that is put into the command line, and the description beside it."""

_ENTRY = re.compile(r"^([a-z0-9]+(?:-[a-z0-9]+)*):\s*$", re.MULTILINE)
_VALUE = r"""("[^"\n]*"|'[^'\n]*'|[^,"'}\n][^,}\n]*)"""
_BOTH = rf"\s*(?:\{{|\n\s+)en:\s*{_VALUE},?\s+zh:\s*{_VALUE}"
_NAMES = re.compile(rf"^\s+(?:names?|short):{_BOTH}", re.MULTILINE)
_NAME = re.compile(rf"^name:{_BOTH}", re.MULTILINE)


def initiatives(incomplete: str) -> list[Choice]:
    """Return initiatives whose id or name starts with the typed text."""
    return _beginning(incomplete, _declared("initiatives.yaml"))


def bodies(incomplete: str) -> list[Choice]:
    """Return issuing bodies whose id or name starts with the typed text."""
    return _beginning(incomplete, _declared("bodies.yaml"))


def sources(incomplete: str) -> list[Choice]:
    """Return sources whose id or name starts with the typed text."""
    return _beginning(incomplete, _of_sources())


def acts(incomplete: str) -> list[Choice]:
    """Return acts that start with the typed text, the strongest first."""
    return [(act, "") for act in ACTS if act.startswith(incomplete.casefold())]


def _beginning(incomplete: str, known: Iterator[tuple[str, list[str]]]) -> list[Choice]:
    """Return each entry by its id if that starts with the typed text, else by the first name that does."""
    typed, found = incomplete.casefold(), []
    for id_, names in known:
        fitting = next((one for one in (id_, *names) if one.casefold().startswith(typed)), None)
        if fitting:
            found.append((fitting, " · ".join(names[:2]) if fitting == id_ else id_))
    return found


def _declared(name: str) -> Iterator[tuple[str, list[str]]]:
    entries = {}
    for text in _layers(name):
        parts = _ENTRY.split(text)
        for id_, entry in zip(parts[1::2], parts[2::2], strict=True):
            entries[id_] = [_plain(name) for names in _NAMES.finditer(entry) for name in names.groups()]
    yield from entries.items()


def _of_sources() -> Iterator[tuple[str, list[str]]]:
    folders = [_shipped() / "sources"]
    if overlay := os.environ.get("TRACKER_CONFIG"):
        folders.append(Path(overlay) / "sources")
    found = {}
    for folder in folders:
        if folder.is_dir():
            for file in folder.iterdir():
                if file.name.endswith(".yaml"):
                    name = _NAME.search(file.read_text(encoding="utf-8"))
                    found[file.name.removesuffix(".yaml")] = [*map(_plain, name.groups())] if name else []
    yield from sorted(found.items())


def _layers(name: str) -> Iterator[str]:
    layers = [_shipped() / name]
    if overlay := os.environ.get("TRACKER_CONFIG"):
        layers.append(Path(overlay) / name)
    yield from (layer.read_text(encoding="utf-8") for layer in layers if layer.is_file())


def _plain(value: str) -> str:
    return value.strip().strip("\"'").strip()


def _shipped() -> Path:
    """Return the folder of the declarations, without importing the package itself, which loads what reads them."""
    found = find_spec("config")
    return Path(found.origin or "").parent if found else Path()
