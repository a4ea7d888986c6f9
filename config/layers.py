"""Find the files with declarations: those that ship with the package, then an overlay's."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from config.misnamed import FILES

File = Path | Traversable


def declared(overlay: Path | None) -> list[File]:
    """Return all files from which declarations are read."""
    return [file for stem in FILES for file in layers(f"{stem}.yaml", overlay)] + sources(overlay)


def layers(name: str, overlay: Path | None) -> Iterator[File]:
    """Return the files of one name, the overlay's last."""
    yield files("config") / name
    if overlay is not None and (overlay / name).is_file():
        yield overlay / name


def sources(overlay: Path | None) -> list[File]:
    """Return the files of the sources, the overlay's last."""
    shipped = [f for f in (files("config") / "sources").iterdir() if f.name.endswith(".yaml")]
    own = list((overlay / "sources").glob("*.yaml")) if overlay is not None else []
    return [*sorted(shipped, key=lambda f: f.name), *sorted(own)]
