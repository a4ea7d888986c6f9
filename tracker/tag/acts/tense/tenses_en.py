"""Rows by which an English sentence reports a result or a plan."""

from tracker.tag.acts.cues import MANY_HAVE_ISSUED, Words, is_news
from tracker.tag.acts.tense.english import (
    TO_CURB,
    is_an_instance,
    is_done_by_name,
    is_for_something_to_curb,
    is_to_come,
    is_under_a_verb_of_plans,
    opens_with_an_end,
)
from tracker.tag.engine import SENTENCE, Rule

# Words that end in -ed before a noun and are not verbs.
ADJECTIVES = (
    "need|advanced|integrated|unified|related|specialized|sophisticated|connected|automated|limited|detailed|"
    "diversified|coordinated|sustained|balanced|targeted|concerted|qualified|skilled|developed|continued|combined|"
    "standardized|so-called|refined|networked|digitalized|localized|customized|distributed|hundred|shared|planned|"
    "proposed|named|based|united|embodied|unmanned|manned|crewed|aged|wired|electrified|assisted|enabled|speed|indeed|"
    "exceed|proceed|succeed|feed|seed"
)
PAST = rf"( \w+ly)? (?!({ADJECTIVES})\b)(?P<verb>\w+ed)\b"
INTENDED = (
    "soliciting|inviting|expected|aimed|needed|committed|studying|planning|drafting|considering|preparing|formulating|"
    "working|seeking|required|projected|forecast|slated|poised|scheduled|likely|estimated|anticipated|drawing up|"
    "pushing|looking"
)
# Of any subject: the city implemented X; not as a participle before a noun: its developed industries.
NO_SUBJECT = (
    "is|are|was|were|be|been|being|get|got|of|the|an?|its|their|by|with|as|well|most|more|less|newly|also|highly|to|"
    "not|and|or|has|have|had|such|than|for|in|on|from|China's|country's"
)
# The building of X, the resilience and security of X: the subject of a clause, as far as a name in it.
SUBJECT = (
    r"(^\W*|, (and |while |but |whereas )?(that )?|\b(and|that|while|but) |[:;] )((the|its|their|an?|such|more|"
    r"other|all|"
    r"these|further|another|new|first|\d[\d,]*|[\w-]+(ing|ment|ion|ance|ence|ity|ness|th)|use|work|number|pace|"
    r"scale|level|share|output|"
    r"sales|construction|coverage|fields?|sectors?|projects?|efforts?|of|and|in|for|on) )*[\"'“]?"
)
NO_VERB = r"((?!(has|have|had|is|are|was|were|which|that|who|and|but|to|\w+ed|grew|rose|did|does)\b)[\w'-]+ ){0,3}"
NUMBER = r"(?!(19|20)\d\d\b)\d"
KEY = r"as (an? |the |its )?(key|priority|pillar|strategic|major) "
TO_BE_DONE = r"to be (\w+ly )?\w+(ed|ilt)\b"

DECIDED = (
    Rule("en.progress.done-by-many", before=f"{MANY_HAVE_ISSUED}……", scope=SENTENCE,
         examples=("More than 20 provinces have issued plans for the low-altitude economy.",
             "Dozens of cities have rolled out subsidies for new energy vehicles.")),
    Rule("en.progress.progress-in-it", before=r"\bprogress in the\b…40\b(campaign|drive|push|efforts?) to\b……",
         examples=("Sales rose on progress in the campaign to address involution-style competition.",
             "Officials spoke of progress in the nationwide drive to build smart factories.")),
    Rule("en.progress.grown-by",
         after=r"……\bwith (an? )?([\w-]+ )?\d[\d.,]*( percent|%)…30\b(growth|increase|rise|jump)\b",
         examples=("Exports of new energy vehicles played a key part, with a remarkable 61.6% year-on-year growth.",
             "New energy vehicles led the market, with a 30 percent jump.")),
    Rule("en.pledged.key-tasks",
         before=r"\b([Kk]ey|[Mm]ain|[Mm]ajor|[Pp]riority) (initiatives|tasks|measures|priorities|steps|moves|actions|"
             r"(focus |priority )areas) (include|are|will be)\b……",
         examples=("Key initiatives include implementing the AI Plus action plan.",
             "The main tasks are building smart factories and training more engineers.")),
    Rule("en.progress.forecast-by-others",
         text=r"\b(is|are) (expected|forecast|projected|estimated|set|likely) to (sell|reach|exceed|grow|rise|hit|"
             r"surpass|top|climb|expand|double|triple)\b……120,? ([A-Z]\w+ |the |an? |[\w-]+ ){0,4}"
             r"([Aa]ssociation|CAAM|CPCA|analysts?|[Rr]esearch\w*|[Ii]nstitute|[Ss]ecurities|experts?|consultancy|bank|"
             r"report|company|insiders?)\b( \w+)? (said|says|estimates?|predicts?|shows?|showed)\b",
         when=(is_news,),
         examples=("The country is expected to sell 5 million new energy vehicles this year, CAAM said.",
             "The low-altitude economy is projected to reach 2 trillion yuan by 2030, an industry report shows.")),
    Rule("en.pledged.fund-to-back-it",
         before=r"\b(funds?|bonds)\b([^.;]|\.\d)*\bto ([\w-]+ )?(back|support|fund|steer|invest|channel|guide|finance|"
             r"boost|nurture|foster)\b……",
         examples=("China launched a venture capital fund on Friday to steer money into future industries.",
             "China has allocated 90 billion yuan in bonds to fund equipment renewal projects.")),
    Rule("en.pledged.target-set", before=r"\bset an? …20", after=r"…20\b(target|goal)\b",
         examples=("In May China set a 250 GW new-type energy storage target for 2029.",
             "Hefei has set a green hydrogen goal of 5,000 tons.")),
    Rule("en.pledged.sets-a-target", after=r"( [\w-]+){0,3} (sets?|has set|laid down|fixe[sd]) "
             r"([\w.%-]+ ){0,5}(targets?|goals?)\b",
         examples=("China's AI Plus plan sets a 70 percent target for 2027.",
             "The hydrogen energy blueprint has set three goals for the next five years.")),
    # A headline: Green factories to make up 40 pct of output by 2030.
    Rule("en.pledged.headline-to-do", before=r"^\W*(?!From\b|According\b|Thanks\b|Due\b)([\w'.-]+ ){0,4}",
         after=r"( (network|sales|output|capacity|production|exports|industry|sector|market|firms|makers|projects|use|"
               r"pilots?|number|supply|demand|push|drive))? to (be|become|get|make|cover|double|triple|quadruple|reach|"
               r"hit|top|exceed|surpass|see|rise|grow|increase|expand|account|contribute|receive|gain|enjoy|face|have|"
               r"drive|power|start|begin|open|spread|pass|climb|jump|surge|continue|benefit|serve|replace|enter|lead|"
               r"take|add) [^.;]*[^.;!?:”\"’]$",
         examples=("Green factories to make up 40 pct of manufacturing output by 2030",
             "China's charging network to cover all tea houses in Wuyi by 2028")),
    # Growth is a priority, with new materials and 6G being policy focuses this year.
    Rule("en.pledged.being-a-focus", before=r"\bwith\b……",
         after=r"……\bbeing ((the|its|all|among) )*(\w+ ){0,2}(focus(es)?|priorit(y|ies)|focus areas?)\b",
         examples=("Growth is a priority, with new materials and 6G being major policy focuses for the ministry.",
             "The plan sets out goals, with hydrogen energy being a key priority this year.")),
    Rule("en.pledged.declared-priority",
         before=r"\b([Dd]eclar|[Nn]am|[Dd]esignat|[Cc]all|[Pp]roclaim|[Mm]ak|[Mm]ade)\w*( the)? …20",
         after=r"\w{0,3}( \w+)? (as )?an? (\w+ ){0,3}priority\b",
         examples=("The government has declared humanoid robots a national strategic priority.",
             "In his speech the mayor named hydrogen energy a top priority for the town.")),
    Rule("en.pledged.taken-up-by-a-plan",
         before=r"\b([Pp]lan|[Oo]utline|[Bb]lueprint|[Rr]oadmap|[Pp]roposals?|[Ss]trategy|([Ww]ork )[Rr]eport) "
             r"(also |specifically |explicitly |formally )?(positions?|identifie[sd]|prioriti[sz]e[sd]|elevate[sd]|"
             r"places?|placed|singles? out|singled out|spotlight(s|ed)|designate[sd]|lists?|listed|targets|"
             r"targeted)\b……",
         examples=("The new five-year plan positions future industries as a driver of growth.",
             "The provincial work report targets hydrogen energy and 6G.")),
    Rule("en.pledged.listed-as", before=r"\b(list(s|ed)?|identif\w+|includ\w+|designat\w+|regard\w*)\b……",
         after=rf"([^.;]|etc\.)*\b{KEY}(\w+ )?(industr|area|field|sector|task)",
         examples=("China listed drones side by side with quantum technology as key industries.",
             "The city identified robots and the low-altitude economy as strategic sectors.")),
    Rule("en.pledged.named-as-an-area",
         before=r"\b(names?|named|lists?|listed|identif\w+|designat\w+|highlight\w*|singl\w+ out|defin\w+)\b……",
         after=r"……\bas (an? |the |its |their )?([\w-]+ ){0,2}(areas?|fields?|points?|directions?|targets?) (of|for) "
             r"([\w-]+ ){0,2}(focus|priority|emphasis|development|growth|support|attention|investment)\b",
         examples=("The document names quantum computing, in particular, as areas of focus.",
             "The city has identified hydrogen energy as a field of future growth.")),
    Rule("en.pledged.listed-among",
         before=r"\b(named|listed|included|identified|placed|counted|ranked|classified|regarded|viewed|seen) "
             r"(among|in|as)\b…40", after=rf"…30\b{TO_BE_DONE}",
         examples=("Brain chips are listed among the industries of the future to be fostered.",
             "Drones were counted among the fields of smart manufacturing to be developed.")),
    Rule("en.pledged.named-to-be-done",
         after=r"……?\b(is|are|was|were|being)( also| \w+ly)? (named|listed|included|identified|placed|counted|"
             rf"designated|selected|targeted|classified|ranked)\b……80?"
             rf"\b({TO_BE_DONE}|for (\w+ )?(development|growth|support)|{KEY})",
         examples=("Bio-manufacturing is named among the industries to be developed.",
             "Hydrogen energy was selected in March for priority support.")),
    Rule("en.pledged.should-this-year",
         after=r"……,? (and|but) (this|next|the coming) year (it|they|the (number|total|figure|output)) "
             r"(should|will|is to|are to|is expected)\b",
         examples=("Output of new energy vehicles came to 720,000 last year, and this year it should pass 900,000.",
             "The green factories number 40, and next year the total will reach 60.")),
    Rule("en.progress.put-into-effect", before=r"\bput (the |its )?[\"']?",
         after=r"…30\binto (effect|practice|force|action|operation)\b",
         examples=("Local governments put the AI Plus plan into practice.",
             'Wuhan put its "AI Plus" plan into effect.')),
    Rule("en.progress.efforts-pay-off", before=r"\b([Ee]fforts?|[Dd]rives?|[Cc]ampaigns?|[Mm]oves?|[Pp]ush) to\b……",
         after=r"……60\b((are|is|have been|has been) (paying off|bearing fruit|yielding|producing)|"
             r"(have|has) (\w+ )?(paid off|borne fruit|yielded|produced|achieved|delivered))\b",
         examples=("Efforts to build a unified national market are paying off.",
             "The drive to spread smart manufacturing has borne fruit.")),
    Rule("en.pledged.shall-itself", before=SUBJECT,
         after=rf"[\"'”]? {NO_VERB}((will|would|shall|should|must|is to|are to|needs? to|ought to|may( \w+ly|"
             rf" also)? be)"
             r"( also| \w+ly| further)*(?! have\b) [a-z]+)",
         examples=(
             "He said that prices had settled, and that the building of a unified national market would be sped up.",
             "Ships had been built, and new energy storage should be made safer.")),
    Rule("en.pledged.paper-says-it-could", before=SUBJECT,
         after=rf"[\"'”]? {NO_VERB}(could|might|can) ……120\b(plan|guidelines?|document|circular|notice|opinions|"
             rf"blueprint|"
             r"roadmap|rules|measures) (also )?(says?|said|adds?|added|states?|stated|notes?|noted|reads?)\b",
         examples=("Embodied intelligence could find its way into toys as the plan says.",
             "Hydrogen energy might replace coal in time the guidelines say.")),
    Rule("en.pledged.importance-of",
         before=r"\b((highlight|underlin|underscor|reiterat|point)\w*|not(ed|es|ing)) (out |to )?(also )?the (\w+ )?"
                r"(importance|need|necessity|urgency) (of|to|for)\b……",
         examples=("He highlighted the importance of enhancing the resilience of industrial and supply chains.",
             "The minister underlined the need to build smart factories.")),
    Rule("en.pledged.to-be-curbed", when=(is_for_something_to_curb,),
         examples=("The ministry held a meeting to address involution among carmakers.",
             "Carmakers met to curb involution.")),
)  # fmt: skip
# Marks of plans; the last mark before the name decides, else the first behind it.
PLANS = (
    Rule("en.pledged.will", when=(Words("will"),),
         examples=("China will foster the low-altitude economy.", "The city plans to open a smart factory.")),
    Rule("en.pledged.urged", when=(Words("urge"),),
         examples=("The conference stressed the low-altitude economy.",
             "An expert suggested the use of hydrogen energy.")),
    Rule("en.pledged.to-curb", text=TO_CURB,
         examples=("The talks focused on ending disorderly competition in the sector.",
             "China moves to rein in the involutionary competition of carmakers.")),
    # China to allocate 69 billion yuan: a headline.
    Rule("en.pledged.tasked",
         text=r"^\W*(?!From\b|According\b|Thanks\b|Due\b|Prior\b|Up\b|In\b)([A-Z][\w'.-]* ){1,4}to "
             r"(?!date\b|the\b|an?\b|its\b|\w+ern\b|north|south|east|west|which\b|whom\b|this\b)[a-z]+\b|"
             r"\b(goal|aim|target|objective)s?( (is|was|are)\b|:)|\b(envisages?|envisions?|envisaged|foresees?)\b|"
             r"\b(is|are) (targeted|meant|intended|designed) to (?=(reach|be|hit|support|exceed|foster|top)\b)|"
             r"\b(is|are) being (prepared|drafted|drawn up|planned|considered|weighed|studied)\b|\b(is|"
             r"are) weighing\b|" r"\b(asked|told|ordered|instructed|directed|pressed) (the )?(?!for\b|about\b|"
             r"that\b|reporters\b|media\b|press\b)([\w'-]+ ){1,7}to (?=\w)|" r"\b(has|have|with) (its|their|an|"
                 r"his) (eyes?|sights) (set |fixed )?on\b|"
             r"\b(set|pin|fix)(s|es)? (its |their )?(sights|eyes|hopes) on\b|\bseeks? (\w+ )?breakthroughs? in\b|"
             r"\b(ramping|stepping|scaling) up (\w+ )?efforts to (?=\w+)|\bredoubling efforts to (?=\w+)|"
             r"\b(tasks?|meeting|symposium|deliberated|discussed)\b……60?\bto (\w+ly )?"
             r"(study|discuss|promote|accelerate|advance|boost|develop|foster|push|speed up|strengthen)\b|"
             r"\b(circular|plan|guidelines?)( \([^()]*\))? (also |strongly |actively )?(backed|promotes)\b|"
             r"\b(tasks|priorities|missions) such as\b|\bset (an?|the) \w+ (target|goal)s?\b|"
             r"\b[Tt]his includes (the )?(expansion|development|construction|improvement) of\b|"
             r"\bsteps? towards? (?=\w+ing\b)|\bstudied (the )?(work|plans?|measures|policies|issues)\b|"
             r"\bmade (plans|arrangements) for |\bgiving ([\w-]+ ){0,2}(policy )?support to\b|"
             r"\b(projects|tasks|measures|steps|actions): (?=\w+ing\b)|"
             r"\b(key|priority|strategic) (sectors|areas|fields|industries) are\b|"
             r"\b(identified|selected|designated|targeted) (for (\w+ )?(development|growth|support)|"
             r"as (\w+ )?priorit)",
         examples=("The plan envisages 10,000 little giants by 2025.", "The goal: 50 smart factories by 2026.")),
    # A translated order: Grasp the big projects, persist in opening up.
    Rule("en.pledged.translated-order",
         text=r"^\W*(Lay ?out|Persist( in)?|Grasp|Insist on|Do (well|strong)|Stick to|Hold fast to|"
             r"Firmly grasp|Take hold of)\b",
         examples=("Grasp the big projects, do strong the chain of new energy vehicles.",
             "Persist the two-way rush of the digital economy and the real economy.")),
    # Bonds are arranged to support X.
    Rule("en.pledged.arranged",
         text=r"\b(is|are) (also |\w+ly )?(arranged|earmarked|allocated|set aside|appropriated|formulated|"
             r"allowed|asked|" r"supported|guided|tasked) (to|for|in order to)\b|"
             r"\b(is|are) arranged, (among|including|such as)\b",
         examples=("Bonds of 250 billion yuan are arranged to support trade-ins of consumer goods.",
             "Three billion yuan are earmarked for smart manufacturing.")),
)  # fmt: skip
# Work under way: a place is speeding up the building of X. It plans, and ends where the name begins.
EFFORTS = (
    Rule("en.pledged.under-way",
         text=r"\b(is|are) (\w+ly |also |now |still |all )*(accelerating|speeding up|stepping up|ramping up|"
             r"scaling up|" r"intensifying|cultivating|promoting|advancing|fostering|focusing on) "
             r"(?=(the|its|their|efforts|projects|[\w-]+ [a-z]+)\b|$)",
         examples=("Four provinces are stepping up large-scale equipment renewal.",
             "Hefei is speeding up the development of quantum technology.")),
)  # fmt: skip
# Is said to have grown: a report, not a plan.
REPORTED = (
    Rule("en.progress.said-to-have",
         text=r"\bto have (already |also |now |since )?(\w+ed|grown|risen|fallen|become|been|built|sold|taken|"
             r"begun|" r"made)\b",
         examples=("Output of hydrogen energy is said to have grown by a third.",
             "The number is reported to have risen in the low-altitude economy.")),
)  # fmt: skip
RESULTS = (
    Rule("en.progress.done", when=(Words("done"),),
         examples=("Ningbo has a smart factory.", "Sales rose in the low-altitude economy.")),
    Rule("en.progress.state", when=(Words("state_cues"),),
         examples=("The NEV sector maintained rapid growth.", "Hainan became a place for commercial space.")),
    Rule("en.progress.did",
         text=rf"\b([Ww]e|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|which|that|who|China|country|government|ministry){PAST}",
         examples=("It tested hydrogen energy.", "They opened smart factories.")),
    # A verb with a number behind it counts a stock: covers all 41, contributed 13.6, released more than 330.
    Rule("en.progress.counts",
         text=r"\b(\w+ed|covers?|encompass(es)?|boasts?|hosts?|connects?|links?|serves?|gathers?|owns?|employs?|"
             r"operates?|houses?|contributes?|comprises?|creates|builds|cultivates|drew|built|sold|made|put|"
             r"leads with|top)"
             r"( all| a total of| nearly| almost| about| around| some| over| more than| at least| another)* "
             r"(?!\d+G\b)[\d¥$]",
         examples=("Jiangsu now boasts 20 firms of the low-altitude economy.", "Makers delivered 500,000 NEVs.")),
    Rule("en.progress.growing",
         text=r"\b[Tt]here (are|were) (\w+ ){0,2}\d|\bleading to (\w+ ){0,2}(growth|expansion|increases?)\b|"
             r"\bemerges? (one after another|in succession|constantly|continuously)\b|"
             r"\b(growing|rising|surging|soaring|reaching|exceeding|totaling|topping|hitting)\b"
             r"(?! (concerns?|calls|criticism|worries|complaints|doubts|fears)\b)|"
             r"\b(up|down) (by )?(\w+ )?\d[\d.]* ?(percent|per cent|pct|%)|"
             r"\b(is|are) (now |already |well )?(in full swing|under way|underway|on track|gathering pace|"
             r"up and running|" r"up by|ahead of schedule|in the lead)\b|"
             r"\b(is|are|remains?) (now |still |also )?the world's ([\w-]+ )?(largest|biggest|leading|top|first)\b|"
             r"\bdeveloped (rapidly|steadily|vigorously|fast|well|with|at)\b|\bg(ives|ave|iving) (birth|rise) to\b|"
             r"\b(made|took|saw) (\w+ ){0,3}(progress|headway|strides|breakthroughs|advances|steps|growth)\b|"
             r"\b(built|opened|created|established|completed) (the|its) (country|nation|world|province|city)'s "
             r"(first|largest)\b",
         examples=("There are 178 national high-tech zones.", "Output is up 20 percent in the NEV sector.")),
)  # fmt: skip
# Verbs without an auxiliary report something only before a plan.
BEFORE_PLANS = (
    Rule("en.progress.also-did", text=rf"(,|\band){PAST}(?! and)",
         examples=("The firm makes drones and opened smart factories.",
             "The firm, a newcomer, tested quantum technology.")),
    Rule("en.progress.is-done", text=rf"\b(is|are)( \w+ly| also| now| still)* (?!{INTENDED})(?P<verb>\w+(ed|ing))\b",
         examples=("The smart factories are spreading.", "Smart manufacturing is widely promoted in the province.")),
    Rule("en.progress.acted",
         text=rf"(^\W*|\b(?!({NO_SUBJECT})\b)[\w'-]+[\"')]* )(\w+ly |also )?(?P<acted>([Cc]arried out|"
             r"[Pp]ushed forward|"
             r"[Ss]tepped up|[Ss]ped up|[Bb]uilt|([Ii]mplement|[Pp]romot|[Aa]dvanc|[Ff]oster|[Ss]trengthen|[Dd]eepen|"
             r"[Aa]ccelerat|[Ee]xpand|[Ee]stablish|[Dd]evelop|[Cc]ultivat|[Ii]mprov|[Nn]urtur|[Bb]oost|[Ee]nhanc|"
             r"[Oo]ptimiz|"
             r"[Ss]upport)ed))(?= (the|an?|its|their|our|this|more|new|all|further|\d[\d,]*|[a-z-]+ (of|and))\b|"
             r" [\"']?$)",
         examples=("The bay area promoted smart manufacturing.",
             "The island implemented the AI Plus action in depth.")),
)  # fmt: skip
# In order to promote X, bonds are arranged: a translated plan.
TO_AN_END = (
    Rule("en.pledged.to-an-end", when=(opens_with_an_end,),
         examples=("To raise the level of industry, new industrialization is advanced in depth.",
             "In order to serve farmers, the low-altitude economy is opened to all.")),
)  # fmt: skip
WITH_NO_MARK_BEFORE = (
    Rule("en.mentioned.instance", when=(is_an_instance,),
         examples=("The centers are devoted to new materials industries.",
             "The fair is part of the pursuit of new quality productive forces.")),
    Rule("en.progress.ran", after=r"( industry| sector| construction| development)?( \w+ly| also| further)? "
             r"(accelerated|quickened|picked up|gathered (pace|momentum|speed)|improved|deepened|emerged|took shape|"
             r"grew)\b",
         examples=("The fostering of new quality productive forces accelerated.", "The low-altitude economy grew.")),
)  # fmt: skip
WITH_NO_MARK = (
    Rule("en.progress.done-by-name", when=(is_done_by_name,),
         examples=("China's industrial chains and supply chains were kept stable.",
             "In Suzhou, manufacturing and modern services were further integrated.")),
    Rule("en.pledged.verb", when=(is_under_a_verb_of_plans,),
         examples=("Guide firms in hydrogen energy to do better.", "Deepening the AI Plus initiative.")),
    Rule("en.pledged.item-of-a-list", when=(is_to_come,),
         examples=("Stepping up development of hydrogen power and other sectors.",
             "Opening test fields of the low-altitude economy.")),
    # 1.4 million NEVs left factories: counted, whatever the verb.
    Rule("en.progress.counted",
         before=rf"(^|[^\w.,-]){NUMBER}[\d,.]*( (million|billion|trillion))? ([\w-]+ ){{0,3}}[\"']?", when=(is_news,),
         examples=("178 national high-tech zones are at work.", "Some 40 new smart factories in the north.")),
    # Charging points now number 17 million; NEVs hold a 54% share.
    Rule("en.progress.counts-on",
         after=rf"…?(?<![\w.-]){NUMBER}[\d,]*(\.\d+)?(%| (percent|million|billion|trillion)\b)|"
             r"…?\b(numbers?|totals?|reach(es)?|covers?|connects?|serves?|links?|employs?|spans?|holds?|hosts?|owns?) "
             r"(all |about |around |nearly |over |some |more than |an average of )?\d|"
             r"…?\b((a|one|two|three)[- ](third|quarter|half|fifth|tenth)s?|half) (of|more|less|higher|lower)\b",
         when=(is_news,),
         examples=("The nation's charging points now number 17 million.",
             "The EV charging network tops 18 million facilities.")),
)  # fmt: skip
