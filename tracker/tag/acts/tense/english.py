"""Define the questions of rows about results and plans in an English sentence, and texts without misleading words."""

import re
from collections.abc import Iterable

from tracker.tag.acts.target_context import TargetContext, strike
from tracker.tag.notation import compiled

# A meeting was held to curb X, a talk focused on bringing X down: still to be done.
TO_CURB = (
    r"\b(to (jointly |further )?(tackle|address|curb|combat|rein in|crack down on|eliminate|fight|clamp down on)|"
    r"(meeting|talks?|conference|campaign|discussions?|symposium)\b…30\bfocused on \w+ing|focus(es)? on \w+ing)\b"
)
# After a plan these report something beside it: the zones, which have grown; a goal that was set; (up 5 percent).
BESIDE = re.compile(
    r"\b(?:which|that|who)\s+(?:\w+ly\s+|China\s+|it\s+)?(?:has|have|had|was|were|is|are)\b[^,;]*|\([^()]*\)"
)
# Will issue bonds totaling 300 billion yuan: the size of what is planned.
SIZED = re.compile(r"(?<!, )\b(?:total+ing|exceeding|surpassing|topping|reaching|hitting|averaging|growing)\b")
CLAUSE_END = re.compile(r"[,;]")
# Continued to be unleashed, has made efforts to: not a plan.
STILL = re.compile(r"\bcontinue[sd] to be\b|(?<=\bmade )(?:\w+ ){0,2}efforts to\b")
# Background: "Made in China 2025, which was launched in 2015"; disorder that has emerged.
BACKGROUND = re.compile(
    r"^[\"”,)]* (?:which|that) (?:was|were) (?:first )?\w+ed\b[^,.;]*|"
    r"^(?: in [^.;,]{3,40})? that (?:has|have) (?:recently )?(?:emerged|arisen|appeared|occurred)\b[^,.;]*"
)
# In order to promote X, ....
TO_END = re.compile(r"\W*(?:In order to|To(?! (?:date|this|the|be)\b)) [^.;]*?, ")
EXPECTED = re.compile(r"\bexpected to\b")
IN_YEAR = re.compile(r"\bin ((?:19|20)\d\d)\b")
IN_BRACKETS = re.compile(r"\([^()]*\)")
NUMBER = re.compile(r"\d")
# An item of a list of plans: Stepping up development of X.
TO_COME = re.compile(
    r"^[^A-Za-z]{0,6}(?!According|Including|During|Following|Regarding|Concerning|Considering|"
    r"(?:Bei|Nan)jing|(?:Xi|Ji|Sui)ning|\w+qing\b|Boeing)"
    r"[A-Z][a-z]+ing\b(?: up)?[^.;]*$"
)
PARTS = re.compile(r"\b(?:such as|including)\b")


def is_for_something_to_curb(said: TargetContext) -> bool:
    """A verb of curbing ends at or in the name, or behind its beginning: held a meeting to curb X."""
    found = compiled(TO_CURB, "en").finditer(said.plain, 0, said.hit.end)
    return any(said.hit.start < match.end() for match in found)


def is_an_instance(said: TargetContext) -> bool:
    """It is based on the name or an instance of it: such as X; and does not count it: a stock of 28 million X."""
    return bool(settings(said))


def opens_with_an_end(said: TargetContext) -> re.Match[str] | None:
    """The sentence opens with an aim, for which something is arranged: In order to promote X, ...."""
    return TO_END.match(said.plain)


def is_done_by_name(said: TargetContext) -> re.Match[str] | None:
    """The name itself has a word of what is done."""
    return said.patterns.done.search(said.plain, *said.hit)


def is_under_a_verb_of_plans(said: TargetContext) -> re.Match[str] | None:
    """A verb of planning precedes the name: speed up, building."""
    return said.patterns.plan.search(before(said))


def is_to_come(said: TargetContext) -> re.Match[str] | None:
    """It is an item of a list of plans: Stepping up development of X."""
    return TO_COME.search(before(said).strip())


def before(said: TargetContext) -> str:
    """Return what leads to the sentence and its part before the name, without words in brackets."""
    return f"{said.lead} {strike(IN_BRACKETS, said.plain[: said.hit.start])}"


def behind(said: TargetContext) -> str:
    """Return the part of the sentence behind the name, without background: which was launched in 2015."""
    return BACKGROUND.sub("", said.plain[said.hit.end :])


def settings(said: TargetContext) -> list[int]:
    """Return where the words end that make the name an instance or a scene.

    Such as X names X; a stock of 28 million X counts X; what else is based on X only names it.
    """
    text = before(said)
    return [
        m.end()
        for m in said.patterns.setting.finditer(text)
        if not text.endswith("fforts will be ", 0, m.start())
        and not PARTS.fullmatch(m[0])
        and not NUMBER.search(text, m.end())
    ]


def is_reckoned(said: TargetContext, text: str) -> bool:
    """Decide whether an estimate is of a year that is over: is expected to exceed 48 trillion yuan reports a result."""
    years = [int(m[1]) for m in IN_YEAR.finditer(said.text)]
    return bool(EXPECTED.search(text) and years and said.published and max(years) < said.published.year)


def without_what_is_beside(text: str, planned: Iterable[int]) -> str:
    """Return `text` at its length, without what it reports beside its plans, and without the sizes of these."""
    first = min(planned)
    text = text[:first] + strike(BESIDE, text[first:])
    for start in planned:
        ends = CLAUSE_END.search(text, start)
        end = ends.start() if ends else len(text)
        text = text[:start] + strike(SIZED, text[start:end]) + text[end:]
    return text
