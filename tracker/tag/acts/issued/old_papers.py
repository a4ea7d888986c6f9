"""Rows by which an English sentence reports a paper of another time, research, or results, and no new paper."""

import re
from datetime import date

from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import ASSERTED, Rule, Table
from tracker.text.printed_day import MONTHS

FRESH_MONTHS = 2
YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|back in|of|[Oo]n)\s+(?:early |late |mid-)?"
    r"(?:([A-Z][a-z]{2,8})[.,]?\s+(?:\d{1,2},?\s+)?)?((?:19|20)\d\d)\b"
)
# In August 2025, the State Council issued: a text without a day reports what was.
IN_A_YEAR = re.compile(
    r"^\W*(?:Back |As early as )?[Ii]n (?:[A-Z][a-z]{2,8} )?20\d\d,? (?!\d)|"
    r"\b(?:issued|released|unveiled|published) by [^.;]{0,80}\bin (?:[A-Z][a-z]{2,8} )?20\d\d\b(?! and)"
)
MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# In October, China unveiled a plan, when it is December.
AT_HEAD = re.compile(rf"\W*(?:Back |Earlier, )?[Ii]n {MONTH}[a-z]*( this year)?, (?!20)")
# Released in January, when it is July.
IN_MONTH = re.compile(
    rf"\b(?:issued|released|unveiled|published|announced|adopted) (?:in|on) {MONTH}[a-z]*\b(?! 20|, 20| \d)"
)
LAST_MONTH_NAMED = re.compile(rf"\b[Ll]ast (?:year|{MONTH}\w*)\b")


def names_an_old_year(sentence: str, published: date | None) -> bool:
    """Decide whether a year that `sentence` names, or a month of it, is long past on the day of publication."""
    if published is None:
        return False
    for named in YEAR.finditer(sentence):
        number = MONTHS.get((named[1] or "")[:3].lower(), len(MONTHS))
        if (published.year - int(named[2])) * 12 + published.month - number > FRESH_MONTHS:
            return True
    return False


def is_of_an_old_year(said: TargetContext) -> bool:
    """A year that the sentence names, or a month of it, is long past; in a text without a day, any year."""
    if said.published is None:
        return bool(IN_A_YEAR.search(said.asserted))
    return names_an_old_year(said.asserted, said.published)


def is_of_an_old_month(said: TargetContext) -> bool:
    """A month without a year that the sentence names is long past."""
    if said.published is None:
        return False
    if (named := AT_HEAD.match(said.asserted)) and _months_since(named[1], said.published) >= FRESH_MONTHS:
        return True
    if (named := IN_MONTH.search(said.asserted)) and _months_since(named[1], said.published) > FRESH_MONTHS:
        return True
    last = LAST_MONTH_NAMED.search(said.asserted)
    return bool(last and (not last[1] or (_months_since(last[1], said.published) or len(MONTHS)) > FRESH_MONTHS))


def is_later_in_the_year(said: TargetContext) -> bool:
    """The year of publication is more than two months old."""
    return said.published is not None and said.published.month > FRESH_MONTHS


def _months_since(month: str, published: date) -> int:
    """Return the months since the last month of that name; 0 in that month itself."""
    return (published.month - MONTHS[month.lower()]) % len(MONTHS)


NOT_NEW = Table(
    [
        Rule(
            "en.issued.many-standards",
            text=r"\d[^.,;]{0,50}\bstandards (have|had) been\b|\bstandards …40\bwere \w+ for \d|"
            r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (local|provincial|municipal) standards\b",
            scope=ASSERTED,
            against=True,
            examples=(
                "Some 22 standards have been released on the industrial internet.",
                "The city has issued five local standards on hydrogen energy.",
            ),
        ),
        Rule(
            "en.issued.remarks-at-another-paper",
            text=r"(?i:\b(remarks?|comments?|statements?|words|views?) (came|comes?|follow(s|ed)?)\b)",
            scope=ASSERTED,
            against=True,
            examples=(
                "The remarks came as China issued a guideline on the low-altitude economy.",
                "His comments followed the release of a plan on hydrogen energy.",
            ),
        ),
        Rule(
            "en.issued.followed-by-something-else",
            before=r"^\W*(This|That|It|The \w+) (also )?(aligns|accords|dovetails|builds|echoes|is in line)"
            r" ……40\b(guideline|plan|notice|document|polic(y|ies)|opinions?|blueprint)\b……",
            scope=ASSERTED,
            against=True,
            examples=(
                "This aligns with a guideline on the AI Plus action issued by the State Council in August.",
                "The move builds on a plan on hydrogen energy that was released in spring.",
            ),
        ),
        Rule(
            "en.issued.had-been-before",
            text=r"^((?!\b(said|says|told|announced|revealed|reported|disclosed|noted|that)\b)[^.;])*"
            r"\bhad (already |earlier |previously |jointly )?(issued|released|unveiled|published|introduced)\b"
            r"(?![^.;]*\b(said|says|told|according to)\b)",
            scope=ASSERTED,
            against=True,
            examples=(
                "China had released a plan for hydrogen energy in late March.",
                "The ministry had already published a guideline on the industrial internet.",
            ),
        ),
        Rule(
            "en.issued.in-many-places",
            text=r"\b\d[\d,]* ([\w-]+ ){1,5}(plans|guidelines|policies|measures|documents|papers)\b……60"
            r"\b(have|had) been (issued|released|published|introduced|rolled out|unveiled)\b",
            scope=ASSERTED,
            against=True,
            examples=(
                "More than 200 hydrogen energy plans and guidelines have been issued in 20 provinces.",
                "Some 40 low-altitude economy policies have been introduced so far.",
            ),
        ),
        Rule(
            "en.issued.research",
            text=r"\bpublished (\w+ ){0,3}(papers?|stud(y|ies)|articles?|findings|results)\b"
            r"……\bin (the )?(journals?|Nature|Science|Cell)\b",
            scope=ASSERTED,
            against=True,
            examples=(
                "The team published a paper on quantum technology in the journal Nature.",
                "Scientists published their findings on humanoid robots in Science.",
            ),
        ),
        Rule(
            "en.issued.at-the-start-of-the-year",
            text=r"^\W*((At the (start|beginning) of|Early|Earlier) th(is|e) year\b|This year,|Not long ago,)",
            scope=ASSERTED,
            when=(is_later_in_the_year,),
            against=True,
            examples=(
                "At the start of this year, a guideline on the low-altitude economy was released.",
                "This year, the ministry issued a plan on hydrogen energy.",
            ),
        ),
        Rule(
            "en.issued.of-an-old-year",
            when=(is_of_an_old_year,),
            against=True,
            examples=(
                "A plan on the low-altitude economy was released in 2021.",
                "In March 2024, the cabinet issued a notice on hydrogen energy.",
            ),
        ),
        Rule(
            "en.issued.of-an-old-month",
            when=(is_of_an_old_month,),
            against=True,
            examples=(
                "In January, China unveiled a plan on the low-altitude economy.",
                "Last year, the ministry issued a guideline on hydrogen energy.",
            ),
        ),
    ]
)
