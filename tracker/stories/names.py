"""What is called the same in both languages: officials, and the terms of the gloss."""

from dataclasses import dataclass
from functools import cache

import config
from config import Config
from tracker.stories.gloss import Glosses, compile_glosses
from tracker.stories.speakers import Officials, compile_officials


@dataclass(frozen=True)
class Names:
    """The declared names that stories are told by."""

    officials: Officials
    glosses: Glosses


def compile_names(declared: Config) -> Names:
    """Compile the names of all that is declared."""
    names = {initiative.names.zh: initiative.names.en for initiative in declared.initiatives.values()}
    return Names(
        compile_officials(declared.bodies),
        compile_glosses(declared.gloss.terms, declared.gloss.sayers, names),
    )


@cache
def shipped() -> Names:
    """The names of the declarations that ship with the package."""
    return compile_names(config.load())
