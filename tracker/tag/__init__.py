"""Tag documents: which initiatives they mention, and what they say of each."""

import hashlib

from config import Config
from tracker.tag.sites import sites_of

VERSION = "42"
"""Changes with every rule that is code, so that documents are tagged again."""


def version_of(config: Config) -> str:
    """Return the name of the rules that `config` declares and of the code that reads them, without compiling them."""
    named = [*config.initiatives.values(), *config.bodies.values()]
    facts = [*named, config.words, config.near_misses, config.gloss, config.set_phrases]
    dumped = "\n".join((*(fact.model_dump_json() for fact in facts), str(sorted(sites_of(config).items()))))
    return f"{VERSION}-{hashlib.sha256(dumped.encode()).hexdigest()[:16]}"
