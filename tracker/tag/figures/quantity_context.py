"""Show rows a quantity in its sentence, a name that a quantity may be said of, and a count with the name behind it."""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import BEYOND, CLAUSE, SENTENCE, Scope, View
from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

CLAUSE_BEGINS = re.compile(
    r"[，；;。]|(?<!\bCo)\. (?=[A-Z])|, (?!Ltd|Inc|Co\b|LLC)|\b(?:while|whereas|but) ",
)
NEARBY = 18


@dataclass(frozen=True)
class InSentence:
    """Something in a sentence. Rows look at the whole sentence."""

    sentence: Sentence
    tries_a_verb = False

    @property
    def language(self) -> str:
        """Return the language of the sentence."""
        return self.sentence.language

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return nothing: rows look for words anywhere."""
        return "", ""

    def view(self, _: Scope) -> View:
        """Return the whole sentence."""
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        return View("", text, start, end, text[start:end])


@dataclass(frozen=True)
class QuantityContext(InSentence):
    """A quantity in its sentence; `counts` says that a name follows which it counts.

    In the scopes "before", "clause" and "beyond" rows look at the sentence as far as the quantity, at its clause as far
    as that, and at the sentence with some characters behind the quantity.
    """

    quantity: Quantity
    counts: bool = False

    @cached_property
    def before(self) -> str:
        """Return the sentence as far as the quantity."""
        return self.sentence.text[self.sentence.start : self.quantity.start]

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before and after the quantity."""
        return self.before, self.sentence.text[self.quantity.end : self.sentence.end]

    @cached_property
    def clause(self) -> str:
        """Return the clause of the quantity as far as the quantity."""
        return CLAUSE_BEGINS.split(self.before)[-1]

    def view(self, scope: Scope) -> View:
        """Return where rows of a scope look."""
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        if scope == SENTENCE:
            whole = text[start:end]
        elif scope == BEYOND:
            whole = text[start : self.quantity.end + NEARBY]
        else:
            whole = self.clause if scope == CLAUSE else self.before
        return View(self.before, text, self.quantity.end, end, whole)


@dataclass(frozen=True)
class NameContext(InSentence):
    """A name before a quantity. Rows look before it, and after it as far as the quantity."""

    quantity: Quantity
    name: Name

    @cached_property
    def between(self) -> str:
        """Return the words between the name and the quantity."""
        return self.sentence.text[self.name.end : self.quantity.start]

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before the name, and the words between it and the quantity."""
        return self.sentence.text[self.sentence.start : self.name.start], self.between

    def view(self, _: Scope) -> View:
        """Return the text around the name, of which the whole is what stands between name and quantity."""
        return View(self.sides[0], self.sentence.text, self.name.end, self.quantity.start, self.between)


@dataclass(frozen=True)
class CountContext(InSentence):
    """A quantity before a name. Rows look before it, and at the words between the two, without brackets."""

    quantity: Quantity
    between: str

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before the quantity, and the words between it and the name."""
        return self.sentence.text[self.sentence.start : self.quantity.start], self.between

    def view(self, _: Scope) -> View:
        """Return the text before the quantity, and the words between it and the name."""
        return View(self.sides[0], self.between, 0, len(self.between), self.between)
