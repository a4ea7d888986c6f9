"""Find the mentions that a new row changes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.models import Document, Mention
from tracker.explain.row_drafts import Place, in_its_place
from tracker.tag.engine import Near, Rule
from tracker.tag.notation import needed
from tracker.tag.reading import plain_characters
from tracker.tag.rules import Rules
from tracker.tag.tagger import tag
from tracker.text.condensed import as_read


class Change(NamedTuple):
    """A mention whose act or quote is another with the row; `quote` is that with the row."""

    url: str
    initiative: str
    before: str
    after: str
    quote: str


class Effects:
    """Count documents and collect changes, document by document."""

    def __init__(self, row: Rule, place: Place, rules: Rules) -> None:
        self.documents = self.tried = 0
        self.changes: list[Change] = []
        self._row, self._place, self._rules = row, place, rules
        nears = [one for one in (row, *row.when) if isinstance(one, Near)]
        patterns = [pattern for near in nears for pattern in (near.before, near.after, near.text)]
        self._needs = [strings for pattern in patterns if (strings := needed(pattern, row.language))]

    def take(self, documents: Iterable[Document]) -> Iterator[int]:
        """Read documents with and without the row; after each, yield how many were read."""
        for document in documents:
            self.documents += 1
            if document.language == self._row.language and self._may_match(document):
                self.tried += 1
                self.changes += self._changes(document)
            yield self.documents

    def _may_match(self, document: Document) -> bool:
        """Decide whether a document has a string for each pattern; without one the row matches nowhere."""
        text = plain_characters(as_read(document.text), document.language)
        title = plain_characters(as_read(document.title or ""), document.language)
        return all(any(one in text or one in title for one in strings) for strings in self._needs)

    def _changes(self, document: Document) -> Iterator[Change]:
        old = {mention.initiative: mention for mention in tag(document, self._rules)}
        with in_its_place(self._row, self._place):
            new = tag(document, self._rules)
        for mention in new:
            before: Mention = old[mention.initiative]
            if (before.act, before.quote) != (mention.act, mention.quote):
                yield Change(document.url, mention.initiative, before.act, mention.act, mention.quote)
