"""Rows by which an English sentence reports a selection: entities newly recognised or set up."""

from tracker.tag.acts.designated.choices import (
    ENGLISH_ORGAN,
    has_been_chosen,
    is_a_list_that_was_issued,
    is_a_sum_so_far,
    is_approved_as_new,
    is_chosen_as,
    is_chosen_by_number,
    is_granted,
    is_list_out,
    is_near_an_entity,
    is_newly_named,
    is_planned,
    is_planned_earlier,
    is_published_as_a_list,
    is_recalled_earlier,
    is_recalled_in_its_clause,
    is_selected_among_new,
    names_an_entity,
    tells_no_news,
)
from tracker.tag.engine import WRITTEN, Near, Rule

# Was put on a list, and the number of X has grown: another clause.
ON_IT = r"((?!, (and|while|with|as) (the|its|it|they|an?|more|there|\d)\b)[^.;])"
# The first batch of X, the national list of X, the ranks of X.
LIST_OF_NEW = (
    r"((the |its |China's |this year's |(the )?(country|nation)'s )?([\w-]+ ){0,2}"
    r"((first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|newest|latest|20\d\d)( [\w-]+){0,2} "
    r"(list|batch|group|cohort|round|catalog|pilots?|directory)|"
    r"national[- ]?(level )?(list|catalog|directory)|ranks)\b|"
    r"an? ([\w-]+ ){0,2}list of ([\w-]+ ){0,2}(pilot|demonstration|model|selected|approved|designated|qualified)\b)"
)
NOT_MADE = (is_a_sum_so_far, is_planned_earlier, is_recalled_earlier)
# Was named a little giant in 2021: describes a firm; selected for a final.
BESIDE = (
    Near(after=r"……\bin (19|20)\d\d\b"),
    Near(after=r"……40\b(contest|competition|final)\b"),
)
SO_FAR = Near(text=r"\b([Ss]ince (19|20)\d\d|[Ss]o far|[Tt]o date)\b")

DECIDED = (
    Rule("en.designated.granted", when=(is_granted,),
         examples=("China granted road approval for two cars with Level-3 autonomous driving.",
             "Beijing approved road permits for Level-3 autonomous driving.",
             "MIIT announced the first conditional access permits for cars with Level-3 autonomous driving.")),
)  # fmt: skip
AGAINST = (
    Rule("en.designated.no-news", when=(tells_no_news,), against=True,
         examples=(
             "Notice concerning the Recognition of Green Factories\nArticle 1 Ten new green factories were approved.",
             "Guidelines on Pilot Cities\nArticle 1 Two cities were named as pilots of the industrial internet.")),
)  # fmt: skip
MADE = (
    Rule("en.designated.has-been-chosen", when=(has_been_chosen,), unless=(*NOT_MADE, *BESIDE),
         examples=("Nine consortiums have been approved to test intelligent connected vehicles.",
             "The firm in Suzhou was named a little giant.")),
    Rule("en.designated.approved", before=r"\bapprov(ed|es|ing|al of)\b……40"
             r"\b(upgrad\w+|establishment|creation|setting up|founding|construction of|building of|new)\b……120|"
             r"\b(won|gained|got|gave|gives|given|granted|received|obtained) ([\w'-]+ ){0,4}"
             r"(approval|recognition|green light|backing|blessing|nod|go-ahead)\b……160|"
             r"\b(granted|awarded|given)\b……60? the (status|title) of\b……60|"
             r"\b((were|was|been) (\w+ly )?(included|placed)( (this|last|on|in|earlier) …16)? (in|on)|"
             r"made( it)?( on(to)?| into)?) (the|a) "
             rf"(\w+ |this year's )?(list|batch|roster)\b{ON_IT}{{0,100}}", unless=NOT_MADE,
         examples=("The State Council approved the upgrade of two parks to national high-tech zones.",
             "The city was given the title of a green manufacturing base.",
             "The ministry has approved the building of AI pilot zones in Jinan and Xi'an.")),
    # The verb of a headline, and not the noun.
    Rule("en.designated.names-so-many",
         before=r"\b(names|lists|picks|selects) (the |its |over |more than )*"
             r"(\d+|first|second|third|fourth|fifth|new|next|latest|two|three|four|five|six|seven|eight|nine|ten) "
             r"([\w-]+ ){0,8}", when=(is_near_an_entity,),
         examples=("China names 52 industrial parks in the first batch of national zero-carbon parks.",
             "MIIT picks third batch of 20 smart factories.")),
    Rule("en.designated.on-the-list",
         before=r"\b(((was|were|been|got|is|are) (\w+ly |also )?(put|placed|included|listed|admitted|selected|named|"
             r"chosen|added|ranked|accepted|incorporated|entered|picked|shortlisted)|entered|joined|made( it)?) "
             r"((up)?on(to)?|in(to)?|to|among|for|as one of)|entered|joined|made|tops|topped|heads|headed|"
             r"(is|are) (also |now |both |all )?(on|in|among)|"
             rf"(is|are|was|were) (one|two|three|four|five|\w+) (of|among) (the )?\d+ …20(on|"
             rf"in)) {LIST_OF_NEW}{ON_IT}{{0,60}}", unless=NOT_MADE,
         examples=("Two zones have been put on the first list of national zero-carbon parks.",
             "Three zones are on the first list of national zero-carbon parks.",
             "Baicheng was named among the country's first pilots for hydrogen energy.",
             "Four plants entered the national list of smart factories.",
             "The optics cluster joined the ranks of national advanced manufacturing clusters.",
             "A park in Ordos is one of 52 on the first list of national zero-carbon parks.")),
    Rule("en.designated.among-the-new", scope=WRITTEN,
         before=r"\b(is|are|was|were|be) (also |now )?((one|two|three|\w+) of|among) (the |those |China's |[\d,]+ )"
             r"([\w-]+ ){0,2}(newly|latest|new) ([\w'-]+ ){0,7}[\"'“]?", unless=NOT_MADE,
         examples=("The city's solar base is among the newly approved bases of new industrialization.",
             'The firm is one of the newly listed "little giants" of the province.')),
    Rule("en.designated.more-of-them",
         before=r"\b([Aa]nother|[Aa] further|[Aa]n additional|\d[\d,]* (more|new)|[Ss]ome \d[\d,]* more) ……60"
             r"\b(qualified|been named|were named|became|become|joined|been recogni[sz]ed|been rated) (as )?(the |"
             r"an? )?"
             r"(national |new |state-level )?([\w-]+ ){0,2}[\"'“]?", unless=(is_planned_earlier, is_recalled_earlier),
         examples=('Another 58 Tianjin firms have qualified as national "little giants", the city said.',
             "A further 12 plants have become national green factories.")),
    Rule("en.designated.by-a-list",
         after=r"……,? (according to|in|on) (an?|the) ([\w-]+ ){0,2}(list|roster)\b…60"
             r"\b(issued|released|published|unveiled|announced|made public) (by|on|this)\b",
         unless=(is_a_sum_so_far, is_recalled_earlier),
         examples=("Six parks will become national zero-carbon parks, according to a list issued by the NDRC.",
             "The plant appears as a national green factory in a list published on Thursday.")),
    Rule("en.designated.cases-out",
         before=r"\b(publish|releas|announc|unveil|issu|select|pick)(ed|es|s)? (the |a list of )?"
             r"(\d[\d,]*|ten|twelve|twenty|thirty|forty|fifty|\w+teen|\w+ty|first|another \d+) ([\w-]+ ){0,2}"
             r"(typical|model|exemplary|benchmark|demonstration|outstanding|excellent|pilot|best) ([\w-]+ )?"
             r"(cases|projects|scenarios|products|examples|applications|solutions|practices) (of|for|in|"
             r"on) (the )?[\"'“]?…20",
         unless=(is_a_sum_so_far, is_recalled_earlier),
         examples=('The NDA on Thursday published 70 model cases of "Data Elements X".',
             "The ministry announced 30 typical applications of the industrial internet.")),
    Rule("en.designated.approved-this-week",
         after=r"…60, (newly |just |which was )?(approved|recogni[sz]ed|designated|certified|founded|established) "
             r"(by (the )?)?…40\b(this week|this month|on \w+day|recently|today|last week)\b", unless=NOT_MADE,
         examples=("The national manufacturing innovation center for alloys, approved by MIIT this week, is in Xi'an.",
             "The zero-carbon park in Ordos, recognized by the NDRC on Thursday, makes batteries.")),
    Rule("en.designated.placed-on-the-list",
         before=r"\b(placed|put|landed|had|saw|added|contributed) (\d[\d,]*|one|two|three|four|five|six|seven|"
             r"eight|nine|ten|"
             rf"\w+teen|\w+ty|another \w+) ([\w-]+ ){{0,3}}(on|in|to|make|enter|join) {LIST_OF_NEW}{ON_IT}{{0,60}}",
         unless=NOT_MADE,
         examples=("Anhui placed 12 plants on the national list of smart factories.",
             "Wuxi saw six parks enter the first list of zero-carbon parks.")),
    Rule("en.designated.plaques-awarded",
         before=r"\b(awarded|presented|conferred|handed) ([\w-]+ ){0,3}(plaques?|titles?|certificates?|medals?)\b……80",
         unless=NOT_MADE,
         examples=("The ministry awarded plaques to the firms approved as national green factories.",
             "Hubei presented the certificates to twelve smart factories on Monday.")),
    Rule("en.designated.selecting-a-batch",
         after=r"……60\b(selecting|choosing|picking|naming|approving) (over |more than )?\d[\d,]* [^.;]{0,40}"
             r"\b(first|second|third|fourth|fifth|new|latest) (batch|group|list|cohort)\b", unless=NOT_MADE,
         examples=("MIIT holds 2,400 pilot testing platforms in reserve, selecting 241 as the first batch.",
             "The bureau looked at 90 zero-carbon parks, picking 12 for the second group.")),
    Rule("en.designated.list-is-out", before=r"\b(list|batch|roster|roll) of ([\w-]+ ){0,4}[\"'“]?",
         after=r"[\"'”]?[^,.;]{0,40}(,? (came|is|has come|are|was) out\b|, out (on|this|today)\b)",
         unless=(is_a_sum_so_far, is_planned_earlier, is_recalled_earlier),
         examples=("The ninth list of green factories came out on Thursday.",
             'The latest roll of "little giants", out on Thursday, holds 3,671 names.')),
    Rule("en.designated.so-many-picked",
         before=r"\b(selected|picked|chose|chosen|shortlisted|singled out) (\d[\d,]*|\w+teen|\w+ty|ten|twelve|six|"
             r"seven|eight|nine|"
             r"three|four|five) (more |new )?([\w-]+ ){0,2}", after=r" ([\w-]+ )?(projects|sites|cities|platforms|"
                 r"plants|teams|"
             r"parks|zones|cases|applications|scenarios)\b", unless=NOT_MADE,
         examples=("The National Energy Administration has selected 56 new-type energy storage projects for trial.",
             "The province picked twelve hydrogen energy sites.")),
    Rule("en.designated.agreed-to-raise",
         before=r"\b(State Council|[Cc]abinet|ministry|Ministry|commission|Commission|NDRC|MIIT|government)\b……60"
             r"\b(agreed|decided|approved plans?|gave (its )?consent) to (upgrade|elevate|raise|promote)\b……80",
         unless=(is_a_sum_so_far,),
         examples=("The State Council has agreed to upgrade three zones to national high-tech zones.",
             "The cabinet decided to raise two provincial parks to national high-tech zones.")),
    Rule("en.designated.became-a-pilot",
         before=r"\bbec(ame|omes?|oming) (an?|one of the)( [\w-]+){0,2} (pilot|demonstration|model|trial|experimental)"
             r"( [\w-]+){0,2} (for|of|in|on) (the )?", unless=NOT_MADE,
         examples=(
             "Xianyang became a pilot city for the digital transformation of small and medium-sized enterprises.",
             "Wuhu became one of the national pilot zones for the low-altitude economy.")),
    # The list of those that were chosen, said in a notice.
    Rule("en.designated.join-the-pilot",
         before=r"(?i:(?<!\blet )(?<!\bhave )(?<!\bhelp )(?<!\bsee )\b(\d[\d,]*|\w+teen|\w+ty(-\w+)?|ten|eleven|twelve|"
             r"two|three|four|five|six|seven|eight|nine)"
             r"( more| other| further| additional| new)? ([\w'-]+ ){0,3}?{CANDIDATES} (will |are to |have )?"
             r"(join|enter)(ed)? (an?|the|its|their|China's) ([\w-]+ ){0,4}"
             r"(pilots?|program(me)?|scheme|trials?|list|batch)\b)……60",
         unless=(is_a_sum_so_far, is_recalled_earlier, SO_FAR),
         examples=("Thirty-six more cities will join a national pilot program on the low-altitude economy.",
             "Six old towns will enter the trial scheme for firms in hydrogen energy.",
             "Twelve ports are to join the list of sites for hydrogen energy.")),
    # The best of the country's clusters are chosen by a competition.
    Rule("en.designated.winners-announced",
         before=r"\b(announc|publish|releas|unveil|reveal|nam)(ed|es|s)? (the |an? )?((final )?list of (the )?)?"
             r"([\d,]+ |\w+ )?(winners|victors) (of|in) ……40",
         examples=("MIIT announced the winners of the final of the Advanced Manufacturing Clusters Competition.",
             "The ministry published a list of 25 winners in the national contest of smart factories.")),
    Rule("en.designated.won-the-title",
         before=r"\b(won|gained|earned|received|obtained) the ([\w-]+ )?(title|status|name|label|honor) of (an? |"
             r"the )?" r"([\w-]+ ){0,2}", unless=NOT_MADE,
         examples=("Thirty-five clusters won the title of national advanced manufacturing cluster.",
             "The town earned the status of a national zero-carbon park.")),
    Rule("en.designated.won-its-name",
         before=r"\b(won|gained|earned|received|obtained|got|awarded|granted|given) (the |an? )?([\w-]+ ){0,2}",
         after=r" (status|title|designation|certification|label)\b", unless=NOT_MADE,
         examples=("A battery cluster won national advanced manufacturing cluster status.",
             "Twelve plants were awarded the national green factory title.")),
    Rule("en.designated.approved-one", before=r"\bapproved (an?|another)( \w+){0,3} ?", when=(names_an_entity,),
         unless=NOT_MADE,
         examples=("MIIT approved a national manufacturing innovation center.",
             "The province approved another zero-carbon park.")),
    Rule("en.designated.raised-to-national",
         text=r"\b(promoted|upgraded|elevated|raised)\s+(([\w-]+\s+){1,4}?)?(in)?to\s+(the\s+|a\s+)?(national|state)",
         unless=NOT_MADE,
         examples=("Six parks were upgraded to national high-tech zones.",
             "The cabinet upgraded two parks to national high-tech zones.",
             "The pilot was raised to the national level for smart manufacturing.")),
    Rule("en.designated.organ-named-by-it",
         before=r"\b(established?|establishes|sets? up|founded|formed|forms|inaugurate[sd]) "
             r"((an?|its|the) )?([\w-]+ ){0,3}", after=rf"[^,.;]{{0,14}}\b({ENGLISH_ORGAN})\b", unless=NOT_MADE,
         examples=("China sets up a commercial space department under the CNSA.",
             "The ministry set up a humanoid robot committee.")),
    Rule("en.designated.organ-for-it", before=r"(\b(establishment|founding|creation|formation|inauguration) of|"
             r"\b(establish|set(s|ting)? up|creat|found|form|inaugurat|launch)(ed|es)?\b)……36"
             rf"\b({ENGLISH_ORGAN})\b……90", unless=NOT_MADE,
         examples=("MIIT announced the establishment of a standards committee for humanoid robots.",
             "The NDRC set up a department for zero-carbon parks.",
             "Guangdong established a working group for the low-altitude economy.")),
    Rule("en.designated.organ-founded",
         after=rf"[^,.;]{{0,14}}\b({ENGLISH_ORGAN})\b…20 (was|were|has been|have been) (\w+ly )?"
             r"(inaugurated|established|founded|set up|launched|formed|created)\b", unless=NOT_MADE,
         examples=("A green manufacturing alliance was inaugurated on Saturday in Beijing.",
             "A hydrogen energy alliance of 60 firms has been founded.")),
    Rule("en.designated.selected-for-it", when=(is_selected_among_new,), unless=NOT_MADE,
         examples=("Ningbo was picked as the first pilot city for smart manufacturing.",
             "Hefei is among the 20 cities selected for smart manufacturing pilots.",
             "Two provinces, newly picked for the industrial internet, sent reports.")),
    Rule("en.designated.became-the-first",
         before=r"\bbec(ame|omes?|ome) ((one of|among) )?(the|China's|(the )?(country|nation|province)'s) "
             r"(first|second|third|new|latest|\d+(st|nd|rd|th))\b……60\b(pilot|demonstration|national)\b……60",
             unless=NOT_MADE,
         examples=("Ningbo became the first pilot city to carry out smart manufacturing.",
             "Wuxi becomes the second national base of the industrial internet.",
             "Fifteen plants became the country's first pilot-level smart factories.")),
    Rule("en.designated.cohort-announced", before=r"\b(launch|announc|releas|publish|unveil)\w*\b……40"
             r"\b(first|second|third|fourth|fifth|new|latest) (batch|cohort|group) of……80", unless=NOT_MADE,
         examples=("MIIT announced the launch of a second cohort of AI pilot zones.",
             "The NEA issued an announcement of the first batch of hydrogen energy pilot projects.",
             "MIIT announced the third batch of little giants.")),
    Rule("en.designated.chosen-as", when=(is_chosen_as,), unless=NOT_MADE,
         examples=("Ningbo has been approved as a pilot city for Made in China 2025.",
             "The ministry identified ten cities as pilots of the industrial internet.",
             "Hefei was selected as a pilot city for smart manufacturing.")),
    Rule("en.designated.list-of-those-that-will",
         before=r"\b(made public|put out|publish|releas|announc|unveil|issu|nam|reveal|select|pick|approv)\w*\b…60"
             r"\b(\d+|list|roster|first|second|third|fourth|fifth|new|two|three|four|five|six|seven|eight|nine|ten|"
             r"eleven|twelve|\w+teen|twenty|thirty)\b…50"
             r"\b(cities|counties|parks|zones|firms|companies|enterprises|factories|regions|provinces|projects|areas|"
             r"consorti\w+|"
             r"teams|groups|carmakers|makers|automakers|operators|airports|ports|plants)\b"
             r"……30\b((that|which) (will|are to|would|may|can)|to) (pilot|try|test|host|trial|take part in|carry out|"
             r"experiment with|build|conduct)\b…90", unless=(is_a_sum_so_far, is_recalled_earlier),
         examples=(
             "The ministry made public the list of the second group of cities that will pilot smart manufacturing.",
             "Five ministries named 20 cities that may build the industrial internet.",
             "The NEA picked nine projects to test new-type energy storage.")),
    Rule("en.designated.first-of-them",
         before=r"\b(opened|(was|were) (\w+ly )?(founded|established|set up|inaugurated|unveiled|opened)|"
             r"(started|began|went into) (work|operation))\b……90?[,-] ?(it is )?the (first|second|third|\w+th) "
             r"(of|such|among) (the |China's |its )?([\w-]+ ){0,3}", unless=(is_a_sum_so_far, is_recalled_earlier),
         examples=(
             "A battery center opened in Wuhan on Friday, the first of the national manufacturing innovation centers.",
             "A plant was inaugurated in Hefei, the third of China's lights-out smart factories.")),
    Rule("en.designated.of-those-on-the-list",
         before=r"\b[Oo]f the \d[\d,]* ([\w-]+ ){1,6}(on|in) (the|its|an?|this year's|[A-Z][\w']+) ([\w-]+ ){0,2}"
             r"(list|batch|roster|group|cohort)\b…40", unless=(is_planned_earlier, is_recalled_earlier),
         examples=("Of the 62 plants on Jiangsu's first list of zero-carbon factories, nine are in Suzhou.",
             "Of the 120 firms in the new batch of green factories, a third make steel.")),
    Rule("en.designated.has-won-approval",
         after=r"…20\b(ha(s|ve) )?(just |also |now )?(won|gained|got|received|obtained|secured) ([\w'-]+ ){0,3}"
             r"(approval|recognition|green light|nod|go-ahead)\b", when=(names_an_entity,),
         unless=(Near(before=r"\b(plans?|bill|law|rules|guidelines?|measures?) (for|on|of) ([\w-]+ ){0,3}"), *NOT_MADE),
         examples=("Three new national manufacturing innovation centers have won approval from the ministry.",
             "The zero-carbon park in Ordos has received final approval.")),
    Rule("en.designated.backed",
         before=r"\b(gave|giv(en|es|ing)|expressed|voiced) (its |their )?(full |formal )?"
             r"(support|backing|consent|blessing) (to|for) (the )?"
             r"(building|construction|creation|establishment|setting[- ]up|development) of……60",
         when=(names_an_entity,), unless=NOT_MADE,
         examples=("The ministry has given its support to the building of AI pilot zones in Beijing and Tianjin.",
             "The NDRC gave its consent to the creation of a zero-carbon park in Ordos.")),
    Rule("en.designated.on-public-notice",
         before=r"\b(put|placed|published|publici[sz]ed|posted) ([\w,]+ ){1,4}(on|for) (an? |the )?"
             r"public (notice|review|comment)\b……60", unless=NOT_MADE,
         examples=('MIIT has put 3,671 companies on the public notice for the fifth batch of "little giants".',
             "The province posted 40 plants for public review as smart factories.")),
    Rule("en.designated.grown-by-the-selected",
         after=r"……60\b(after|with|as) (another |a further )?(\d[\d,]*|\w+teen|\w+ty|ten|twelve|six|seven|eight|nine|"
             r"three|four|five) (more |new )?([\w-]+ )?((were|being|was) )?(newly )?"
             r"(selected|added|approved|chosen|recogni[sz]ed|certified|picked|admitted)\b", unless=NOT_MADE,
         examples=("The number of advanced manufacturing clusters has risen to 80 after 35 more were selected.",
             "China has 207 national high-tech zones, with three approved this month.")),
    Rule("en.designated.noticed",
         before=r"\bnotice\b……30\b(support(ing)?|identify(ing)?|recogni[sz]ing|designating|approving|"
             r"announcing)\b……140", unless=NOT_MADE,
         examples=("The ministry sent a notice supporting Beijing in an AI innovation pilot zone.",
             "It put out a notice recognizing green factories in the province.")),
)  # fmt: skip
LISTED = (
    Rule("en.designated.list-out", when=(is_list_out,), unless=(is_recalled_in_its_clause,),
         examples=("The smart factory list issued in May is long.",
             "It is on the green factory list issued on Monday.")),
    Rule("en.designated.list-called-to-mind", when=(is_list_out,), against=True,
         examples=("In line with rules the smart factory list issued in May has 12 names.",
             "Previously the green factory list issued by MIIT was short.")),
)  # fmt: skip
SO_FAR_BEHIND = Near(after=r"…30\b(so far|to date)\b")
CHOSEN = (
    Rule("en.designated.chosen-by-number", when=(is_near_an_entity, is_chosen_by_number),
         unless=(is_planned, SO_FAR_BEHIND),
         examples=("MIIT approved three national manufacturing innovation centers.",
             "The ministry recognized 12 green factories in Anhui.")),
    Rule("en.designated.published-as-a-list", when=(is_near_an_entity, is_published_as_a_list), unless=(is_planned,),
         examples=("The ministry published a list of 35 national advanced manufacturing clusters.",
             "The ministry released a list of smart factories.",
             "The NEA issued a notice on the first batch of hydrogen energy pilot projects.")),
    Rule("en.designated.newly-named", when=(is_near_an_entity, is_newly_named),
         examples=("Some 1,382 plants were newly listed as national green factories.",
             "Thirty enterprises were newly listed as green factories.",
             "Forty plants were newly listed as green factories.")),
    Rule("en.designated.list-was-issued", when=(is_near_an_entity, is_a_list_that_was_issued),
         examples=("The list of smart factories was released on Monday.",
             "The third batch of green factories was announced.")),
    Rule("en.designated.approved-as-new", when=(is_near_an_entity, is_approved_as_new),
         examples=("Two new national high-tech zones were approved by the State Council.",
             "The first national manufacturing innovation center was established.",
             "Two new national high-tech zones were approved.",
             "Another zero-carbon park has been officially established.")),
    Rule("en.designated.entity-founded",
         before=r"(^|\b[Aa]n?|\b[Aa]nother|\b[Tt]he|\b([Tt]he )?(country|nation|province|city)'s)"
             r"( (new|first|second|third|\w+th))? ((national|state|provincial|China's)( \w+)? )?",
         after=r"[^,.;]{0,40}\b(was|were|has been|have been) ((officially|formally|newly) )?"
             r"(unveiled|inaugurated|founded|established|set up)\b",
         when=(names_an_entity,), unless=NOT_MADE,
         examples=("A national manufacturing innovation center for batteries was unveiled in Wuhan on Monday.",
             "The country's zero-carbon park for steel has been officially established in Ordos.")),
)  # fmt: skip
