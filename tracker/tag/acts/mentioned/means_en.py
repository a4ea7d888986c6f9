"""Detect where an English sentence names an initiative as a means, a use or a purpose of something else."""

import re

from tracker.tag.acts.target_context import TargetContext

# A network, to meet the growth of X.
TO_MEET = re.compile(
    r"\b(?:capable of (?:supporting|meeting|serving)|built to (?:\w+ly )?(?:support|serve))\b[^.;]*$|"
    r"\bto serve (?:(?! and (?:promote|support|build|advance|accelerate|foster|boost|drive)\b)[^.;,]){0,30}$|"
    r"\bmeet(?:ing|s)? (?:the )?(?:\w+ )?(?:needs|demands?|requirements) (?:of|for)\b[^.;,]*$|"
    r"\bfor every [\d,]+ $|\bto (?:meet|cater to|keep pace with|cope with|adapt to)\b[^.;,]*$"
)
# Guide firms to use X to reduce risks.
TO_USE = (
    re.compile(r"\b(?:us(?:e|ing)|appl(?:y|ying)|utiliz(?:e|ing)|leverag(?:e|ing)|harness(?:ing)?) [^.;]{0,60}$"),
    re.compile(
        r"(?:[^.;]|etc\.){0,24} to (?:\w+ly )?"
        r"(?:reduce|improve|enhance|raise|cut|optimize|upgrade|transform|solve|address)\b"
    ),
)
# The system should be integrated with X and other sectors.
WITH_OTHERS = (
    re.compile(r"\b(?:integrat|combin)\w+ (?:of [^.;,]{3,60} )?with [^.;]*$"),
    re.compile(
        r"[^.;]{0,60}\bother (?:sectors|fields|industries|technologies)\b|[^.;,]{0,20}\btechnologies\b|"
        r"[\"”]? (?:and [^.;,]{3,50} )?(?:initiative|action|campaign|drive|projects)s?\b"
    ),
)
# The use of models in urban governance, X and other fields.
PUT_TO_USE = (
    re.compile(r"\b(?:applications?|use|adoption|promotion) of (?:[\w-]+ ){1,4}in (?:[^.;]*, )?(?:[\w-]+ ){0,3}$"),
    re.compile(r"(?:, [^.;]{2,60}?)? and other (?:[\w-]+ ){0,2}(?:fields|areas|sectors|industries|scenarios)\b"),
)
# For new sectors such as X, steel was made.
FOR_SECTORS = (
    re.compile(r"^For (?:[\w-]+ ){0,3}(?:sectors|industries|fields|areas)(?: such as|,? including)\b[^.;]*$"),
    re.compile(r"[^.;]*, (?:an?|the|some|many|\w+s) "),
)
# Who buys an X gets a subsidy.
WHO_BUYS = (
    re.compile(
        r"\b(?:consumers?|residents?|buyers?|individuals?|owners?|those|people) (?:who |that |buying )"
        r"(?:[^.;]*\b(?:buys?|purchases?|bought|purchased) )?(?:an? |new |their )*$"
    ),
    re.compile(r"[^.;]*\b(?:subsid|voucher|discount)\w*\b"),
)
# As part of efforts to X; which will help X.
PART_OF_EFFORTS = re.compile(
    r"\b(?:is|are) (?:mainly )?responsible for\b[^.;]*$|"
    r"\bas part of (?:[\w'-]+ ){0,4}(?:efforts?|push|plans?|drive|bid|campaign|pursuit|strategy)\b[^.;]*$|"
    r"\bwhich (?:will|would|can|could) help\b[^.;]*$|\b(?:and|to) contribute to (?:the )?building\b[^.;]*$"
)
# This discovery will support industries including X: what a thing is good for.
GOOD_FOR = re.compile(
    r"\b[Tt]h(?:is|e) (?:discovery|finding|deposit|breakthrough|acquisition|publication|program|film|event|"
    r"exhibition|listing(?! standards| rules))\b[^.;]*"
    r"\b(?:will|would|can)\b[^.;]*$"
)
# With the rapid development of X, other things have come up.
WITH_IT = (
    re.compile(
        r"\b[Ww]ith the (?:[\w-]+ ){0,3}"
        r"(?:development|growth|popularization|advance(?:ment)?|rise|expansion) of [^.;,]*$"
    ),
    re.compile(r"(?! as (?:the|its|their) (?:main|key|core))"),
)
# Driven by X; amid the X wave; loads such as those of X.
GROUND = re.compile(
    r"\b(?:[Dd]riven|fueled|fuelled|propelled) (?:up )?by\b[^.;,]*$|\b[Aa]mid (?:the )?[\"'“]?$|"
    r"\b[Aa]t a time when [^.;,]*$|\b(?:such as|like|including) those (?:of|in)\b[^.;]*$"
)
# Made suggestions on X; the potential of something in X.
TALKED_OF = re.compile(
    r"\breport(?:ed|s) to [^.;,]{3,40} on\b[^.;,]*$|"
    r"\b(?:made|offered|gave|put forward) (?:\w+ )?(?:suggestions|proposals) (?:around|on|about|for|covering)\b[^.;]*$|"
    r"\b(?:potential|prospects) (?:of [^.;,]{0,40} )?in\b[^.;]*$"
)
# Forming a foundation for X; offering room for X; so as to build a powerhouse and X; the use of Y will speed up X.
SERVES = re.compile(
    r"\b(?:form|lay|laid|build)(?:s|ing)? (?:an? )?(?:\w+ )?foundations? for\b[^.;,]*$|"
    r"\b(?:geared|oriented|tailored|catering) to(?:wards?)? [^.;]*$|^(?:Founded|Based) on [^.;,]*$|"
    r"\bso as to provide [^.;]*\bfor\b[^.;]*\bpowerhouse\b[^.;]*$|"
    r"\b(?:offering|providing|injecting|lending|laying|adding) [^.;,]{0,50}"
    r"\b(?:ground|foundations?|impetus|momentum|support|guarantees?|vitality|drive|strength|conditions|room) "
    r"(?:for|to|into)\b[^.;,]*$|"
    r"^The (?:\w+ )?(?:integration|combination|application|adoption) of [^.;]*\bwill\b[^.;]*$"
)
# By integrating X with Y; giving play to the role of X; drawing on its strengths, including X.
BY_MEANS = re.compile(
    r"\b(?:drawing|capitalizing|relying) on (?:its|their|the)\b(?:(?!\b(?:will|is|are|has|have|to)\b)[^.;])*$|"
    r"\b(?:bring\w* into (?:full )?play|giv\w+ (?:full )?play to|leverag\w+)\b[^.;,]{0,40}"
    r"\b(?:roles?|advantages?|strengths?|functions?) of (?:the )?(?:[\w-]+ ){0,2}$|"
    r"\bthrough (?:a |the )?(?:synergy|combination|joint use) of\b[^.;]*$|"
    r"\bby (?:integrating|combining|implementing policies such as|utilizing|leveraging|harnessing|making use of|"
    r"taking advantage of)\b[^.;,]*$"
)
# The strategy, together with X, will support Y.
TOGETHER = re.compile(
    r"\b(?:together|along|coupled|combined|in tandem) with (?:the )?[\"'“]?$|"
    r"^(?:Together|Coupled|Combined|Superimposed|Along) with (?:the )?[^.;,]*$|"
    r"\bopportunit\w+ (?:presented|brought|offered|created|provided)(?: about)? by [^.;,]*$|"
    r"^Behind\b[^.;]*\blies?\b[^.;]*$|"
    r"\bwith (?:policies|measures|programs) (?:already|currently) in (?:place|force)[^.;]*$|"
    r"\bwith (?:existing|ongoing|current) (?:[\w-]+ ){0,3}(?:such as|like|including)\b[^.;]*$"
)


def is_means(said: TargetContext) -> bool:
    """By integrating X, to meet the growth of X, as part of efforts to X, use X to reduce risks."""
    before = said.plain[: said.hit.start]
    if said.stands_between(TO_USE, WITH_OTHERS, WITH_IT, PUT_TO_USE, FOR_SECTORS, WHO_BUYS):
        return True
    alone = (TO_MEET, PART_OF_EFFORTS, GOOD_FOR, GROUND, TALKED_OF, SERVES, BY_MEANS, TOGETHER)
    return any(pattern.search(before) for pattern in alone)
