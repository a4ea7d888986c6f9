"""Rows for what an initiative is, or is worth: the foundation of X."""

from tracker.tag.engine import Near, Rule

PART = (
    r"force|part|step|measure|means|foundation|basis|engine|driver|carrier|support|role|guarantee|task|move|direction|"
    r"field|area|component|symbol|indicator|path|pathway|link|vehicle|infrastructure|starting point|"
    r"base|requirement|way|choice|impetus|pillar|cornerstone"
)
BEING = r"\b(is|are|was|were|be|been|as|becom\w+|became|play\w*|constitut\w*|(serv|act)\w+ as|remain\w*)\b"

ROWS = (
    Rule("en.mentioned.how-to", before=r"\b[Hh]ow to\b…",
         after=r"…30\b(is|was|are|were|became|remains?) (an?|the|one of) ",
         examples=("How to foster new quality productive forces is a hot topic at this year's two sessions.",
             "How to develop the low-altitude economy is a hot topic in the province.",
             "How to finance hydrogen energy projects remains the question of many banks.")),
    Rule("en.mentioned.term", before=r"\b[Tt]he (terms?|phrase|concept|notion|words?|slogans?|expression)( of)? [\"“]?",
         examples=('The term "digital China" was first put forward in 2015.',
             "The concept of new quality productive forces was new to many readers.",
             "The term Made in China 2025 was first heard a decade ago.")),
    Rule("en.mentioned.important-part-of",
         before=BEING+r"……50\b({WEIGHTY})\b(?! to\b)……40\b("+PART+r")s?\b (in|of|for|to|behind)\b"
             r"((?!, (promote|accelerate|advance|build|develop|strengthen|foster|continuously|deepen|improve|"
             r"expand)\b)" r"[^.;])*",
         examples=("Cities play a central role in economic growth and in building Digital China.",
             "It acts as a critical infrastructure for advancing new industrialization.",
             "The chip will play a positive role in promoting the integration of the digital economy and the real "
             "economy.", "It is also a pivotal part of building a modern industrial system.",
             "AI is a key force in fostering new quality productive forces.",
             "Ports play a vital role in building a unified national market.")),
    Rule("en.mentioned.described-as",
         before=r"\b(describe|view|hail|regard|consider|tout|bill|label|dubb|defin|character[iz]+|classif)(i?e?d)\b"
             r"( (by|in) …{2,40})? as\b(?! (an? |the |its |one of )?(the )?({WEIGHTY}|priority|pillar|emerging) "
             r"(task|goal|industr|sector|area|field))……90", unless=(Near(after=r"……60\bto be \w+ed\b"),),
         examples=("The field is described in the paper as a frontier where life science meets computing.",
             "Drones are viewed as a symbol of the low-altitude economy.",
             "The chip is hailed by many as a product of new quality productive forces.",
             "Brain chips are regarded as a new track among the industries of the future.")),
    Rule("en.mentioned.foundation-of",
         before=r"\b(is|are) (the|an?) (foundation|basis|bedrock|cornerstone|pillar|backbone|core|engine|carrier|"
             r"heart) " r"(of|for) (an? |the )?([\w-]+ ){0,3}",
         examples=("Traditional trades are the foundation of a modern industrial system.",
             "Data is the foundation of Digital China.", "Skilled workers are the backbone of smart manufacturing.")),
    Rule("en.mentioned.significance-for", before=r"\b(significance\b……30|significant) (for|to|in)\b……",
         examples=("The rules are of great significance for building a unified national market.",
             "This test is significant for commercial spaceflight.")),
    Rule("en.mentioned.support-for", before=r"\b(provid\w+|lays?|laid|laying|offer\w*|inject\w*)\b…40"
             r"\b(support|foundations?|impetus|guarantees?|momentum|basis)\b…30\b(for|to|into)\b…90",
         examples=("The reforms provided strong support for advancing new industrialization.",
             "The new line provides strong support for hydrogen energy.",
             "Cheap power lays a basis for computing power networks.")),
    Rule("en.mentioned.is-such", after=r"( (?!which\b)[a-z-]+){0,2}[\"”’)]*(,? which)? (refers? to|(is|are) defined|"
             r"(is|are) (also )?(an?|the) ({WEIGHTY}|new|most)\b(?! (focus|priority|task|goal|target))|"
             r"(is|are) ({WEIGHTY}|integral) (to|for|in)\b|"
             r"(is|are) (widely |often )?(seen|regarded|viewed|considered|hailed) as\b|"
             r"(has|have|holds?|boasts?) (\w+ ){0,2}(potential|prospects)\b|"
             r"…24\b(has|have) become (an? |the )?(\w+ )?(hot (spots?|topics?|words?)|buzzwords?)\b)",
         examples=("Developing humanoid robots is key to growth, experts said.",
             "Embodied intelligence is regarded as the next frontier, said an expert.",
             "Insiders said the low-altitude economy has huge market potential.",
             "Autonomous driving, new energy vehicles and other fields have become investment hot spots.",
             "The low-altitude economy refers to flights below 1,000 meters.",
             "New quality productive forces are integral to growth, the report says.")),
)  # fmt: skip
