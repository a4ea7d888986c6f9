"""Rows for a purpose, a reason, an effect or a guess, and for those who make, buy or complain about X."""

import re

from tracker.tag.acts.cues import is_in_a_reason, is_news
from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import WRITTEN, Near, Rule

TO_SOMETHING = Near(text=" to ")
# In order to promote X, these opinions are formulated: the paper's own aim.
ISSUED_FOR_IT = Near(
    after=r"[^.;]*, (the|these|this|we)\b…60\b((is|are|have been|has been) (hereby )?(\w+ly )?"
    r"(formulated|issued|given|made|notified|proposed|put forward|developed|drawn up|released)|"
    r"(have )?(formulated|drawn up|hereby issue|put forward) (these|this|the following))\b"
)
# The rules were drawn up to carry out the requirement of the State Council on X.
OBEYED = (
    r"\b(carry\w* out|implement\w*|fulfil\w*|execut\w*|respond\w* to|follow\w*|act\w* on|honou?r\w*|meet\w*) "
    r"([\w'-]+ ){0,4}(requirements?|decisions?|arrangements?|instructions?|calls?|deployments?|requests?|demands?|"
    r"tasks|provisions|plans?)\b"
)


def names_a_paper(said: TargetContext) -> re.Match[str] | None:
    """The sentence names a paper."""
    return said.patterns.paper.search(said.plain)


OF_PURPOSES = (
    Rule("en.mentioned.question", text=r"\?\s*$", scope=WRITTEN,
         examples=("How can one develop the low-altitude economy?", "Who pays for hydrogen energy?")),
    Rule("en.mentioned.paper-of-another-year",
         before=r"\b(came up with|put forward|introduced|proposed|unveiled|released|issued|adopted)\b…",
         after=r"……30\b(last year|years? ago|in (\w+ )?20\d\d)\b", when=(names_a_paper,),
         examples=("To move up, China came up with the Made in China 2025 plan last year.",
             "The ministry released its smart manufacturing plan in 2021.")),
    Rule("en.mentioned.purpose",
         before=r"^[\"“\s]*((In order )?[Tt]o|In (a bid|an effort|an attempt) to|With a view to)( \w+ly)? \w+"
             r"((?!\b(will|shall|should|must|has|have|had|is|are|was|were|issued|released|said)\b|"
             r", (the|it|they|we|he|she|[A-Z]\w+)\b)[^.;])*", after=r"[^,.;]{0,140}, (since [^,.;]{4,20}, )?[^,;]{4,90}"
             r"\b(issued|released|will|has|have|had|was|were|is|are|held|plans|aims|seeks|\w+ed)\b|"
             r"[^.;]{0,140}, [^,;]{0,30}\b(departments|authorities|ministries|agencies)\b", when=(is_news,),
         unless=(ISSUED_FOR_IT,),
         examples=("To implement Made in China 2025, four ministries issued rules on patents.",
             "In a bid to foster a modern industrial system, since 2020, the NDRC has run pilots.")),
)  # fmt: skip
OF_OTHER_PAPERS = (
    Rule("en.mentioned.carries-out-a-demand",
         before=r"\b(is|was|are|were|as) (also )?(an? |the |part of )?([\w-]+ ){0,3}(step|move|measure|action|"
             r"effort)s? " rf"(to|in|towards) ({OBEYED})……90|"
             r"\b(drawn up|formulated|issued|launched|made|taken|designed|introduced|drafted|adopted|"
             r"compiled) (in order )?" rf"(to|in response to|to help) ({OBEYED})……90|"
             r"\b(move|step|rules?|standards?|revision|changes?|campaign|notice) (is|was|are|were)( meant| intended)? "
             rf"to ({OBEYED})……90",
         examples=(
             "It is a step to carry out the requirement of the cabinet to regulate the new energy vehicle industry.",
             "The rules were drawn up to implement the requirement of the State Council to curb involution-style "
             "competition.", "The move is to implement the decision of the State Council on the AI Plus initiative.")),
    # Formulated in order to do one thing, and another: the paper's own aim is the first.
    Rule("en.mentioned.further-aim",
         before=r"\b(formulated|drawn up|enacted|compiled|drafted|developed) (hereby )?(in order )?to "
             r"((?!\b(will|would|shall|should|plans?|aims?)\b)[^.;])*(,| and) "
             r"((?!\b(will|would|shall|should|plans?|aims?)\b)[^.;])*",
         when=(names_a_paper,),
         examples=("These opinions are formulated in order to spread AI, and empower new industrialization.",
             "The rules were drawn up to protect birds, clean beaches and support the low-altitude economy.")),
    # Manufacturing powerhouse, cyber powerhouse and X: what a paper on something else is for in the end.
    Rule("en.mentioned.for-a-strong-nation",
         before=r"\b(support|serv|underpin|strengthen|contribut|promot|build)\w*\b[^.;]*"
             r"\b(manufacturing|cyber|transport|quality)( and cyber)? ?(power|powerhouse)\b[^.;]*",
         examples=("The rules should support the building of a manufacturing powerhouse, and a digital China.",
             "It wants to strengthen the nation as a cyber power, while helping the Digital China initiative.")),
    Rule("en.mentioned.empowering-its-building",
         before=r", (thereby |thus )?(empowering|underpinning) (the )?(construction|building|development) of "
             r"(an? |the )?",
         examples=("He called for more research on chips, empowering the construction of a modern industrial system.",
             "It will train welders, thereby underpinning the development of smart manufacturing.")),
    Rule("en.mentioned.paper-had-asked",
         after=r"…120\bhad (\w+ly |also |already |previously |earlier )?(asked|called|required|listed|proposed|stated|"
             r"set|stipulated|made (it )?clear|named|urged|demanded|identified|included|ordered|provided|foreseen)\b",
         examples=("An action plan of the State Council to promote trade-ins of consumer goods had asked for such a "
             "standard.", "The State Council's opinions on the AI Plus initiative had called for such rules.",
             "Made in China 2025 had already listed the trade.")),
)  # fmt: skip
OF_EFFECTS = (
    Rule("en.mentioned.will-bring", after=r"…30\b(is|are) (expected|likely|set|poised) to (further |help |also )*"
             r"(boost|drive|promote|spur|stimulate|bring|inject|contribute|provide|create|generate|reshape|fuel|"
             r"lift)\b|" r"…10\bwill (bring|provide|create|offer|inject) …30\b(opportunit|momentum|impetus)",
         examples=("China's new quality productive forces will bring opportunities to the world, the executive said.",
             "The spread of charging infrastructure is expected to boost sales of cars.",
             "The low-altitude economy will bring new opportunities to small towns.")),
    Rule("en.mentioned.guessed",
         before=r"\b([Tt]he market|[Aa]nalysts?|[Oo]bservers?|[Ii]nsiders?|[Ee]xperts?|[Ii]nvestors?|[Bb]rokers?|"
             r"[Ss]cholars?)\b……60\b(believe|expect|predict|estimate|think|forecast)\w*\b.*",
         examples=("Experts believe that embodied intelligence will change how people live.",
             "The market expects the report to send signals on the low-altitude economy.",
             "Analysts expect that commercial spaceflight will draw more money.",
             "Brokers think humanoid robots are still far from homes.")),
)  # fmt: skip
OF_WHAT_IS_BESIDE = (
    # Rising X requires better schools: a reason for something else.
    Rule("en.mentioned.reason-to-ask",
         after=r"([^.;]{0,60},)?( \w+){0,2} (requires?|demands?|necessitates?|calls for) (an? )?"
             r"(more|new|higher|better|stronger|greater|faster|larger|skilled|special|different|further)\b",
         unless=(Near(text=r"\b(([Pp]lans?|[Gg]uidelines?|[Nn]otices?|[Cc]ircular|[Oo]pinions|[Mm]easures|[Rr]ules|"
             r"[Dd]ocument)\b[^.;]{0,90}|([Mm]inistry|[Mm]eeting|[Gg]overnment|[Cc]ouncil|[Cc]ommission|[Pp]remier|"
             r"[Pp]resident)\b((?!\b(said|says|noted|added)\b)[^.;,]){0,60}) (requires?|demands?|calls for)\b"),),
         examples=("The landscape, with emerging new quality productive forces, requires a higher caliber of labor.",
             "A kitchen with humanoid robots demands new habits.")),
    Rule("en.mentioned.reason", when=(is_in_a_reason,),
         examples=('As a specialized and new "little giant" enterprise, the company has always adhered to innovation.',
             "As computing is a new quality productive force, China will encourage trials.",
             "As the first platform for embodied AI, a firm has opened in ten cities.")),
    Rule("en.mentioned.as-it-grows", before=r"(?<!such )(?<!well )\bas (the )?",
         after=r" (developed|develops?|advanced|advances?|took shape)\b",
         examples=("Purchases of parts grew as new quality productive forces developed.",
             "Imports of copper grew as the new materials industry developed.",
             "Copper prices doubled as new energy storage advanced.")),
    Rule("en.mentioned.this-firm", before=r"\b[Tt]his [\"“']?", after=r"[\"”']? (company|firm|enterprise|startup)\b",
         examples=('This "little giant" company has overcome difficulties with materials, the ministry said.',
             'This "little giant" startup grew out of a garage.',
             "This little giant firm makes valves for submarines.")),
    Rule("en.mentioned.paper-of-last-year", before=r"\bIn the [\"“][^\"”]*",
         after=r"[^\"”]*[\"”] (jointly )?(issued|released) by …\blast year,",
         examples=('In the "Opinions on Future Industries" issued by seven departments last year, chips ranked first.',
             'In the "Opinions on the Low-altitude Economy" issued by seven offices last year, drones were defined.',
             'In the "Outline for Digital China" jointly released by two offices last year, data came first.')),
    Rule("en.mentioned.in-a-stage", before=r"\b(is|are) (now )?(in|at) (an? |the )?((?!to\b)[\w-]+ ){0,4}",
         after=r"(?i:(?:(?!\b(?:will|to)\b)[^.;]){0,110}\bstage\b)",
         examples=("The market is in a new industrialization, urbanization and rapid development stage.",
             "The country is at an early commercial spaceflight stage.")),
    Rule("en.mentioned.theme-of-a-program", before=r"^(Focusing|Centering|Focused) on\b……",
         after=r"……, (the|this) ([\w-]+ ){0,2}(program|show|event|conference|forum|exhibition|expo)\b|"
             r"……, the meeting (heard|discussed)\b",
         examples=("Focusing on practice in new industrialization, the TV program introduces ten workshops.",
             "Centering on the unified national market, the meeting heard three reports.")),
    Rule("en.mentioned.shares", before=r"\b([Ss]hares|[Ss]tocks)\b……60",
         after=r"……60\b(rose|rall|jump|surge|fell|gain|climb|clos|drop|up|down|higher|lower)",
         examples=("Shares of firms in the low-altitude economy rallied on Monday, up 3 percent.",
             "Shares in firms that work on the low-altitude economy rallied on Friday.",
             "Stocks of the unified national market theme rose.")),
    Rule("en.mentioned.from-it-to-others", before=r"^From (?!\d|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))……",
         after=r"([^.;]*?\bto\b)?[^.;,]*, (an?|the|many|some|all|more)\b", when=(TO_SOMETHING,),
         examples=("From chips and AI to commercial spaceflight, many firms are taking the lead.",
             "From hydrogen energy to deep-sea mining, the list is long.")),
    Rule("en.mentioned.firms-in-fields",
         before=r"\b(firms|enterprises|companies|SMEs|startups)\b……\b(focusing on|spanning)\b……|"
             r"\bconsumers who scrap\w*\b……|\b(majors|disciplines)\b……",
         examples=("New majors were set up, such as one for the low-altitude economy.",
             "The country plans to foster small firms, focusing on new energy, new materials and others.",
             "The conference also showcased eight companies spanning humanoid robots and chips.",
             "The park has 300 firms focusing on humanoid robots.",
             "Students chose majors related to new energy storage.")),
    Rule("en.mentioned.good-ground",
         before=r"\bhas (an? )?(good|solid|strong|unique|sound) (foundations?|basis|advantages?)\b"
             r"……\bin (the )?fields? of\b……|"
             r"\b(professions|professionals|talents?|personnel|workers) in ([\w-]+ ){0,2}(areas|fields) "
             r"(like|such as|including)\b……",
         examples=("Wuhan has a good foundation in the field of commercial spaceflight.",
             "The region has strong foundations in the fields of hydrogen energy.")),
    Rule("en.mentioned.as-said-in-it",
         before=r"\bas (originally |first )?(outlined|set out|laid out|described|stipulated|stated|envisioned) in "
             r"(the )?[\"“]?",
         examples=("Robots should carry marks, as outlined in Made in China 2025.",
             "It is a second step, as first envisioned in Made in China 2025.")),
    Rule("en.mentioned.builds-on",
         before=r"\b(build|built|building|builds|expands?|expanded|draws?|drew) on (the |its |China's )?[\"“]?",
         when=(is_news,),
         examples=("The blueprint builds on Made in China 2025.",
             "The new plan expands on the Internet Plus strategy.")),
    Rule("en.mentioned.one-of-its-sectors",
         before=r"\b(sectors|fields|areas|industries|categories|products) (of|covered by|named in|listed in|under|"
             r"favored by|targeted by) (the |its |China's )?[\"“]?",
         after=r"[\"”]? (program|plan|strategy|campaign|push|drive|initiative|policy)",
         examples=("Many of the goods fall in the ten sectors of the Made in China 2025 program.",
             "The tariffs hit products covered by the Made in China 2025 strategy.")),
    Rule("en.mentioned.listed-in-a-paper",
         before=r"\b(is|are|was|were) (also |again )?(listed|named|counted|ranked|cited) "
             r"(among|as (one of|part of)) the ",
         after=r"(?!……\b(to be|for (priority|support|development)))…30\b(in|by) (the|its|a|China's)\b",
         examples=("The sector is listed among the future industries in the outline.",
             "Chips are named among the new materials industries in its annex.")),
    Rule("en.mentioned.goes-through", before=r"\b(going|passing) through (the |a )?([\w-]+ ){0,4}",
         examples=("China is going through the rapid development of new industrialization.",
             "The province is passing through a time of new industrialization.")),
    Rule("en.mentioned.complained-about", before=r"\b(complain|criticiz|criticis|accus|attack)\w*\b…40|"
             r"\b(wary|critical|suspicious|afraid|fearful|skeptical|envious) of …20",
         examples=("The United States has long complained about the Made in China 2025 plan.",
             "Two senators criticized Made in China 2025.", "Washington has long been wary of Made in China 2025.")),
    Rule("en.mentioned.maker",
         before=r"\b(an?|the) ([\w-]+ ){0,4}(maker|manufacturer|producer|supplier|developer) of ([\w-]+ ){0,3}",
         examples=("Seres, a Chinese maker of new energy vehicles, opened a plant in Brazil.",
             "The brothers run a small supplier of humanoid robots.")),
    Rule("en.mentioned.stage-of", before=r"\b(stage|process|course|era|wave|trend) of (the )?([\w-]+ ){0,4}",
         examples=("China is in a stage of rapid new industrialization and urban growth.",
             "Old trades vanish in the process of new industrialization.")),
    Rule("en.mentioned.for-oneself",
         before=r"\b(plan|want|decid|hop|intend|consider)\w* (to )?(buy|purchas|get|choos)\w*\b……|"
             r"\bgiving …{2,50} (backing|support|confidence|room) to (\w+ly )?"
             r"(accelerate|advance|promote|develop|foster)\b…|"
             r"\b(company|firm|startup)'s (growth|rise|success|expansion)\b……\b(comes|came) as\b……",
         examples=("When Li planned to buy a car, a friend recommended new energy vehicles.",
             "The law supports private firms, giving them stronger backing to accelerate the development of new "
             "quality productive forces.",
             "The company's growth comes as China is giving greater policy support to the industries of the future.",
             "Half of those asked want to buy new energy vehicles.",
             "The firm's success came as China built computing power networks.")),
    Rule("en.mentioned.in-line-with",
         before=r"\b(follow|adapt to|ride|conform to|seize) the (trend|wave|tide|opportunit\w+) of\b…|"
             r"\bin light of ([\w-]+ ){0,2}(tasks|needs|requirements)\b……|"
             r"\baligns? with\b((?!, with a focus on)[^.;])*|"
             r"\breflects?\b……\bpush to\b……|\bamid ([\w']+ ){1,2}push to\b……|\bthe renewal of ([\w-]+ ){0,2}",
         examples=(
             "He asked them to amend laws in light of major tasks such as developing new quality productive forces.",
             "It aligns with China's drive to develop new quality productive forces.",
             "This shift reflects China's broader push to lead in green manufacturing.")),
    Rule("en.mentioned.written-into", before=r"\bwritten into\b……",
         examples=("Nuclear fusion was written into the plan as a priority alongside quantum technology and 6G.",
             "Drones were first written into the work report alongside the low-altitude economy.",
             "The word was written into the report as one of the industries of the future.")),
)  # fmt: skip
