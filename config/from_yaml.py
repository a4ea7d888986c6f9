"""Read the declarations from YAML, and check that they fit together."""

from pathlib import Path
from typing import Any

from config.error import ConfigError
from config.files import Model, read_entries, read_entry
from config.layers import layers, sources
from config.references import check_initiatives, check_sources
from config.schema.body import Body
from config.schema.gloss import Gloss
from config.schema.initiative import Initiative
from config.schema.near_misses import NearMisses
from config.schema.set_phrases import SetPhrases
from config.schema.source import Source
from config.schema.words import Words
from config.terms import check_terms


def read(overlay: Path | None) -> dict[str, Any]:
    """Return the fields of `config.load.Config`; raise ConfigError with file, line and entry of a mistake."""
    found = _sources(overlay)
    initiatives = _entries("initiatives.yaml", Initiative, overlay)
    bodies = _entries("bodies.yaml", Body, overlay)
    fields = {
        "sources": found,
        "initiatives": initiatives,
        "bodies": bodies,
        "words": _latest("words.yaml", Words, overlay),
        "near_misses": _latest("near_misses.yaml", NearMisses, overlay),
        "gloss": _latest("gloss.yaml", Gloss, overlay),
        "set_phrases": _latest("set_phrases.yaml", SetPhrases, overlay),
    }
    check_sources(found, bodies, lambda id_: list(layers(f"sources/{id_}.yaml", overlay))[-1])
    of_initiatives = list(layers("initiatives.yaml", overlay))
    check_initiatives(initiatives, of_initiatives)
    # A test checks the same for the shipped ones.
    if len(of_initiatives) > 1:
        check_terms(initiatives, of_initiatives)
    return fields


def _entries(name: str, model: type[Model], overlay: Path | None) -> dict[str, Model]:
    merged: dict[str, Model] = {}
    for file in layers(name, overlay):
        read = read_entries(file, model)
        # What an overlay replaces is declared last, too: if two bodies have the same name, the overlay's is meant.
        merged = {id_: entry for id_, entry in merged.items() if id_ not in read} | read
    return merged


def _latest(name: str, model: type[Model], overlay: Path | None) -> Model:
    return read_entry(list(layers(name, overlay))[-1], model)


def _sources(overlay: Path | None) -> dict[str, Source]:
    merged: dict[str, Source] = {}
    for file in sources(overlay):
        source = read_entry(file, Source)
        if file.name != f"{source.id}.yaml":
            raise ConfigError(f"{file}: contains the source {source.id!r}; name the file {source.id}.yaml")
        merged[source.id] = source
    return merged
