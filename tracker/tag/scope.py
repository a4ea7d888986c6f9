"""Decide whether a sentence says of one name whatever it says after it: In smart factories, 12 lines opened."""

import re

from tracker.tag.sentences import Name, Sentence
from tracker.text.numbers.amounts import Quantity

# The trade-in policy lent a hand to spending: sales of fridges rose 30.7 percent.
EFFECT = re.compile(
    r"[^.;:]{0,30}\b(?:boost|lift|lent|spur|driv|drove|bolster|pays?|paid|help|stimulat|unleash|work|fuel|"
    r"t(?:akes|ook) effect|shows?|bears?|bore)[^.;:\d]{0,60}: "
)
# In the low-altitude economy, 12 firms opened: the field in which all is said.
SCOPE = re.compile(
    r"\W*(?:In|On|For|As for|Regarding|In terms of|Under|Thanks to|(?:Driven|Boosted|Fuell?ed|Spurred|Helped|Lifted) "
    r"by)(?: the)?(?: (?:field|area|sector) of(?: the)?)? \W?$"
)
CLAUSE = re.compile(r", ")


def covers(sentence: Sentence, name: Name, quantity: Quantity) -> bool:
    """Decide whether the words after a name, up to a quantity, say what it brought or what happened in its field."""
    text = sentence.text
    if EFFECT.match(text, name.end, quantity.start):
        return True
    begins = SCOPE.fullmatch(text, sentence.start, name.start)
    return bool(begins) and text.startswith(",", name.end) and not CLAUSE.search(text, name.end + 1, quantity.start)
