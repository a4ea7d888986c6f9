"""Choose among what is declared: initiatives with their children, and sources by their tier."""

from collections.abc import Iterable, Sequence

from config.load import Config


def with_children(initiatives: Iterable[str], config: Config) -> tuple[str, ...]:
    """These initiatives and their children, and theirs."""
    named = dict.fromkeys(initiatives)
    while more := {id_ for id_, one in config.initiatives.items() if one.parent in named} - named.keys():
        named |= dict.fromkeys(sorted(more))
    return tuple(named)


def of_tier(tier: str | None, sources: Sequence[str], config: Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which of the sources that were named may report what is asked for, and which others must not have.

    For the tier `primary` the first are primary sources alone, and where none of those named is one, "", which no
    source is called; for `media` the second are all primary sources. Empty asks for all.
    """
    primary = tuple(id_ for id_, source in config.sources.items() if source.tier == "primary")
    if tier == "primary":
        return tuple(id_ for id_ in sources or primary if id_ in primary) or ("",), ()
    return tuple(sources), primary if tier == "media" else ()
