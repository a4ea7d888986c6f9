"""Stock phrases of official texts and their outlets."""

from config.schema.facts import Fact


class SetPhrases(Fact):
    """Chinese phrases without punctuation; two texts that share only these have nothing distinctive in common."""

    official: tuple[str, ...]
    media: tuple[str, ...]
    quoted: tuple[str, ...] = ()
