"""Refuse files of an overlay that would never be read because their names are slightly wrong."""

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from config.error import ConfigError

FILES = ("initiatives", "bodies", "words", "near_misses", "gloss", "set_phrases")
FOLDER = "sources"
# What begins lines of a source, and occurs together in no other file.
KEYS = (b"id", b"hosts", b"lists")
ENOUGH = 100_000
SUFFIXES = (".yaml", ".yml")
# Near enough for a typing error; initiatives-old.yaml and resources/ are meant to be something else.
NEAR = 0.87


def refuse_misnamed(overlay: Path) -> None:
    """Raise ConfigError for a file or folder of an overlay whose name resembles one that is read."""
    for place, meant in _misnamed(overlay):
        raise ConfigError(f"{place}: nothing of this name is read; did you mean {meant}?")


def _misnamed(overlay: Path) -> Iterator[tuple[Path, str]]:
    for place in sorted(overlay.iterdir()):
        if meant := _meant(place):
            yield place, meant
        elif _is_source(place):
            yield place, f"{FOLDER}/{place.name}"
    for place in sorted((overlay / FOLDER).glob("*/*")):
        if _is_yaml(place):
            yield place, f"{FOLDER}/{place.name}"
    for place in sorted((overlay / FOLDER).glob("*")):
        if _is_yaml(place) and place.suffix != SUFFIXES[0]:
            yield place, f"{place.stem}.yaml"


def _meant(place: Path) -> str | None:
    """Return the intended name of a file or folder of the overlay; None if its name is right, or quite different."""
    if place.is_dir():
        near = None if place.name == FOLDER or place.name.startswith(".") else _nearest(place.name, (FOLDER,))
        return near and f"{FOLDER}/"
    if not _is_yaml(place) or place.name in {f"{stem}.yaml" for stem in FILES}:
        return None
    near = _nearest(place.stem, (*FILES, FOLDER))
    return f"{FOLDER}/ID.yaml, a file a source" if near == FOLDER else near and f"{near}.yaml"


def _is_source(place: Path) -> bool:
    """Decide whether a file, whatever its name, declares a source."""
    if not (_is_yaml(place) and place.is_file() and place.stem not in FILES):
        return False
    with place.open("rb") as file:
        return set(KEYS) <= set(re.findall(rb"^(\w+):", file.read(ENOUGH), re.MULTILINE))


def _is_yaml(place: Path) -> bool:
    return place.suffix.lower() in SUFFIXES and not place.name.startswith(".")


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that differs from `name` only by case, number, punctuation or a typing error."""
    bare = {_bare(one): one for one in known}
    near = difflib.get_close_matches(_bare(name), bare, 1, NEAR)
    return bare[near[0]] if near else None


def _bare(name: str) -> str:
    """Return a name without case, punctuation and plural: Near-Miss and near_misses are the same."""
    return re.sub(r"(?:ie|y|e)?s?$", "", re.sub(r"[\W_]", "", name.lower()))
