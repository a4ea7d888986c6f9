"""Places documents in stories, one at a time: in the story of the first that says the same, or in a new one."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from db.models import Document, Mention
from tracker.stories.same import same
from tracker.stories.signature import Signature, signatures
from tracker.stories.traces import traces


class Index(Protocol):
    """What was placed before."""

    def matches(self, sought: set[str]) -> Iterable[tuple[int, Signature]]:
        """Story and signature of the documents that share a trace, those that share most first."""

    def keep(self, signature: Signature, left: set[str], story: int | None) -> int:
        """Put a document into a story, or into a new one, under the traces that it leaves; the story's id."""


class Memory:
    """An index of this run alone."""

    def __init__(self) -> None:
        self.placed: list[tuple[int, Signature]] = []
        self.by_trace: dict[str, list[int]] = {}
        self.stories = 0

    def matches(self, sought: set[str]) -> Iterable[tuple[int, Signature]]:
        """Story and signature of the documents that share a trace, in the order in which they came."""
        found = {place for trace in sought for place in self.by_trace.get(trace, ())}
        return [self.placed[place] for place in sorted(found)]

    def keep(self, signature: Signature, left: set[str], story: int | None) -> int:
        """Put a document into a story, or into a new one; the story's id."""
        if story is None:
            self.stories += 1
            story = self.stories
        for trace in left:
            self.by_trace.setdefault(trace, []).append(len(self.placed))
        self.placed.append((story, signature))
        return story


def place(document: Document, mentions: Sequence[Mention], index: Index) -> int:
    """The story of a document: the one that it is in already, one that an item of it belongs to, or a new one.

    A round-up joins the story of its strongest item that has one, and stands in the index for that item
    alone, so that it never draws two stories together.
    """
    told = signatures(document, mentions)
    story, chosen = document.story_id, told[0]
    if story is None:
        joined = ((found, item) for item in told if (found := _story(item, index)) is not None)
        story, chosen = next(joined, (None, told[0]))
    return index.keep(chosen, traces(chosen), story)


def _story(item: Signature, index: Index) -> int | None:
    return next((story for story, other in index.matches(traces(item)) if same(item, other)), None)
