"""What texts in both languages call the same, beside the initiatives and the bodies."""

from config.schema.facts import Fact


class Gloss(Fact):
    """`terms`: a Chinese term and the beginnings of the English words for it; `sayers`: who counts, and its names."""

    terms: dict[str, tuple[str, ...]]
    sayers: dict[str, tuple[str, ...]]
