"""Choose among declarations: initiatives with their children, and sources by tier."""

from collections.abc import Iterable, Sequence

from config.load import Config


def with_children(initiatives: Iterable[str], config: Config) -> tuple[str, ...]:
    """Return these initiatives with all their descendants."""
    named = dict.fromkeys(initiatives)
    while more := {id_ for id_, one in config.initiatives.items() if one.parent in named} - named.keys():
        named |= dict.fromkeys(sorted(more))
    return tuple(named)


def of_tier(tier: str | None, sources: Sequence[str], config: Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which of the named sources may report, and which other sources must not.

    For the tier `primary`, the first are the primary sources among those named; if there are none, "", which is not the
    id of a source. For `media`, the second are all primary sources. Empty means all.
    """
    primary = tuple(id_ for id_, source in config.sources.items() if source.tier == "primary")
    if tier == "primary":
        return tuple(id_ for id_ in sources or primary if id_ in primary) or ("",), ()
    return tuple(sources), primary if tier == "media" else ()
