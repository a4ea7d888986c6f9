"""Find the rows by which figures are targets or results, and by which quantities are no figures of a mention.

A row has decided where the figures are others if it says the opposite.
"""

from collections.abc import Iterator
from typing import Any

from db.models import Mention
from tracker.explain.fields import Tagging
from tracker.explain.naming import Rule
from tracker.tag.engine import Table
from tracker.tag.figures.figure_tables import SERVED, tables
from tracker.tag.figures.modality import PLANS, TO_COME

Figure = dict[str, Any]
OF_KINDS = (TO_COME, PLANS)
MOST = 10


def kinds(mention: Mention, tagged: Tagging) -> Iterator[tuple[Figure, Rule | None]]:
    """Yield each figure with the row by which it is a target or a result; None for a result of which no row says so."""
    for figure in mention.figures:
        other = ((rule, _known(tagged.opposite(rule).get(mention.initiative))) for rule in _rows(tagged, kinds=True))
        yield figure, next((rule for rule, of in other if of.get(_key(figure), figure)["kind"] != figure["kind"]), None)


def left_out(mention: Mention, tagged: Tagging) -> Iterator[tuple[Figure, Rule]]:
    """Yield what would be a figure of the mention but for a row, with that row; at most ten."""
    known = _known(mention)
    for rule in _rows(tagged, kinds=False):
        for key, figure in _known(tagged.opposite(rule).get(mention.initiative)).items():
            if key not in known and len(known) < len(mention.figures) + MOST:
                known[key] = figure
                yield figure, rule


def _rows(tagged: Tagging, *, kinds: bool) -> Iterator[Rule]:
    """Yield the rows that matched in a text by which figures are of a kind, or those that leave quantities out."""
    every = (table for languages in tables().values() for table in languages.values())
    names = {row.name for table in every if (table in OF_KINDS) == kinds for row in _deciding(table, kinds=kinds)}
    return (rule for rule in tagged.trace.modules if rule.name in names)


def _deciding(table: Table, *, kinds: bool) -> Iterator[Any]:
    return (row for row in table.rows if kinds or row.against or table is SERVED)


def _known(mention: Mention | None) -> dict[tuple[Any, ...], Figure]:
    """Return the figures of a mention by what they state, whatever their kind."""
    return {_key(figure): figure for figure in mention.figures} if mention else {}


def _key(figure: Figure) -> tuple[Any, ...]:
    return figure["value"], figure["unit"], figure["what"]
