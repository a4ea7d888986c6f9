"""Find the row by which a mention has its day, or none."""

import re
from collections.abc import Sequence

from db.models import Mention
from tracker.explain.deciding import Verdict
from tracker.explain.fields import Tagging
from tracker.explain.naming import Rule
from tracker.tag.days.candidates import Dates
from tracker.tag.days.choose import deciding_row
from tracker.tag.reading import Reading
from tracker.tag.statements import Statement
from tracker.text.normalize import Span


def decided_day(
    mention: Mention, reading: Reading, statement: Statement, tagged: Tagging
) -> tuple[Verdict, Sequence[re.Match[str]]]:
    """Return the row that gave a mention its day, or none, and the words that it matched.

    If it has no patterns, these are the words that name the day in the sentence.
    """
    sentence = Span(statement.start, statement.end)
    row = deciding_row(Dates(reading), statement.act, sentence, statement.body)
    if row is None:
        return Verdict(None, mention.day), []
    rule = Rule(row.name)
    without = tagged.without(frozenset((rule,))).get(mention.initiative)
    named = [day for day in reading.days if day.day == mention.day and sentence.start <= day.start < sentence.end]
    words = [re.compile(re.escape(reading.text[day.start : day.end])) for day in named[:1]]
    found = [match for one in words if (match := one.search(reading.text, *sentence))]
    return Verdict(rule, without and without.day), tagged.trace.matches_beside(rule) or found
