"""The index of stories of one run, for documents that are not stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from tracker.stories.blocking import blocking_keys
from tracker.stories.cluster import MOST_COMPARED, Placed
from tracker.stories.fingerprint import Fingerprint


class Memory:
    """The documents placed so far; stories are numbered from 1."""

    def __init__(self) -> None:
        self._placed: list[Placed] = []
        self._by_trace: dict[str, set[int]] = defaultdict(set)
        self._stories = 0

    def matches(self, sought: set[str]) -> Iterable[Placed]:
        """The documents that share traces, those that share most first, then the earliest."""
        found = Counter(key for trace in sought for key in self._by_trace.get(trace, ()))
        likeliest = nsmallest(MOST_COMPARED, found, key=lambda key: (-found[key], key))
        return [self._placed[key] for key in likeliest]

    def keep(self, items: Sequence[Fingerprint], story: int | None) -> int:
        """Put a document into a story, or into a new one, to be found by these items; the story's id."""
        self._stories += story is None
        placed = Placed(len(self._placed), story or self._stories, tuple(items))
        self._placed.append(placed)
        self._leave(placed)
        return placed.story

    def narrow(self, placed: Placed, item: Fingerprint) -> None:
        """Let a document be found by this item alone."""
        for trace in (trace for own in placed.items for trace in blocking_keys(own)):
            self._by_trace[trace].discard(placed.key)
        self._placed[placed.key] = Placed(placed.key, placed.story, (item,))
        self._leave(self._placed[placed.key])

    def _leave(self, placed: Placed) -> None:
        for item in placed.items:
            for trace in blocking_keys(item):
                self._by_trace[trace].add(placed.key)
