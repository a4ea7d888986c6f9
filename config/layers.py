"""Find the files with declarations: those that ship with the package, then an overlay's."""

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from config.error import ConfigError
from config.misnamed import FILES

File = Path | Traversable


def declared(overlay: Path | None) -> list[File]:
    """Return all files from which declarations are read."""
    return [file for stem in FILES for file in layers(f"{stem}.yaml", overlay)] + sources(overlay)


def layers(name: str, overlay: Path | None) -> Iterator[File]:
    """Return the files of one name, the overlay's last."""
    yield files("config") / name
    if overlay is not None and os.path.lexists(overlay / name):
        yield _file(overlay / name)


def sources(overlay: Path | None) -> list[File]:
    """Return the files of the sources, the overlay's last."""
    shipped = [f for f in (files("config") / "sources").iterdir() if f.name.endswith(".yaml")]
    own = list((overlay / "sources").glob("*.yaml")) if overlay is not None else []
    return [*sorted(shipped, key=lambda f: f.name), *map(_file, sorted(own))]


def _file(place: Path) -> Path:
    """Return a place of the overlay; raise ConfigError if it is not a file that can be read."""
    if place.is_file() and os.access(place, os.R_OK):
        return place
    if place.is_dir():
        raise ConfigError(f"{place}: is a folder, and a file is read by this name; rename it")
    if place.is_symlink() and not place.exists():
        raise ConfigError(f"{place}: is a link to a file that does not exist; correct the link or remove it")
    raise ConfigError(f"{place}: is not a file that may be read; correct its permissions or remove it")
