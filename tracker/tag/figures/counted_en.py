"""Rows by which a quantity in an English sentence counts the name that follows it."""

from tracker.tag.engine import Rule
from tracker.tag.figures.quantity_context import is_a_count, is_a_share, is_money, is_said_of_a_name

SERVED = (
    # Meets the needs of so many of the thing: the subject serves them.
    Rule("en.counted.served",
         before=r"(\b(needs?|demands?) of|\bserv(e|es|ed|ing))( (over|more than|about|nearly|around|some))? ?",
         examples=("These charging piles meet the needs of 24 million NEVs.",
             "The canteen serves about 40 smart factories.")),
)  # fmt: skip
# Of those that were chosen for the name, or took part in it, and the money for it.
CHOSEN = (
    Rule("en.counted.public-bodies", against=True, when=(is_a_count,),
         after=r"\s?([\w-]+ ){0,3}(ministr|agenc|department|official|mayor|minister|expert|bodies)",
         examples=("Twelve experts were asked for their views on smart factories.",
             "On Monday two mayors were named in a report about humanoid robots.")),
    Rule("en.counted.selected-for", when=(is_a_count,),
         after=r"(?i:\s?[a-z]+ ((have been|has been|were|are|will be) )?"
               r"(selected|named|listed|approved|chosen|put|included|placed) (for|as|in|into|on|among) "
               r"(?!an? (report|article|study|survey)\b)[^,;.]{0,60})$",
         examples=("So far 25 firms were selected for the list of smart factories.",
             "In the school prize 12 essays were chosen as texts on humanoid robots.")),
    Rule("en.counted.on-the-list", when=(is_a_count,),
         after=r"(?i:\s?[a-z]+(, in [^.;]{3,80},)? (are|were|made|joined|entered)( now| also)?( on| among| in)? the "
               r"(\w+ )?(national )?(list|shortlist|batch|group|ranks) of …40)$",
         examples=("Three plants, in Yili and Bole, are on the first list of national smart factories.",
             "Nine songs made the shortlist of tunes about humanoid robots.")),
    Rule("en.counted.passed-for", when=(is_a_count,),
         after=r"(?i:\s?[a-z]+ (have |has |had )?(\w+ly )?(passed|obtained|met|completed|achieved|received|gained) "
               r"(the |an? )?(\w+ )?(standards?|certifications?|assessments?|evaluations?|accreditations?|appraisals?) "
               r"(for|of|in|on) …40)$",
         examples=("404 companies have passed the national assessment for smart factories.",
             "Last term 60 nurses completed an evaluation on humanoid robots.")),
    Rule("en.counted.taking-part", when=(is_a_count,),
         after=r"(?i:\s?(people|consumers|buyers|companies|firms|enterprises)\b…30 (applied for|benefited from|joined|"
               r"took part in|signed up for|received|used|claimed|redeemed|turned to)\b…60)$",
         examples=("So far 280 million people across the country have applied for subsidies under the trade-in program "
             "of consumer goods.", "At the spring fair 900 people joined a walk with humanoid robots.")),
    Rule("en.counted.bought-under-it", when=(is_a_count,),
         after=r"(?i:\s?([\w-]+ ){1,4}(were|have been|had been|are) (sold|bought|purchased|replaced|renewed|traded in|"
               r"scrapped|exchanged|subsidi[sz]ed) (…{2,40} )?(under|through|thanks to|with the help of) …40)$",
         examples=("Some 12 million home appliances were sold under the trade-in program of consumer goods.",
             "In the port 30 old cranes have been scrapped thanks to large-scale equipment renewal.")),
    # Nine makers in the south, three of which are new, have been picked for ...
    Rule("en.counted.have-been-chosen", when=(is_a_count,),
         after=r"(?i:\s?([\w'’&-]+,? ){0,5}?{CANDIDATES}\b( (of|in|from|across) [^,;.]{2,60}?)?(, [^;.]{3,110},)?"
               r"( (have|has|had|were|was|are|will|be|been|also|now|newly|jointly|just|recently)){0,5} "
               r"({ADMITTED}|(?<=will )(join|enter))\b"
               r"( (approval|backing|support|the (title|status|nod|label)|an? (place|spot)|places))?"
               r"( (to|as|for|in|into|on|onto|among|under|by|of)|(?<=joined)|(?<=entered)|(?<=join)|(?<=enter))"
               r" [^;.]{0,90})$",
         examples=("Seven plants in Jilin, three of which are in Siping, have been recognized as smart factories.",
             "After the vote 40 villages in the hills were added to a tour of hydrogen energy sites.")),
    Rule("en.counted.added-to-its-list", when=(is_a_count,),
         before=r"(?i:\b(add|admit|enrol|elevat|enter)\w*( (a total of|another|about|some|over|more than|a further))?"
                r" )",
         after=r"(?i:\s?([a-z-]+ ){1,4}(in|on)?to (the|its|a|that|their) ([\w-]+ ){0,3}"
               r"(list|roster|ranks|catalog(ue)?|register|directory|pool|network) of …60)$",
         examples=("China has added 20 clusters to its list of national smart factories.",
             "The museum admitted another 12 robots to the ranks of its humanoid robots.")),
    # Ten of the zones, two of them in Wuhan, are building themselves into X.
    Rule("en.counted.built-into", when=(is_a_count,),
         after=r"(?i:\s?(of (the|its|these|those) |[a-z-]+ ){0,3}?{CANDIDATES}(, [^;.]{3,110},)? "
               r"(are|were|have been|will be|is to be|are to be) "
               r"(being |now |gradually )?(built( up)?|building( themselves)?|developed|developing|turned|turning|"
               r"transformed|converted|grown|growing|rebuilt|made) into …60)$",
         examples=("Ten of the zones, Beihe and Anlu among them, are building themselves into smart factories.",
             "Under the mayor's scheme 14 old hospitals will be turned into sites for hydrogen energy.")),
    # Select 30 cities as sites to pilot X, give its backing to five areas to set up X.
    Rule("en.counted.chosen-as", when=(is_a_count,),
         before=r"(?i:\b((select|choos|chose|approv|designat|list|recogni[sz]|certif|nam|pick|clear|ask|allow|"
                r"invit|back)\w*|(backing|approval|nod|consent|go-ahead|green light|permission|support) to)"
                r"( (a total of|the first|about|around|another|up to|some|over|more than|at least|an additional))"
                r"{0,2} )",
         after=r"(?i:\s?([a-z-]+ ){1,4}(…40\b)?(as|for|where|to (be|build|pilot|become|join|carry out|start|set up|"
               r"host|run|try out|test|found|establish|open|develop|create|lead|take part in)) …60)$",
         examples=("China will select 30 cities in 2023 as sites to pilot NEVs.",
             "The museum invited another 12 painters to open a show on humanoid robots.")),
    # Nine groups of makers, among them A, which will carry out X.
    Rule("en.counted.who-will-do-it", when=(is_a_count,),
         before=r"(?i:\b(select|choos|chose|approv|designat|list|recogni[sz]|nam|pick|identif|determin|"
             r"shortlist|nominat)"
                r"\w*( (a total of|the first|another|about|around|some|over|more than))? )",
         after=r"(?i:\s?([\w-]+ ){1,3}[^.;]{0,140}?,? (which|who|that) (will|would|are to|can|may)( jointly| now)? "
               r"(conduct|carry out|pilot|try out|run|test|implement|take part in|join|host|build|operate|start)\b"
               r"[^.;,]{0,60})$",
         examples=("It identified seven teams of makers and users, among them two from Ordos, which will test NEVs.",
             "The school picked 12 pupils from the choir who may join a parade of humanoid robots.")),
    # 188 billion yuan of bonds to support X; some names begin with that verb.
    Rule("en.counted.money-for-it", when=(is_money,),
         after=r"( \([^)]{4,50}\))?((?!\b(such as|including|with)\b)[^.;]){0,100}"
               r"(\b(support|fund|supporting|funding|for|promote|subsidize|finance)\b…60|\b(bonds|funds|money) to )$",
         examples=("China sold 188 billion yuan of bonds, supporting the trade-in of consumer goods.",
             "An heir left 3 million dollars for a museum of humanoid robots.")),
    # 20% of global patent applications in X.
    Rule("en.counted.share-in", when=(is_a_share,),
         after=r"(\s*of\b[^,.;]{0,70}\b(in|of|from)\s+(the\s+)?|\s*of\b[^.;]{0,140}\bc[oa]mes? from\s+(the\s+)?)$",
         examples=("More than 40 percent of output at national, provincial, and municipal levels will come from smart "
             "factories.", "The poll says 12 percent of jokes in humanoid robots' talk are stolen.")),
)  # fmt: skip
BEHIND = (
    # 73 GW in cumulative X capacity.
    Rule("en.counted.in-all", after=r" (in|of) (cumulative|total|new|newly added|installed) $",
         examples=("The country had reached 73 GW in cumulative new-type energy storage capacity.",
             "The town sold 40 tonnes of new humanoid robots.")),
    # 109 pilot projects in X, 13 in the field of X.
    Rule("en.counted.projects-in-it", when=(is_a_count,),
         after=r"(?i:\s?([a-z-]+ ){0,3}(projects|enterprises|companies|firms|clusters|platforms|standards|scenarios|"
               r"pilots) (in|for|on|related to|engaged in) (the )?((field|area|sector)s? of )?)$",
         examples=("Productivity was up by 38 percent for the first 109 projects in smart factories.",
             "The court heard of 14 shell companies engaged in hydrogen energy.")),
    # 10,000 digital workshops and X: one count of things of a kind.
    Rule("en.counted.with-its-like", when=(is_a_count,),
         after=r"(?i:\s?[a-z-]+ (workshops|zones|parks|centers|bases|firms|stations|piles|projects) and )$",
         examples=("China has over 10,000 modern workshops and smart factories.",
             "The storm hit 30 logistics parks and smart factories.")),
)  # fmt: skip
BREAKS = (
    # NEVs account for 60 percent of trade-ins: a share of those before it.
    Rule("en.counted.share-of-the-subject", against=True, when=(is_a_share, is_said_of_a_name),
         examples=("NEVs accounted for nearly 60 percent of the smart factories' output.",
             "In the poll, humanoid robots made up 3 percent of smart factories in jokes.")),
    Rule("en.counted.interrupted", against=True,
         text=r"[，,、；;：:。（）()\n与]|\.\s|\b(and|while|but|in|at|that|which|who|to|from|will|have|has|"
              r"cover(s|ing)?|includ(e|es|ing)|focus(es|ing)?)\b",
         examples=("It will back 3,000 schools and smart factories.",
             "She read 40 books, humanoid robots among them.")),
)  # fmt: skip
SHARES = (
    Rule("en.counted.share-of", after=r"\s*of\b", when=(is_a_share,),
         examples=("Pure electric ones make 69 percent of all NEVs.",
             "Only 5 percent of humanoid robots can cook.")),
)  # fmt: skip
