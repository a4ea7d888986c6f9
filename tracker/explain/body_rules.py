"""Find the row by which a mention has its body, and the name that it has it from."""

import re
from collections.abc import Sequence

from db.models import Mention
from tracker.explain.deciding import Verdict
from tracker.explain.fields import BODIES, Tagging
from tracker.explain.naming import Rule
from tracker.tag.attribution.named import Named
from tracker.tag.attribution.voices import deciding_row
from tracker.tag.entities.bodies import Voice
from tracker.tag.reading import Reading
from tracker.tag.statements import Statement
from tracker.text.normalize import Span


def decided_body(
    mention: Mention, reading: Reading, statement: Statement, tagged: Tagging
) -> tuple[Verdict, Sequence[re.Match[str]]]:
    """Return the row that gave a mention its body, and the name as it is written; where it is declared is besides."""
    row, voice = deciding_row(Named(reading), Span(statement.start, statement.end), statement.hit)
    if row is None:
        return Verdict(None, mention.body), []
    rule, names = Rule(row.name), _names(reading, voice, tagged)
    without = tagged.without(frozenset((rule, *names))).get(mention.initiative)
    written = re.compile(re.escape(reading.text[voice.start : voice.end])) if voice else None
    found = written.search(reading.text, voice.start, voice.end) if written and voice else None
    return Verdict(rule, without and without.body, names), [found] if found else []


def _names(reading: Reading, voice: Voice | None, tagged: Tagging) -> tuple[Rule, ...]:
    """Return the name of config/bodies.yaml by which a voice is known; nothing for another word, such as "he"."""
    written = reading.text[voice.start : voice.end] if voice else ""
    return tuple(rule for rule in tagged.trace.modules if rule.kind == BODIES and rule.phrase == written)
