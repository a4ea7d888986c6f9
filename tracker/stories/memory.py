"""The index of stories of one run, for documents that are not stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nsmallest

from tracker.stories.place import MOST_COMPARED
from tracker.stories.signature import Signature


class Memory:
    """The documents placed so far; stories are numbered from 1."""

    def __init__(self) -> None:
        self._placed: list[tuple[int, Signature]] = []
        self._by_trace: dict[str, list[int]] = defaultdict(list)
        self._stories = 0

    def matches(self, sought: set[str]) -> Iterable[tuple[int, Signature]]:
        """Story and signature of the documents that share traces, those that share most first, then the earliest."""
        found = Counter(place for trace in sought for place in self._by_trace.get(trace, ()))
        likeliest = nsmallest(MOST_COMPARED, found, key=lambda place: (-found[place], place))
        return (self._placed[place] for place in likeliest)

    def keep(self, signature: Signature, left: set[str], story: int | None) -> int:
        """Put a document into a story, or into a new one, under the traces that it leaves; the story's id."""
        self._stories += story is None
        for trace in left:
            self._by_trace[trace].append(len(self._placed))
        self._placed.append((story or self._stories, signature))
        return story or self._stories
