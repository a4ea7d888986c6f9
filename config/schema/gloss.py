"""Equivalent names in both languages, besides those of initiatives and bodies."""

from pydantic import Field

from config.schema.facts import Fact


class Gloss(Fact):
    """`terms`: a Chinese term and the beginnings of the English words for it; up to four letters are whole words.

    `places`: the same for provinces and cities, `events` for yearly events. `sayers`: publishers of statistics and
    statements, by their Chinese names, with their English ones. `titles`: words that count in titles of papers alone,
    since every text has them.
    """

    terms: dict[str, tuple[str, ...]]
    places: dict[str, tuple[str, ...]]
    sayers: dict[str, tuple[str, ...]]
    events: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    titles: dict[str, str] = Field(default_factory=dict)
