"""Check the draft of a row, and find the place in its table where it belongs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from typing import Any, NamedTuple

from config.schema.words import Lexicon
from db.beijing import BEIJING
from db.models import Document
from tracker.acts import ACTS
from tracker.explain.catalogue import Constant, catalogue
from tracker.explain.naming import Rule as Named
from tracker.explain.switching import bound, rebuilt
from tracker.explain.table_rows import Way
from tracker.tag.acts import cues
from tracker.tag.acts.cues import Words
from tracker.tag.acts.launched.verbs import each_verb
from tracker.tag.acts.rule_tables import act_of, deciding_row, tables
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Cue, Near, Rule, Table
from tracker.tag.notation import compiled
from tracker.tag.reading import take_apart
from tracker.tag.rules import Rules
from tracker.tag.terms import find
from tracker.tag.vocabulary import FRAGMENTS
from tracker.text.condensed import as_read
from tracker.text.normalize import Span

NAME = re.compile(r"(zh|en)\.([a-z]+)\.[a-z0-9]+(?:-[a-z0-9]+)*")
# The day as of which examples are news.
PUBLISHED = datetime(2025, 9, 3, tzinfo=BEIJING)
ASKED = [{"said": TargetContext, "return": answer} for answer in (bool, re.Match[str] | None)]
KINDS = ("before", "after", "text")
NEAR = re.compile(rf"({'|'.join(KINDS)}):(.+)", re.DOTALL)


class DraftError(ValueError):
    """A draft that no table would take. Its text is one line that says what is wrong and how to correct it."""


class Place(NamedTuple):
    """Where a row is to stand: its table, its number there, and the row above which or below which it is."""

    table: Table
    constant: Constant
    way: Way
    number: int
    neighbour: str
    above: bool

    @property
    def line(self) -> tuple[str, int]:
        """Return the file and the line of the neighbour."""
        return catalogue().lines[Named(self.neighbour)]

    @property
    def module(self) -> str:
        """Return the module in which the row is to be written."""
        return self.line[0].removesuffix(".py").replace("/", ".")


def language_and_act(name: str) -> tuple[str, str]:
    """Return the parts of a name; raise DraftError where it is no name, or is taken."""
    parts = NAME.fullmatch(name)
    if parts is None or parts[2] not in ACTS:
        raise DraftError(
            f"{name!r} is not a name for a row; write LANGUAGE.ACT.WHAT, such as zh.mentioned.seen, with zh or en and"
            f" one of {', '.join(ACTS)}"
        )
    if known := catalogue().lines.get(Named(name)):
        raise DraftError(f"a row is already called {name} ({known[0]}:{known[1]}); rename it")
    return parts[1], parts[2]


def place_of(name: str, above: str | None, below: str | None) -> Place:
    """Return the place of a row: next to another, or else below the last of its table; raise DraftError."""
    language, act = language_and_act(name)
    neighbour = above or below or _last(language, act)
    known = catalogue().places.get(Named(neighbour), [])
    for constant, way in known:
        table = _at(constant, way[:-1])
        if isinstance(table, Table) and any(row.name.startswith(f"{language}.{act}.") for row in table.rows):
            return Place(table, constant, way[:-1], int(way[-1]) + (above is None), neighbour, above is not None)
    raise DraftError(f"{neighbour!r} is not in a table with rows of {language}.{act}; docs/rules.md lists them")


def _last(language: str, act: str) -> str:
    if act not in tables():
        raise DraftError(f"rows for {act} are in several tables; name the next row by --above or --below")
    return tables()[act][language].rows[-1].name


def _at(constant: Constant, way: Way) -> Any:
    value = catalogue().values[constant]
    for step in way:
        value = value[step]
    return value


def cue(written: str, language: str, module: str) -> Cue:
    """Return a condition: `before:`, `after:` or `text:` and a pattern, `words:` and a kind of words, or a function.

    Raise DraftError for anything else.
    """
    if near := NEAR.fullmatch(written):
        before, after, text = (near[2] if near[1] == kind else "" for kind in KINDS)
        condition = Near(before=before, after=after, text=text)
        check_patterns(condition, language)
        return condition
    if written.removeprefix("words:") in Lexicon.model_fields and written.startswith("words:"):
        return Words(written.removeprefix("words:"))
    if function := functions_for(module).get(written):
        return function
    raise DraftError(
        f"{written!r} is no condition; write before:PATTERN, after:PATTERN, text:PATTERN, words:KIND, or one of"
        f" {', '.join(sorted(functions_for(module)))}"
    )


def functions_for(module: str) -> dict[str, Cue]:
    """Return the functions that rows of a module may ask, by name: the common ones, and those that it imports."""
    known = {**vars(cues), **vars(import_module(module))}
    return {name: one for name, one in known.items() if getattr(one, "__annotations__", None) in ASKED}


def check_patterns(near: Near, language: str) -> None:
    """Raise DraftError where a pattern does not compile."""
    for pattern in (near.before, near.after, near.text):
        try:
            compiled(pattern, language)
        except re.error as error:
            raise DraftError(f"{pattern!r} is not a pattern: {error.msg}") from error
        except KeyError as error:
            known = ", ".join(sorted(FRAGMENTS[language]))
            raise DraftError(f"there is no fragment {{{error.args[0]}}}; {language} has {known}") from error


def drafted(
    name: str,
    place: Place,
    patterns: Mapping[str, Any],
    when: Iterable[str],
    unless: Iterable[str],
    examples: Iterable[str],
) -> Rule:
    """Return a row for a place; `patterns` are fields of Rule, conditions and exceptions are written as for `cue`.

    Raise DraftError where a condition cannot be read, the row has no condition, or its table would refuse it.
    """
    language = name.partition(".")[0]
    asked, exceptions = (tuple(cue(one, language, place.module) for one in some) for some in (when, unless))
    row = Rule(name, **patterns, when=asked, unless=exceptions, examples=tuple(examples))
    check(row)
    return row


def check(row: Rule) -> None:
    """Raise DraftError where a row has no condition, or its table would refuse it."""
    if not (row.before or row.after or row.text or row.when):
        raise DraftError("the row would match everywhere; give --before, --after, --text or --when")
    check_patterns(row, row.language)
    try:
        Table([row])
    except ValueError as error:
        raise DraftError(f"{error} (--example)") from error


@contextmanager
def in_its_place(row: Rule, place: Place) -> Iterator[None]:
    """Decide with a row in its table for as long as a block runs; no other thread may read texts meanwhile."""
    table = Table([*place.table.rows[: place.number], row, *place.table.rows[place.number :]])
    value = catalogue().values[place.constant]
    other = rebuilt(value, {place.way: table})
    with bound([(holder, other, value) for holder in catalogue().holders[place.constant]]):
        yield


def check_examples(row: Rule, place: Place, rules: Rules) -> None:
    """Raise DraftError for the first example that the row does not decide in its place."""
    table = Table([*place.table.rows[: place.number], row, *place.table.rows[place.number :]])
    with in_its_place(row, place):
        for example in row.examples:
            contexts = list(_contexts(example, row.language, rules))
            if not contexts:
                raise DraftError(f"the example {example!r} names no initiative")
            if not any(_decides(table, row, said) for said in contexts):
                raise DraftError(f"the example {example!r} is not decided by the row: {_instead(table, row, contexts)}")


def _decides(table: Table, row: Rule, said: TargetContext) -> bool:
    """Decide whether a row decides a sentence; one that is against an act is the first to hold in its table."""
    if row.against:
        return any(table.first(one) == row for one in (said, *each_verb(said)))
    return act_of(said) == row.gives and deciding_row(row.gives, said) == row


def _instead(table: Table, row: Rule, contexts: Sequence[TargetContext]) -> str:
    each = [one for said in contexts for one in (said, *each_verb(said))]
    firsts = sorted({first.name for said in each if (first := table.first(said)) and first != row})
    if firsts:
        return f"{', '.join(firsts)} comes first (--above {firsts[0]}, or choose another example)"
    if any(row.find(said) is not None for said in each):
        return f"the sentence is {', '.join(sorted({act_of(said) for said in contexts}))} by another"
    return "its conditions do not hold; compare `tracker rules try`"


def _contexts(text: str, language: str, rules: Rules) -> Iterator[TargetContext]:
    """Yield each name in a text of news with the sentence around it."""
    title, _, text = text.rpartition("\n")
    document = Document(
        source="", key="", url="", title=title or None, published=PUBLISHED, language=language, text=text
    )
    plain = as_read(text)
    reading = take_apart(document, plain, rules.lexicons[language], rules.registers[language])
    return (reading.utterance(Span(hit.start, hit.end)) for hit in find(plain, rules))
