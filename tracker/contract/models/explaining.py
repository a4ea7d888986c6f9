"""The outputs of `tracker explain`: which rules gave an answer, and what it would be without them."""

from datetime import date

from tracker.acts import Act
from tracker.contract.models.correction import Corrected
from tracker.contract.models.mention import Figure
from tracker.contract.models.row import Row


class Place(Row):
    """A rule by its stable name, and the file and line where it is written."""

    rule: str
    place: str
    """Empty where there is no such place: the default when no rule matches."""


class Other(Place):
    """Another rule, and the act of the sentence alone without it."""

    without: str


class Decided(Place):
    """How a field got its answer."""

    matched: list[str]
    """The words that the rule matched."""
    marked: str
    """The quote with brackets around them."""
    besides: list[Place]
    """The rules that give the same answer, and are removed together with it."""


class DecidedAct(Decided):
    """How a mention got its act."""

    answer: Act
    ground: str
    """What it was read from: the sentence, the title, the paper ..."""
    without: str | None
    """The answer without the rule: an act, or `no mention`; null where no rule decided."""
    others: list[Other]


class DecidedText(Decided):
    """How a mention got its body or its stage."""

    answer: str | None
    without: str | None


class DecidedDay(Decided):
    """How a mention got a day."""

    answer: date | None
    without: date | None


class DecidedFigure(Place):
    """A figure, and the rule that decided on it."""

    figure: Figure


class DecidedFigures(Decided):
    """How a mention got its figures."""

    answer: list[Figure]
    without: list[Figure] | None
    kinds: list[DecidedFigure]
    """By which rule each is a target or a result."""
    left_out: list[DecidedFigure]
    """What would be a figure but for a rule; ten at most."""


class Term(Place):
    """The term by which an initiative was found, as declared and as written."""

    term: str
    written: str


class Lost(Row):
    """Another sentence that names the initiative, and the act that it reports by itself."""

    act: Act
    sentence: str


class ExplainedMention(Row):
    """One initiative in the text, and how each of its fields came about."""

    initiative: str
    term: Term
    act: DecidedAct
    body: DecidedText
    day: DecidedDay
    stage: DecidedText
    comment_until: DecidedDay
    effective: DecidedDay
    expires: DecidedDay
    figures: DecidedFigures
    lost: list[Lost]


class Tried(Decided):
    """The act that a sentence states of one initiative in it, by itself."""

    initiative: str
    written: str
    """The name as the sentence writes it."""
    act: Act
    without: str | None
    """The act without this rule and `besides`; null where no rule decided."""
    others: list[Other]


class ChangedMention(Row):
    """A mention whose act or quote is another with a new row."""

    url: str
    initiative: str
    before: Act
    after: Act
    quote: str
    """The sentence that proves the act with the row."""


class AddedRow(Row):
    """A new row, where it stands, and what it changes."""

    name: str
    file: str
    line: int
    """Where the row next to it is."""
    row: str
    """The row as Python."""
    written: bool
    """Whether the row is written into the file."""
    documents: int
    tried: int
    """How many of the documents have the words that the row needs, and were read with it and without it."""
    changes: list[ChangedMention]


class NotMeant(Row):
    """A term that occurs in the text and is ruled out by its context."""

    initiative: str
    term: str
    written: str


class CorrectedAnnouncement(Corrected):
    """What a person corrected, and in which announcement."""

    announcement: int
    initiative: str


class Explanation(Row):
    """How a document, an announcement or a text was read, and why."""

    initiative: str | None
    """The only one that was asked for."""
    url: str | None
    """Null of a text that is not stored."""
    title: str | None
    kind: str | None
    """Of the text: news, a paper, a list ...; null where it mentions nothing."""
    mentions: list[ExplainedMention]
    not_meant: list[NotMeant]
    corrected: list[CorrectedAnnouncement]


class StoryExplanation(Place):
    """Why two documents report one announcement, or do not."""

    urls: list[str]
    items: list[str | None]
    """The headlines of the two items that are linked, or are closest to being linked."""
    same: bool
    """Whether the rules take them for one announcement."""
    without: bool | None
    """Whether they would be one without the rule and `besides`; null where none decided."""
    besides: list[str]
    """Rules right behind it that say the same."""
    tests: list[Place]
    """All rules that apply, in the order in which they are asked: `stories.join` for one, `stories.part` against it."""
    score: int
    enough: int
    evidence: dict[str, int]
    """Points by the name of the evidence, the heaviest first."""
    keys: list[str]
    """The blocking keys that both have; without one they are never compared."""
    corrected: list[CorrectedAnnouncement]
    """What people joined and parted in the stories of the two documents."""
