"""Load the declarations that ship with the package, overlaid by those of `TRACKER_CONFIG`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config import compiled
from config.error import ConfigError
from config.layers import declared
from config.misnamed import refuse_misnamed
from config.schema.body import Body
from config.schema.gloss import Gloss
from config.schema.initiative import Initiative
from config.schema.near_misses import NearMisses
from config.schema.set_phrases import SetPhrases
from config.schema.source import Source
from config.schema.words import Words


@dataclass(frozen=True, eq=False)
class Config:
    """All declarations. An overlay's entry replaces the shipped entry of the same id; words replace words.

    Equal only to itself, so that it can be the key of a cache.
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
    """Load everything once; raise ConfigError with file, line and entry if a declaration is invalid."""
    if overlay is not None and not overlay.is_dir():
        raise ConfigError(f"{overlay}: TRACKER_CONFIG names no folder; make it or unset TRACKER_CONFIG")
    if overlay is not None:
        refuse_misnamed(overlay)
    key = compiled.digest(declared(overlay))
    kept = compiled.recall(key)
    if isinstance(kept, Config):
        return kept

    # YAML and its validation, which most processes do not need.
    from config.from_yaml import read  # noqa: PLC0415

    config = Config(**read(overlay))
    # Someone may have saved a file while it was read.
    if compiled.digest(declared(overlay)) == key:
        compiled.keep(key, config)
    return config
