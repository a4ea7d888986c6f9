"""Show rows a day that a text names, and define the conditions that they test besides their patterns."""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import Scope, View
from tracker.tag.reading import FAR, InDocument
from tracker.text.captions import is_in_caption
from tracker.text.days import Day
from tracker.text.normalize import Span

AROUND = 14
BESIDE = 3
AT_HEAD = 6
# An event from Friday to Saturday is reported with its days; from Friday on, something holds.
SEVERAL = re.compile(r" (?:to|and|through) |[至到—–-]")
FROM = ("from", "自", "从")
WEEKDAY = re.compile(r"\w+day|(?:周|星期)\w", re.IGNORECASE)
WITH_YEAR = re.compile(r"\b(?:19|20)\d\d$")


@dataclass(frozen=True)
class DayContext(InDocument):
    """A day in a text. Rows look before it as far as its sentence reaches, and after it further."""

    day: Day

    @cached_property
    def sentence(self) -> Span:
        """Return the sentence that names the day."""
        return self.reading.sentence(self.day.start)

    @cached_property
    def before(self) -> str:
        """Return the sentence as far as the day, of an endless one the part nearby."""
        return self.reading.text[max(self.sentence.start, self.day.start - FAR) : self.day.start]

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Return the sentence before the day, and the text after it as far as rows look."""
        return self.before, self.reading.text[self.day.end : self.day.end + FAR]

    def view(self, _: Scope) -> View:
        """Return the text around the day; rows about days have one scope."""
        text, (start, end) = self.reading.text, self.sentence
        return View(self.before, text, self.day.end, min(len(text), self.day.end + FAR), text[start:end])


def is_above_the_report(said: DayContext) -> bool:
    """The day is above the report, among titles, dates and sources."""
    return said.day.start < said.reading.prose


def is_in_a_caption(said: DayContext) -> bool:
    """The day is in the caption of a picture."""
    return is_in_caption(said.reading.text, said.day.start, said.sentence)


def is_alone(said: DayContext) -> bool:
    """The sentence holds nothing but the day: August 27th."""
    return said.sentence.end - said.sentence.start <= said.day.end - said.day.start + BESIDE


def is_ahead(said: DayContext) -> bool:
    """The day is after that of publication."""
    return bool(said.reading.published and said.day.day > said.reading.published)


def is_of_publication(said: DayContext) -> bool:
    """The day is that of publication."""
    return said.day.day == said.reading.published


def is_a_weekday(said: DayContext) -> re.Match[str] | None:
    """Only a weekday is named."""
    return WEEKDAY.fullmatch(said.reading.text, said.day.start, said.day.end)


def is_of_several(said: DayContext) -> re.Match[str] | None:
    """The day is the last of several: 1日至28日, from 1 to 28 July."""
    return SEVERAL.search(said.reading.text, said.day.start, said.day.end)


def is_whole_at_the_head(said: DayContext) -> bool:
    """The sentence begins with the day, and with its year."""
    at_head = said.day.start - said.sentence.start <= AT_HEAD
    return at_head and bool(WITH_YEAR.search(said.reading.text[said.day.start : said.day.end]))


def is_after_a_word_for_another_day(said: DayContext) -> bool:
    """A word of `other_days_before` in config/words.yaml precedes the day; a range of days may begin with "from"."""
    text, start, lasting = said.reading.text, said.day.start, is_of_several(said)
    words = said.reading.patterns.other_days_before.finditer(text, max(0, start - 3 * AROUND), start)
    found = [word.end() for word in words if not (lasting and word[0].lower() in FROM)]
    return bool(found) and start - found[-1] <= BESIDE


def is_before_a_word_for_another_day(said: DayContext) -> re.Match[str] | None:
    """A word of `other_days_after` in config/words.yaml follows the day."""
    return said.reading.patterns.other_days_after.search(said.reading.text, said.day.end, said.day.end + AROUND)
