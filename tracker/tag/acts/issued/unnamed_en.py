"""Find English sentences that report a paper without naming its subject, and the names that they give it later."""

import re

from tracker.tag.acts.target_context import TargetContext

KIND = (
    r"(?:(?:action |implementation |work |development |five-year |\w+-year )*plans?|notice|circular|announcement|"
    r"guidelines?|guiding opinions|opinions|blueprint|road ?map|directive|document|regulations?|(?:ground )?rules|"
    r"(?:policy )?package)"
)
NEW = r"(?:an?|the (?:country's |nation's |city's |province's )?(?:first|new|latest)|their|its first|its new)"
# Said on Wednesday in a joint circular, in the first plan for the fuel.
SAID_IN = re.compile(
    rf"(?<!\bto )(?<!\bwill )\b(?:said|says|announced|told|ordered|warned|declared|stated)\b[^.;]{{0,140}}?\bin {NEW} "
    rf"(?:[\w-]+ ){{0,5}}?{KIND}\b(?! of (?:view|attack))"
)
# In a joint announcement, the two bodies said that.
IN_A = re.compile(
    rf"^\W*(?:[^.;,]{{3,40}}, )?[Ii]n (?:an?|their|its|the) (?:\w+ )?(?:{KIND}\b)(?<!\bplan)(?<!\bplans)[^.;]{{0,180}}?"
    r"\b(?:said|says|told|called|urged|ordered|asked|vowed|pledged|banned|required|demanded|set|laid)\b"
)
# A provincial roadmap shows; an action plan covering 2024 to 2028 shows.
SHOWS = re.compile(
    rf"\b(?:an?|{NEW}) (?:(?!draft\b)[\w'-]+ ){{0,5}}?{KIND}\b(?: [^.;,]{{1,70}}?)? (?:shows?|showed|reads|reveals|"
    rf"revealed)\b(?! that (?:it|they) (?:is|are) considering)"
)
# What a paper wants, and not what statistics show.
WANTED = re.compile(
    r"\b(?:could|may|might|can|needs?|exempt\w*|free of|ban(?:s|ned)?|suspend\w*|allow\w*|limit\w*|lower(?:s|ed)?)\b"
)
# According to an announcement by the ministry; under new rules.
ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Uu]nder) (?:an?|new|the (?:new|latest)) (?:(?!five-year|draft)[\w'-]+ ){{0,5}}?{KIND}\b"
    # Under a national plan that runs to 2035: known for long.
    r"(?! (?:that|which) (?:runs?|ran|dates?|goes|stretche[sd])\b"
    r"| (?:of|from|since|running|dating|adopted in|issued in) [^.;,]{0,20}(?:(?:19|20)\d\d|last year))"
)
# The June 9 directive requires: a paper is identified by its day.
DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2} (?:[\w-]+ ){0,2}"
    r"(?:notice|circular|directive|guidelines?|order|rules)"
    r"(?= (?:mandates?|requires?|orders?|tells?|calls? for|sets?|bans?|says?)\b)"
)
# A circular orders; it does not count.
ORDERS = re.compile(r"\b(?:notice|circular|directive|rules|regulations?)$")
WAYS = (SAID_IN, IN_A, SHOWS, ACCORDING, DATED)
# The plan, which goes by the name of X; the document, dubbed X. Titled as opinions on X, the document says.
ALIAS = re.compile(
    r"^\W*(?:[Tt]itled|[Ee]ntitled|[Dd]ubbed|[Nn]amed|[Kk]nown as)(?: as)?,? [\"'“]?(?:[\w-]+ ){0,9}$"
    rf"|\b(?:{KIND}|policy|program(?:me)?|initiative|strategy|text)\b[^.;]{{0,60}}?"
    r"\b(?:(?:also |better |officially |formally )?(?:known|referred to) as|dubbed|called|titled|entitled|"
    r"labell?ed|named|"
    r"(?:goes|go|going|went) (?:by|under) the (?:name|title|label)(?: of)?|(?:by|under) the (?:name|title|heading) of)"
    r",? (?:the )?[\"'“]?(?:(?:[A-Z][\w-]+|for|on|of|the|to|and) ){0,6}$"
)


def reports_one(said: TargetContext) -> bool:
    """The sentence reports a paper as the source of what it says, and names no subject of it."""
    sentence, p = said.asserted, said.patterns
    found = [one[0] for way in WAYS if (one := way.search(sentence)) and not p.recall.search(one[0])]
    if not found:
        return False
    wants = p.will.search(sentence) or p.urge.search(sentence) or WANTED.search(sentence)
    return wants is not None or any(map(ORDERS.search, found))


def is_given_as_its_name(before: str) -> bool:
    """Decide whether `before`, a sentence as far as a name, gives a paper this name."""
    return bool(ALIAS.search(before))
