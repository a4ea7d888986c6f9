"""Rows for what serves, joins or recalls X, or only speaks of it: chargers for 40 million X, in concert with X."""

from tracker.tag.acts.cues import Words, is_news
from tracker.tag.engine import Rule

SOME = r"(up to |over |more than |about |some |nearly |around )?"
PUT = r"\b([Ll]isted|[Nn]amed|[Ii]ncluded|[Mm]entioned|[Cc]ounted|[Pp]laced|[Rr]anked|[Cc]ited)\b"
ENGINES = r"\bamong\b…30\b(engines?|growth (drivers?|points?|poles?)|drivers? of growth|frontiers)\b"
STOPPED = "suspended|halted|cancell?ed|scrapped|frozen|shelved|abandoned|revoked|called off|put on hold|shut down"

ROWS = (
    Rule("en.mentioned.serves-so-many",
         before=r"\b(can|could|able to|enough to|capable of|sufficient to) (\w+ly )?(serv\w+|charg\w+|power(ing)?|"
             r"supply\w*|"
             rf"hold\w*|meet\w*|feed\w*|accommodat\w+) {SOME}[\d.,]+ ((thousand|million|billion) )?([\w-]+ ){{0,2}}",
         examples=("The network can serve more than 40 million new energy vehicles.",
             "The substation is able to charge 300 new energy vehicles at a time.")),
    Rule("en.mentioned.bought",
         before=r"\b([Aa]nyone|[Tt]hose|[Pp]eople|[Cc]onsumers|[Rr]esidents|[Ff]amilies|[Ww]ho|[Ii]f|[Ww]hen|they|"
             r"[Ee]veryone)"
             r" (who |that )?((?!will\b)\w+ )?(buys?|bought|purchases?|chooses?|switch(es)? to)\b…24",
         examples=("Those who scrap an old car will be given 20,000 yuan if they buy a new energy vehicle.",
             "Anyone who purchases a new energy vehicle gets a plate at once.")),
    Rule("en.mentioned.in-concert-with",
         before=r"\b(in concert|hand in hand|in tandem|in step|in sync|in parallel|dovetail\w*|mesh\w*) with "
             r"(the |its |an? |China's )?…40",
         examples=('The fund should work hand in hand with the "AI Plus" initiative.',
             "The rules will dovetail with the smart manufacturing campaign.")),
    Rule("en.mentioned.placed-beside",
         before=r"\b(is|are|was|were) (now |being )?(positioned|placed|put|treated|seen|ranked) (alongside|beside|"
             r"next to) ……80",
         examples=("Chips are being placed alongside AI, embodied intelligence and batteries.",
             "Fusion was ranked next to quantum technology.")),
    Rule("en.mentioned.at-its-heart",
         before=r"\b(battlefield|battleground|heart|pillar|centerpiece|main line|cornerstone|offshoot|legacy|successor|"
             r"forerunner|hallmark|embodiment|symbol) (of|to) (the |its |China's |an? )?([\w-]+ )?[\"'“]?",
         examples=("Smart plants are the main battlefield of the Made in China 2025 strategy.",
             "The scheme is seen as a successor to Made in China 2025.")),
    Rule("en.mentioned.one-of-its-fields",
         before=r"\b(is|are|was|were) (one|two|three|some|among|part|several) …20\b(fields|sectors|areas|"
             r"industries|targets|"
             r"priorities|planks|pillars) (of|in|under|set by|named by) (the |its |China's )?[\"'“]?",
         examples=("Robots were one of the ten fields of Made in China 2025.",
             "Ships are among the sectors named by Made in China 2025.")),
    Rule("en.mentioned.in-its-name",
         before=r"\b([Ii]n the name of|[Uu]nder the (banner|guise|pretext|label) of|a byword for|"
             r"synonymous with) (the )?…10",
         examples=("Officials should not chase fashions in the name of new quality productive forces.",
             "Some parks were built under the banner of the low-altitude economy.")),
    Rule("en.mentioned.heard-about",
         before=r"\b(want|wanted|wants|like|liked|keen|love|loved|came|eager|curious) (only )?to (hear|talk|learn|"
             r"know|read) "
             r"(only |more |a lot )?about\b……60",
         examples=("Its clients only wanted to hear about the low-altitude economy.",
             "Villagers came to learn about charging piles and smart manufacturing.")),
    Rule("en.mentioned.in-response-to-it", before=r"\b[Ii]n (response|answer|reply) to (the |China's |a )?[\"'“]?",
         examples=('In response to the "AI Plus" initiative, Lianda has put its models to work in banks.',
             "The school opened courses in answer to the smart manufacturing campaign.")),
    Rule("en.mentioned.discussed",
         before=r"\b(discussed|debated|(swapped|exchanged) (views|ideas|notes) on|talked about|compared notes on) ……40",
         when=(is_news,), unless=(Words("will"), Words("urge")),
         examples=("Guests from 20 countries discussed hydrogen energy and carbon trading in Ordos.",
             "The two mayors exchanged views on quantum technology.")),
    Rule("en.mentioned.catchphrase",
         after=r"……40\b(became|become|is|are|was) (\w+ )?(an? |the |all the )?(catchphrase|buzzword|slogan|"
             r"watchword|mantra|rage|fad)\b",
         examples=("Ever since new quality productive forces became a catchphrase, meetings have grown longer.",
             "The low-altitude economy is all the rage among mayors.")),
    Rule("en.mentioned.goes-into-it", before=r"\b(which|that) (also )?(go|goes|went) into ([\w-]+ ){0,3}",
         examples=("Demand for copper wire that goes into new energy vehicles has kept prices high.",
             "Makers of lenses that go into humanoid robots have hired more people.")),
    Rule("en.mentioned.engine-of-growth", before=rf"{PUT}……{ENGINES}……",
         examples=("The report listed drones among the new growth engines, next to commercial spaceflight.",
             "The budget placed chips among the drivers of growth, with quantum technology.")),
    Rule("en.mentioned.named-an-engine", before=rf"{PUT}……", after=rf"……?{ENGINES}",
         examples=("Last month the work report listed the low-altitude economy among the new growth engines.",
             "The premier named quantum technology among the frontiers of science.")),
    Rule("en.mentioned.from-one-to-another", before=r"\b\w+s\b[^.;,]{0,40}, (ranging |running |reaching )?from ……60",
         unless=(Words("will"), Words("plan")),
         examples=("Ten forms are spelled out, from shared manufacturing to smart factories and tourism.",
             "The booklet has 30 entries, ranging from hydrogen energy to old-age care.")),
    Rule("en.mentioned.set-up-under-it",
         before=r"\b(built|set up|founded|created|opened|established|planned|envisaged|promised|required) (\w+ )?"
             r"(under|by|in) (the |its |China's )[\"'“]?",
         after=r"[\"'”]? (strategy|initiative|plan|program|programme|blueprint|scheme)\b",
         examples=("It is the first of the centers to be built under the Made in China 2025 strategy.",
             "Two labs were founded under the Internet Plus initiative.")),
    Rule("en.mentioned.where-it-has-helped", before=r"\bwhere (the |China's |(the )?(country|nation|city)'s )?[\"'“]?",
         after=r"[\"'”]? (initiative|plan|strategy|drive|campaign|policy|program|push|action) (has|have) ",
         examples=("The firm learned at home, where the AI Plus initiative has encouraged makers to open their doors.",
             "The idea comes from Wuxi, where the smart manufacturing campaign has changed how plants hire.")),
    Rule("en.mentioned.stopped",
         before=rf"\b({STOPPED}|froze) (the |its |their |all |an? |\w+ty |\w+teen |two |three |four |five |six |ten |"
             r"\d+ )([\w'-]+ ){0,3}",
         when=(is_news,),
         examples=("Shenzhen has suspended its low-altitude economy pilot in Nanshan after two accidents.",
             "The province halted two hydrogen energy trials, citing costs.")),
    Rule("en.mentioned.was-stopped",
         after=rf"[^,.;]{{0,30}}\b(is|are|was|were|been|being) ([\w-]+ ){{0,2}}({STOPPED})\b",
         when=(is_news,),
         examples=("The low-altitude economy pilot in Nanshan was suspended after two accidents.",
             "Three green factory titles have been formally revoked.")),
)  # fmt: skip
