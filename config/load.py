"""Loads the declarations that ship with the package, overlaid by those of `TRACKER_CONFIG`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from config.files import ConfigError, File, Model, read_entries, read_entry
from config.misnamed import refuse_misnamed
from config.references import check_initiatives, check_sources
from config.schema.body import Body
from config.schema.gloss import Gloss
from config.schema.initiative import Initiative
from config.schema.near_misses import NearMisses
from config.schema.set_phrases import SetPhrases
from config.schema.source import Source
from config.schema.words import Words
from config.terms import check_terms


@dataclass(frozen=True, eq=False)
class Config:
    """All that we watch. An overlay's entry replaces the shipped entry of the same id; words replace words.

    Equal only to itself, so that what is compiled from it can be cached by it.
    """

    sources: dict[str, Source]
    initiatives: dict[str, Initiative]
    bodies: dict[str, Body]
    words: Words
    near_misses: NearMisses
    gloss: Gloss
    set_phrases: SetPhrases


@cache
def load(overlay: Path | None = None) -> Config:
    """Load everything once; raise ConfigError with file, line and entry where a declaration does not fit."""
    if overlay is not None and not overlay.is_dir():
        raise ConfigError(f"{overlay}: TRACKER_CONFIG names no folder; make it or unset TRACKER_CONFIG")
    if overlay is not None:
        refuse_misnamed(overlay)
    config = Config(
        sources=_sources(overlay),
        initiatives=_entries("initiatives.yaml", Initiative, overlay),
        bodies=_entries("bodies.yaml", Body, overlay),
        words=_latest("words.yaml", Words, overlay),
        near_misses=_latest("near_misses.yaml", NearMisses, overlay),
        gloss=_latest("gloss.yaml", Gloss, overlay),
        set_phrases=_latest("set_phrases.yaml", SetPhrases, overlay),
    )
    check_sources(config.sources, config.bodies, lambda id_: _file_of(id_, overlay))
    layers = list(_layers("initiatives.yaml", overlay))
    check_initiatives(config.initiatives, layers)
    # Of the shipped ones a test says the same.
    if len(layers) > 1:
        check_terms(config.initiatives, layers)
    return config


def _layers(name: str, overlay: Path | None) -> Iterator[File]:
    yield files("config") / name
    if overlay is not None and (overlay / name).is_file():
        yield overlay / name


def _entries(name: str, model: type[Model], overlay: Path | None) -> dict[str, Model]:
    merged: dict[str, Model] = {}
    for file in _layers(name, overlay):
        read = read_entries(file, model)
        # What an overlay replaces is declared last, too: of two bodies that bear one name it is the one that is meant.
        merged = {id_: entry for id_, entry in merged.items() if id_ not in read} | read
    return merged


def _latest(name: str, model: type[Model], overlay: Path | None) -> Model:
    return read_entry(list(_layers(name, overlay))[-1], model)


def _sources(overlay: Path | None) -> dict[str, Source]:
    shipped = [f for f in (files("config") / "sources").iterdir() if f.name.endswith(".yaml")]
    own = list((overlay / "sources").glob("*.yaml")) if overlay is not None else []
    merged: dict[str, Source] = {}
    for file in (*sorted(shipped, key=lambda f: f.name), *sorted(own)):
        source = read_entry(file, Source)
        if file.name != f"{source.id}.yaml":
            raise ConfigError(f"{file}: holds the source {source.id!r}; call the file {source.id}.yaml")
        merged[source.id] = source
    return merged


def _file_of(source: str, overlay: Path | None) -> File:
    return list(_layers(f"sources/{source}.yaml", overlay))[-1]
