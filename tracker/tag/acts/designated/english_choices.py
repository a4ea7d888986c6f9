"""Define questions of rows on choices in English: what is a total so far, and who was named what."""

import re

from tracker.tag.acts.designated.choices import SO_FAR
from tracker.tag.acts.target_context import TargetContext

CHOSEN_AS = re.compile(
    r"\b(?:approv|identif|select|nam|list|pick|designat|recogni[sz]|certif|appoint)(?:ied|ed)\b"
    r"[^;]{0,260}(?<!such )\bas\b[^.;]{0,140}$"
)
# Among the 20 cities selected for X.
SELECTED = re.compile(
    r"\b(?:selected|chosen|shortlisted|picked)\s+(?:for|as|to|into|among)\b"
    r"(?:(?!, (?:and|while|with|as) (?:the|its|it|they|an?|more)\b)[^.;]){0,110}$"
)
# Has decided to set up a committee: a decision, and not a plan.
DECIDED = re.compile(
    r"\bdecided to (?=(?:\w+ly )?(?:establish|set up|found|form|create|approve|recogni[sz]e|designate)\b)"
)
# Shanghai has been named a national X; nine firms have been approved to test X.
BEEN_CHOSEN = re.compile(
    r"\b(?:(?:has|have) been|was|were) (?:\w+ly )?(?:"
    r"(?:named|designated|recogni[sz]ed|certified)(?: as)? (?:an? )?(?:[\w-]+ ){0,2}$|"
    r"(?:approved|licensed|cleared|selected|chosen|picked) (?:to|for)\b"
    r"(?:(?!, (?:and|while|with|as) (?:the|its|it|they|an?|more)\b)[^.;]){0,90}$|added to the [^.;]{0,40}$)"
)
# Was named a little giant in 2021: describes a firm; selected for a final.
IN_A_YEAR = re.compile(r"[^.;]*\bin (?:19|20)\d\d\b")
CONTEST = re.compile(r"[^.;]{0,40}\b(?:contest|competition|final)\b")
ONE = re.compile(r"\ba(?: national)?\s*$")
HOW_MANY = re.compile(r"\ba total of\b", re.IGNORECASE)
NEW = re.compile(
    r"\d|\b(?:first|second|third|fourth|fifth|new|another|additional|batch|group|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
# As a pilot city for X.
AS_PILOT = re.compile(r"\bas (?:an?|one of the) (?:\w+ )?(?:pilot|demonstration|model|trial)\b")
# Thirteen new zones were approved: the English passive stands behind the name.
PASSIVE = re.compile(r"[^.;]{0,40}\b(?:were|was|been)\s+")
MORE = re.compile(r"\b(?:new|more|first|another|batch)\b|^\W*an? (?:[\w-]+ ){0,2}$", re.IGNORECASE)
FOUNDED = re.compile(r"(?:formally |officially )?(?:established|founded|set up|inaugurated)\b")
NAMED_AS = re.compile(r"\b(?:(?:were|was)(?: \w+ly)?|been newly) $")
# The third batch of X was announced, the list of X was released, and not in 2024.
LIST_OF = re.compile(r"\b(?:(?:list|batch|cohort|group|round) of|[Ff]irst \d+)\b[^.;]*$")


def is_a_sum_so_far(said: TargetContext) -> re.Match[str] | None:
    """It is a sum so far, or a total of so many, which only a passive says of what is new."""
    before = said.plain[: said.hit.start]
    return SO_FAR.search(HOW_MANY.sub("", before) if BEEN_CHOSEN.search(before) else before)


def is_planned_earlier(said: TargetContext) -> re.Match[str] | None:
    """A word before the name in its sentence says that it will be done."""
    return said.patterns.will.search(DECIDED.sub("", said.plain[: said.hit.start]))


def is_recalled_earlier(said: TargetContext) -> re.Match[str] | None:
    """Something before the name calls it to mind."""
    return said.patterns.recall.search(said.plain[: said.hit.start])


def has_been_chosen(said: TargetContext) -> re.Match[str] | None:
    """A city has been named a national X, or so many firms have been approved to test X."""
    before = said.plain[: said.hit.start]
    been = BEEN_CHOSEN.search(before)
    return been if been and (NEW.search(before) or ONE.search(been[0])) else None


def is_selected_among_new(said: TargetContext) -> re.Match[str] | None:
    """A number or a new group was selected for it: among the 20 cities selected for X."""
    before = said.plain[: said.hit.start]
    selected = SELECTED.search(before)
    return selected if selected and NEW.search(before, max(0, selected.start() - 40)) else None


def is_chosen_as(said: TargetContext) -> re.Match[str] | None:
    """New ones were chosen as such: identified ten cities as pilots of X."""
    before = said.plain[: said.hit.start]
    chosen = CHOSEN_AS.search(before)
    new = chosen and (NEW.search(before, chosen.start()) or AS_PILOT.search(before, chosen.start()))
    return chosen if new else None


def is_newly_named(said: TargetContext) -> re.Match[str] | None:
    """They were newly listed or named so: 30 enterprises were newly listed as X."""
    named = said.patterns.designate.finditer(said.asserted, 0, said.hit.start)
    return next((verb for verb in named if NAMED_AS.search(said.asserted, 0, verb.start())), None)


def is_a_list_that_was_issued(said: TargetContext) -> re.Match[str] | None:
    """A batch or a list was announced, and not in an earlier year: the third batch of X was announced."""
    passive = PASSIVE.match(said.plain, said.hit.end)
    if passive is None or IN_A_YEAR.match(said.plain, passive.end()):
        return None
    return LIST_OF.search(said.plain, 0, said.hit.start) and said.patterns.issue.match(said.plain, passive.end())


def is_approved_as_new(said: TargetContext) -> re.Match[str] | None:
    """New ones were approved or founded: two new X were approved."""
    passive = PASSIVE.match(said.plain, said.hit.end)
    if passive is None or not (MORE.search(said.plain, 0, said.hit.end) or MORE.search(said.plain[: said.hit.start])):
        return None
    end = passive.end()
    return said.patterns.designate.match(said.plain, end) or FOUNDED.match(said.plain, end)
