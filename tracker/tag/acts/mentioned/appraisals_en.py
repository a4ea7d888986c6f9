"""Detect where an English sentence states what an initiative is or is worth."""

import re

from tracker.tag.acts.target_context import TargetContext

WEIGHT = (
    "important|key|major|central|crucial|vital|critical|strategic|indispensable|core|powerful|solid|necessary|"
    "essential|"
    "positive|significant|basic|fundamental|pivotal|integral"
)
PART = (
    r"force|part|step|measure|means|foundation|basis|engine|driver|carrier|support|role|guarantee|task|move|direction|"
    r"field|area|component|symbol|indicator|path|pathway|link|vehicle|infrastructure|starting point|"
    r"base|requirement|way|choice|impetus|pillar|cornerstone"
)
BEING = r"\b(?:is|are|was|were|be|been|as|becom\w+|became|play\w*|constitut\w*|(?:serv|act)\w+ as|remain\w*)\b"
# An important force in promoting X; of great significance for building X.
PART_OF = re.compile(
    rf"{BEING}[^.;]{{0,50}}\b(?:{WEIGHT})\b(?! to\b)[^.;]{{0,40}}\b(?:{PART})s?\b (?:in|of|for|to|behind)\b"
    r"(?:(?!, (?:promote|accelerate|advance|build|develop|strengthen|foster|continuously|deepen|improve|expand)\b)"
    r"[^.;])*$"
)
# Providing strong support for advancing X.
PROVIDES = re.compile(
    r"\b(?:provid\w+|lays?|laid|laying|offer\w*|inject\w*)\b[^.;,]{0,40}\b(?:support|foundations?|impetus|guarantees?|"
    r"momentum|basis)\b"
    r"[^.;,]{0,30}\b(?:for|to|into)\b[^.;,]{0,90}$"
)
# Is the foundation of X.
IS_THE = re.compile(
    r"\b(?:is|are) (?:the|an?) (?:foundation|basis|bedrock|cornerstone|pillar|backbone|core|engine|carrier|heart) "
    r"(?:of|for) (?:an? |the )?(?:[\w-]+ ){0,3}$"
)
WEIGHS = re.compile(r"\b(?:significance\b[^.;]{0,30}|significant) (?:for|to|in)\b[^.;]*$")
# X is the foundation of; X refers to; X, which is a key.
IS_SO = re.compile(
    rf"^(?: (?!which\b)[a-z-]+){{0,2}}[\"”’)]*(?:,? which)? (?:refers? to|(?:is|are) defined|"
    rf"(?:is|are) (?:also )?(?:an?|the) (?:{WEIGHT}|new|most)\b(?! (?:focus|priority|task|goal|target))|"
    rf"(?:is|are) (?:{WEIGHT}|integral) (?:to|for|in)\b|"
    r"(?:is|are) (?:widely |often )?(?:seen|regarded|viewed|considered|hailed) as\b|"
    r"(?:has|have|holds?|boasts?) (?:\w+ ){0,2}(?:potential|prospects)\b|"
    r"[^.;,]{0,24}\b(?:has|have) become (?:an? |the )?(?:\w+ )?(?:hot (?:spots?|topics?|words?)|buzzwords?)\b)"
)
# The term X was first put forward in 2015.
TERM = re.compile(r"\b[Tt]he (?:term|phrase|concept|notion)(?: of)? [\"“]?$")
# How to foster X is a hot topic.
TOPIC = (
    re.compile(r"\b[Hh]ow to\b[^.;,]*$"),
    re.compile(r"[^.;,]{0,30}\b(?:is|was|are|were|became|remains?) (?:an?|the|one of) "),
)


def is_appraised(said: TargetContext) -> bool:
    """X is the foundation of, an important force in promoting X, of great significance for X."""
    termed = TERM.search(said.plain[: said.hit.start])
    return bool(said.stands_between(TOPIC) or termed or _is_served(said) or IS_SO.match(said.plain[said.hit.end :]))


def _is_served(said: TargetContext) -> bool:
    before = said.plain[: said.hit.start]
    return bool(PART_OF.search(before) or IS_THE.search(before) or WEIGHS.search(before) or PROVIDES.search(before))
