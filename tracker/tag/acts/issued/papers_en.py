"""Decide whether an English sentence reports as news that a paper on the initiative was issued."""

import re

from tracker.tag.acts.designated import english_rows
from tracker.tag.acts.issued.releases_en import release
from tracker.tag.acts.issued.taxes import is_taxed
from tracker.tag.acts.target_context import TargetContext

# The matters concerning X are notified as follows.
MATTERS = re.compile(r"\bmatters?\b[^.;]{0,40}\b(?:concerning|on|regarding|related to|about)\b[^.;]{0,80}$")
# Issued "Made in China 2025": the name is the paper's.
ITS_NAME = re.compile(r"\b(?:issued|released|unveiled|published|promulgated) [\"'《]$")
# Released the "Digital China Development Report": a study.
A_REPORT = re.compile(r"[^\"'》.;]{0,40}\b(?:Report|Index|White Paper)\b")
# Completed the draft of the standard on X and opened it for public comment.
FOR_COMMENTS = (
    re.compile(r"\bdrafts?\b[^.;]{0,120}$"),
    re.compile(
        r"[^.;]{0,120}\b(?:for|began|started|invit\w+|solicit\w*|seek\w*) public (?:comments?|opinions?|feedback)\b"
    ),
)
# Opened the public consultation on the standards for X.
CONSULTED = (
    re.compile(
        r"\b(?:open(?:ed|s)?|launch(?:ed|es)|began|start(?:ed|s)|seek(?:s|ing)?|solicit(?:ed|s|ing)?|"
        r"invit(?:ed|es|ing))\b[^.;]{0,30}\b(?:consultations?|comments?|opinions?|feedback)\b[^.;]{0,30}"
        r"\bon (?:the|an?|its|draft)\b[^.;]{0,80}$"
    ),
    re.compile(
        r"[^.;]{0,60}\b(?:[Gg]uidelines?|[Pp]lan|[Rr]ules|[Mm]easures|[Ss]tandards?|[Rr]egulations?|[Pp]rovisions|"
        r"[Cc]atalog(?:ue)?|[Oo]pinions|[Cc]onditions|[Cc]riteria|[Ss]pecifications)\b"
    ),
)
# Began soliciting public opinion on draft conditions for X.
CONSULTED_ON = re.compile(
    r"\b(?:consult(?:ation|s|ed|ing)*|comments?|opinions?|feedback|suggestions|views)\b[^.;]{0,30} (?:on|about|for) "
    r"(?:(?:the|an?|its|draft|revised|\w+) ){0,6}"
    r"(?:guidelines?|plan|rules|measures|standards?|regulations?|provisions|catalog(?:ue)?|conditions|criteria|"
    r"specifications|draft) (?:for|on|of|to)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
NOTIFIED = re.compile(r"[^.;]{0,80}\bnotified as follows")


def issues_in_english(said: TargetContext) -> bool:
    """Decide whether the initiative stands where the sentence gives the subject of a paper that was put out."""
    if any(row.find(said) is not None for row in english_rows.MADE):
        return False
    if MATTERS.search(said.plain, 0, said.hit.start) and NOTIFIED.match(said.plain, said.hit.end):
        return True
    if ITS_NAME.search(said.plain, 0, said.hit.start):
        return not A_REPORT.match(said.plain, said.hit.end)
    if is_taxed(said) or _is_for_comments(said):
        return True
    told = release(said.asserted, said.patterns, said.published)
    return told is not None and any(about.start <= said.hit.start < about.end for about in told.about)


def _is_for_comments(said: TargetContext) -> bool:
    """Decide whether a draft about the initiative is put before the public."""
    shown = any(
        before.search(said.plain, 0, said.hit.start) and behind.match(said.plain, said.hit.end)
        for before, behind in (FOR_COMMENTS, CONSULTED)
    ) or CONSULTED_ON.search(said.plain, 0, said.hit.start)
    return said.kind == "news" and bool(shown)
