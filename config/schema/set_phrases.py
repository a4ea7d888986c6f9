"""What official texts and their outlets say all the time."""

from config.schema.facts import Fact


class SetPhrases(Fact):
    """Chinese phrases without their signs of punctuation; two texts that share no more share nothing that tells."""

    official: tuple[str, ...]
    media: tuple[str, ...]
    quoted: tuple[str, ...] = ()
