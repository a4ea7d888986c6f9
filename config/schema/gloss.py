"""What texts in both languages call the same, beside the initiatives and the bodies."""

from pydantic import Field

from config.schema.facts import Fact


class Gloss(Fact):
    """`terms`: a Chinese term and the beginnings of the English words for it, those of up to four letters whole.

    `places`: the same of provinces and cities, `events` of yearly events. `sayers`: those who count and tell, by
    their Chinese names, with their English ones.
    """

    terms: dict[str, tuple[str, ...]]
    places: dict[str, tuple[str, ...]]
    sayers: dict[str, tuple[str, ...]]
    events: dict[str, tuple[str, ...]] = Field(default_factory=dict)
