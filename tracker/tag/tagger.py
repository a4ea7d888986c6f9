"""Tag a document: which initiatives it mentions, what it says of each, and the quote that proves it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from db.models import Document, Mention
from tracker.tag.figures.extract import Figure, figures
from tracker.tag.figures.subjects import heads, measures
from tracker.tag.news_papers import Hits
from tracker.tag.reading import Reading, take_apart
from tracker.tag.rules import Rules
from tracker.tag.sentences import Name
from tracker.tag.sites import site_of
from tracker.tag.statements import Statement, statements
from tracker.tag.terms import Hit, find
from tracker.text.condensed import as_read, condensed
from tracker.text.normalize import Span, punctuated

NameRule = Callable[[Reading, str, Statement, Hits, Hits], str]
"""Names the rule by which a reading's statement on an initiative has its act, given all hits in text and title."""


def tag(document: Document, rules: Rules, name_rule: NameRule | None = None) -> list[Mention]:
    """Return the mentions of `document`.

    They are unsaved, one for each initiative, in the order of the first hits; the function is pure. With `name_rule`
    each says which rule gave its act.
    """
    short = condensed(document.text)
    text = punctuated(short.text)
    title = as_read(document.title or "")
    hits, in_title = find(text, rules), find(title, rules)
    if not hits and not (in_title and document.language == "en"):
        return []
    lexicon, register = rules.lexicons[document.language], rules.registers[document.language]
    reading = take_apart(document, text, lexicon, register, site_of(document.url, rules.sites))
    named, titled = _by_initiative(hits), _by_initiative(in_title)
    places = _places(hits)
    names = [*places, *measures(text, reading.items, places, titled, rules.measures)]
    said = statements(reading, named, titled)
    stated = _figures_of(reading, names, heads(title, _places(in_title)), text, said)
    return [
        Mention(
            initiative=initiative,
            act=statement.act,
            body=statement.body,
            speaker=statement.speaker,
            day=statement.day,
            stage=statement.paper.stage,
            **statement.paper.terms._asdict(),
            figures=stated.get(initiative, []),
            **_quote(document.text, short.original(statement.start, statement.end)),
            rule=name_rule(reading, initiative, statement, named, titled) if name_rule else None,
        )
        for initiative, statement in said.items()
    ]


def _quote(text: str, sentence: Span) -> dict[str, Any]:
    return {"quote": text[slice(*sentence)], "start": sentence.start, "end": sentence.end}


def _figures_of(
    reading: Reading, names: Iterable[Name], in_title: Iterable[Name], written: str, said: Mapping[str, Statement]
) -> dict[str, list[Figure]]:
    """Return the figures of each initiative; arguments as in `figures`."""
    return figures(
        reading.text,
        names,
        reading.published,
        in_title,
        written,
        news=reading.kind == "news",
        acts={initiative: statement.act for initiative, statement in said.items()},
        within=reading.sentences,
        passage=reading.mood if reading.kind == "report" else None,
    )


def _places(hits: Sequence[Hit]) -> list[Name]:
    return [Name(hit.initiative, hit.start, hit.end) for hit in hits]


def _by_initiative(hits: Sequence[Hit]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for hit in hits:
        spans[hit.initiative].append(Span(hit.start, hit.end))
    return spans
