"""Show rows a day that a text names, with the words before and after it."""

from dataclasses import dataclass
from functools import cached_property

from tracker.tag.engine import Scope, View
from tracker.tag.reading import FAR, InDocument
from tracker.text.days import Day
from tracker.text.normalize import Span


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
