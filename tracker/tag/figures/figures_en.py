"""Rows by which a quantity in an English sentence is no figure of an initiative."""

from tracker.tag.engine import BEYOND, CLAUSE, Rule
from tracker.tag.figures.quantity_context import is_a_count, is_an_amount, is_listed

SELLS = (
    r"((has|have|also|alone|already) )*+"
    r"(sold|sells|delivered|delivers|shipped|ships|exported|produced|made|makes|booked|earned|posted|reported|built|"
    r"operates|operated|invested)\b"
)

LEFT_OUT = (
    Rule("en.figure.starting-value", after=r"…12\bto\b", against=True,
         before=r"\bfrom ((about|over|less than|more than|around|nearly|just|some|only|under|below|above) ){0,2}",
         examples=("The share of NEVs rose from 31 percent to 38 percent.",
             "Fines for parking at smart factories went from over 20 yuan to 50 yuan.")),
    Rule("en.figure.earlier-value", against=True,
         before=r"\b((up|down)|(rise|rose|risen|rising|grow|grew|grown|increas\w+|climb\w*|jump\w*|surge\w*|expand\w*|"
                r"fall|fell|drop\w*|declin\w+|cut|lower\w*) …40to (\w+ ){0,2}\d[^;]{1,50}?) from "
                r"((about|over|nearly|some|only|just) )?",
         examples=("Smart factories number 35,000, up from 20,000 in May.",
             "Visits to the hydrogen energy museum fell to 900 people, down from about 1,200 people.",
             "NEV exports will rise to 2.5 million units by 2027 from 1.8 million units in 2025.")),
    Rule("en.figure.sum-of-a-list", before="other ", when=(is_listed,), against=True,
         examples=("The city fosters hydrogen energy and other three industries.",
             "The school teaches quantum technology and other five subjects.")),
    Rule("en.figure.seats", after=r"\s?(members|delegates|experts|seats)\b", when=(is_a_count,), against=True,
         examples=("The committee for smart factories has 80 members.",
             "The jury for humanoid robots has 12 experts.")),
    Rule("en.figure.countries", after=r"\s?(other |foreign )?(countries|nations)\b", when=(is_a_count,), against=True,
         examples=("China exports NEVs to 70 countries.", "The race of humanoid robots drew teams from 16 nations.")),
    Rule("en.figure.drafters", when=(is_a_count,), against=True,
         after=r"[^.;]{3,110}?\b(took part in|take part in|participated in|helped|were involved in|contributed to) "
               r"(the |to )?(draft|draw|writ|compil|prepar|formulat)",
         examples=("On smart factories, 90 firms took part in drafting the guide.",
             "For the hydrogen energy atlas, 40 students helped to compile maps.")),
    Rule("en.figure.mishaps", against=True,
         after=r"\s?([\w-]+ ){0,2}(accidents?|crash(es)?|collisions|fires|explosions|deaths|injuries|fatalities|"
               r"casualties|complaints|(people|persons|passengers|workers|pedestrians|drivers) (were |was |had been )?"
               r"(hurt|injured|wounded|killed|dead|hospitali[sz]ed))\b",
         examples=("The town stopped its trial of hydrogen energy after two fires.",
             "At the parade of humanoid robots 14 people were injured.")),
    Rule("en.figure.harmed", when=(is_a_count,), against=True,
         before=r"\b(injur|hurt|kill|wound|maim|damag|destroy|wreck)(ed|ing|s)? "
                r"([^,.;]{3,40} and (damag|destroy|wreck)\w+ )?((at least|about|some|more than|over|nearly) )?",
         examples=("A robotaxi crash in the trial of intelligent connected vehicles injured three people.",
             "A blaze at the hydrogen energy plant hurt a guard and destroyed 20 tanks.")),
    Rule("en.figure.all-regions", when=(is_a_count,), against=True,
         before=r"\b[Aa]ll( of)? ((the|its|our) |China's |the (country|nation)'s )?",
         after=r"\s?([\w-]+ ){0,2}(provinces|regions|municipalities|prefectures|cities|counties|districts)\b",
         examples=("Smart factories stand in all 31 provinces.",
             "The humanoid robots toured all of its 16 old cities.")),
)  # fmt: skip
MARKS_OUT = (
    # Companies with revenues exceeding 1 billion yuan.
    Rule("en.figure.firms-of-a-size", when=(is_an_amount,), against=True,
         before=r"\b(companies|enterprises|firms|projects|parks|plants|clusters) (valued at|worth|with (\w+ ){0,3}"
                r"(revenues?|investments?|turnover|output|income|sales|valuations?) "
                r"(exceeding|of|above|over|surpassing|topping))( more than| over| at least)? ",
         examples=("The plan for NEVs favors companies with annual revenues exceeding 1 billion yuan.",
             "The tax office asks smart factories and firms with sales of over 5 million yuan to file.")),
    Rule("en.figure.threshold", before=r"\b(thresholds?|minimum) of (more than |over |at least )?",
         when=(is_an_amount,), against=True,
         examples=("Smart factories must meet a threshold of 20 million yuan.",
             "The hydrogen energy fund asks donors for a minimum of 50 dollars.")),
    Rule("en.figure.one-of-a-size", when=(is_an_amount,), against=True,
         before=r"\b([Aa]n?|[Ee]very|[Ee]ach) ([\w-]+ )?(park|plant|factory|firm|company|project|cluster) with "
                r"(\w+ ){0,4}of (more than |over |at least )?",
         examples=("Among smart factories, every plant with an output of 2 billion yuan is inspected.",
             "For hydrogen energy, each new project with a budget of over 3 million yuan is audited.")),
)  # fmt: skip
OF_A_FIRM = (
    Rule("en.figure.one-firm", scope=CLAUSE, against=True,
         text=r"\b([Tt]he|[Aa]n?|[Oo]ne|[Tt]his|[Aa]nother|[Ii]ts parent) ([\w-]{1,30} ){0,2}(company|firm|automaker|"
              r"carmaker|manufacturer|maker|supplier|startup|start-up|producer|enterprise|battery giant|group)('s|’s)? "
              r"(?!of\b)",
         examples=("Hydrogen energy is on the rise, and one carmaker sold 500,000 cars.",
             "Hydrogen energy is in fashion, but the toy maker cut its staff by 30 percent.")),
    Rule("en.figure.firm-with-a-name", scope=CLAUSE, against=True,
         text=r"\b([A-Z][\w-]{1,30} (Auto|Motors?|Group|Automobile|Automotive|Technology|Energy|Robotics|Corp|Inc|Ltd)"
              r"\b[.,]? |(?!(US|EU|UK|UAE|MIIT|NDRC|NEA|MOF|ASEAN|NEV)\b)[A-Z]{3,5} )" + SELLS,
         examples=("NEV sales rose 20 percent, while QRX sold 500,000 NEVs.",
             "At the humanoid robot fair, Quorix Robotics has also booked 40 million yuan.")),
    Rule("en.figure.shares", text=r"[A-Za-z]['’]s (deliveries|net profit|market value|share price|shares)\b",
         scope=CLAUSE, against=True,
         examples=("NEV sales rose, and Quorix's deliveries reached 300,000 units.",
             "Amid news on humanoid robots, Abelo’s share price fell 6 percent.")),
)  # fmt: skip
OF_OTHERS = (
    Rule("en.figure.whole-economy", scope=BEYOND, against=True,
         text=r"\b[Cc]hina's ([\w-]+ ){0,3}(economy|industry|output|market|GDP|robots)\b"
              r"|\b([Ff]oreign direct investment|[Cc]onsumer prices|[Ff]ixed-asset investment)\b",
         examples=("The action plan prioritizes smart factories. China's digital economy reached 45 trillion yuan.",
             "The plan prioritizes hydrogen energy. Consumer prices in the town rose 0.3 percent.")),
    # Beside those of NEVs: Total retail sales of passenger cars fell 2.8 percent.
    Rule("en.figure.sales-of-another-thing", against=True,
         text=r"^\W*((In|During|From|Over|Last|This)\b[^,;]{2,40}, )?([A-Z][\w-]* )?([a-z-]+ ){0,3}?"
              r"([Ss]ales|[Oo]utput|[Pp]roduction|[Ee]xports|[Ii]mports|"
              r"[Ii]nvestment|[Cc]apacity|[Cc]onsumption|[Gg]eneration)( completed)? of "
              r"(?!(the|such|these|those|them|this|both|all|it|pure|electric|hybrid|plug-in|\d[\d.,]*)\b)[a-z-]+ ",
         examples=("Hydrogen energy is in fashion. Total retail sales of passenger cars fell 2.8 percent.",
             "The plan prioritizes humanoid robots. New installed capacity of solar power was 134 million kilowatts.")),
    # Beside those of NEVs: Automobile exports reached 4.91 million vehicles.
    Rule("en.figure.all-cars", scope=CLAUSE, against=True,
         text=r"^\W*((China's|[Tt]he country's|[Tt]otal|[Oo]verall|[Dd]omestic|[Aa]nnual|[Cc]ombined) )*"
              r"([Aa]utomobile|[Aa]uto|[Cc]ar|[Vv]ehicle|[Mm]otor vehicle|[Pp]assenger (car|vehicle)) "
              r"(exports?|sales|output|production|ownership)\b(?! (under|through|within|driven)\b)",
         examples=("NEVs did well, and the market share was stable. Automobile exports reached 5.3 million vehicles.",
             "The plan prioritizes humanoid robots. Total car sales rose to 3.1 million units.")),
    Rule("en.figure.of-the-network", text=r"\b5G (base stations|users)\b", scope=BEYOND, against=True,
         examples=("The action plan prioritizes smart factories. China had built 2.73 million 5G base stations.",
             "The plan prioritizes humanoid robots. The operator has 90 million 5G users.")),
    # Its results, beside those of the paper that was reported before: The province created 317,000 jobs.
    Rule("en.figure.results-of-the-place", against=True,
         text=r"^\W*((Last|This) year, |In 20\d\d, )?[Tt]he (province|city|region|municipality|county|country|island)"
              r"('s [\w -]{2,40}?)? (also |has |had )*(created|added|built|recorded|attracted|completed|exported|"
              r"produced|grew|rose|registered|posted|opened|reported|welcomed|planted|cut|raised)\b",
         examples=("The action plan prioritizes smart factories. The province created 317,000 jobs.",
             "The plan prioritizes hydrogen energy. Last year, the island welcomed 2 million tourists.")),
)  # fmt: skip
