"""Places documents in stories, one at a time: in the story of one that says the same, or in a new one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from db.models import Document, Mention
from tracker.stories.names import Names
from tracker.stories.same import same
from tracker.stories.sign import sign
from tracker.stories.signature import Signature
from tracker.stories.traces import traces

# Of the documents that share traces with one, so many at most are compared with it.
MOST_COMPARED = 100


class Index(Protocol):
    """What was placed before."""

    def matches(self, sought: set[str]) -> Iterable[tuple[int, Signature]]:
        """Story and signature of other documents that share a trace, the likeliest first."""

    def keep(self, signature: Signature, left: set[str], story: int | None) -> int:
        """Put the document into a story, or into a new one, under the traces that it leaves; the story's id."""


def place(document: Document, mentions: Sequence[Mention], index: Index, names: Names | None = None) -> int:
    """The story of a document: the one that it is in, else the one of most documents that say what an item says.

    Where none does, a new one. A round-up stands in the index for one item alone, the strongest that has a story,
    so that it never draws two stories together.
    """
    told = sign(document, mentions, names)
    for item in told:
        left = traces(item)
        votes = Counter(
            story for story, other in index.matches(left) if document.story_id in {None, story} and same(item, other)
        )
        if votes:
            most = max(votes.values())
            return index.keep(item, left, min(story for story, voices in votes.items() if voices == most))
    return index.keep(told[0], traces(told[0]), document.story_id)
