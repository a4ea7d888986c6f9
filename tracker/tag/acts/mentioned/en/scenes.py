"""Rows for what is visited, shown or talked about: an exhibition that shows X."""

from tracker.tag.engine import Near, Rule

A_SHOW = Near(text=r"(?i:\b(?:exhibition|expo|convention|fair|booths?|exhibits|trade show|auto show)\b)")

ROWS = (
    Rule("en.mentioned.at-a-show",
         before=r"\b(showcas|featur|exhibit|display)(e[sd]?|ing|s)?\b……|\bdivided into [^.;:]{3,30}:……", when=(A_SHOW,),
         examples=(
             "The expo, which opened today, is divided into two parts: chips and intelligent connected vehicles.",
             "The expo has opened, featuring innovations such as a humanoid robot.",
             "Booths at the fair displayed hydrogen energy trucks.")),
    Rule("en.mentioned.people-met",
         before=r"(?i:\b(?:forum|conference|symposium|summit|expo|exhibition|fair|contest|competition|"
             r"workshop|seminar)s?" r" (?:on|of|for|themed on|focusing on|dedicated to) (?:the )?(?:[\w-]+ ){0,4})",
         after=r"…40\b(gather|attract|drew|brought together|convene|open|conclud|close|took place|was held)\w*",
         examples=("The forum on commercial spaceflight gathered 500 scholars in Sanya.",
             "A forum on the low-altitude economy gathered 300 scholars in Hefei.",
             "A workshop on commercial spaceflight took place in Wenchang.")),
    Rule("en.mentioned.at-its-place", before=r"\b([Ii]n|[Aa]t|[Tt]oured) (the|an?|this) ([\w-]+ ){0,2}",
         after=r" (\w+ ){0,2}(workshop|booth|exhibition area|exhibition hall|showroom|laboratory)\b",
         examples=("In the industrial internet laboratory of the firm, he asked about safety.",
             "In the humanoid robot workshop of a firm, children asked many questions.",
             "He stood at the hydrogen energy booth for an hour.")),
    Rule("en.mentioned.on-show",
         after=r"…40\b(are|were|was|is) (also )?(being )?(showcased|displayed|exhibited|on display|on show)\b",
         examples=('At a "supermarket" of ideas, crops made by bio-manufacturing are displayed on shelves.',
             "Dozens of industrial internet products are being showcased in Wuhan.",
             "Humanoid robots were on display in the hall.")),
    Rule("en.mentioned.hot-topic",
         after=r"……80\b(was|were|is|are|became|ha(s|ve) become|remained) (also |all )?(among )?"
             r"(an?|the)? ?(hot|hottest|main|key|core|popular|heated|buzz|most discussed) ?"
             r"(topics?|words?|buzzwords?|themes?)\b",
         examples=("Smart manufacturing was among the hot topics at the trade fair in Hanover.",
             "The low-altitude economy was among the hot topics of the week.",
             "Hydrogen energy and robots were the most discussed topics there.")),
    Rule("en.mentioned.name-of-an-event",
         after=r" ([A-Z]\w+ ){0,3}(Games|Conference|Summit|Forum|Expo|Exposition|Exhibition|Congress|Fair|Contest)\b",
         examples=("The 2025 World Humanoid Robot Games will open in Beijing, with teams of 16 countries.",
             "The World Humanoid Robot Games will open in August.",
             "Teams from 16 countries came to the Humanoid Robot Student Games.")),
    Rule("en.mentioned.visited", before=r"\b(visit(s|ed|ing)?|toured)\b……",
         examples=("The premier visited a bank, a school and two national high-tech zones.",
             "The delegation toured a smart factory.")),
    Rule("en.mentioned.briefing-on",
         before=r"\b[Hh](eld|old(s|ing)?) (an?|the) ([\w-]+ ){0,3}(study session|symposium|seminar|forum|meeting)"
             r" on\b…|"
             r"\bat (an?|the) ([\w-]+ ){0,3}(forum|symposium|seminar|panel|lecture|summit) on (the )?([\w-]+ ){0,3}|"
             r"\bhold(s|ing)? (an?|the) (press|news) (conference|briefing) (on|about)\b……",
         examples=("He was speaking at a forum on new quality productive forces at the school.",
             "The SCIO will hold a press conference on the unified national market on Friday.",
             "The Party held a study session on quantum technology in October.")),
    Rule("en.mentioned.what-an-event-is-about",
         before=r"\b(fair|expo|exposition|exhibition|forum|summit|event|symposium|seminar|discussions)\b……"
             r"\b(focus(es|ed|ing)?|cent(er|re)(s|ed)?) on\b(?! (curb|rein|tackl|address|combat)\w*)……|"
             r"\b[Ww]ith the theme (of )?…|\b(Conference|Forum|Symposium|Summit) on ([A-Z][\w-]+ |the ){0,4}|"
             r"\bput(s|ting)? on (\w+ )?display\b……|"
             r"\bpresent(s|ed|ing)? ([\w-]+ ){0,4}(achievements|products|technologies|showcase)\b……|"
             r"\btheme (of …40 )?(is|was)\b……|\b[Uu]nder the theme\b……|"
             r"\bshowcasing\b……\bin the fields? of\b……|\b(reports?|speech|lecture|talk) on (the )?",
         examples=("He said that the fair focuses on opening up and advancing the development of a modern industrial "
             "system.", 'The summit, with the theme of "Digital China", will be held in April.',
             "To carry out what was asked at the Conference on New Industrialization, the notice follows.",
             "The hall will put on display 100 cases of the use of data as a production factor in farming.",
             "A professor discussed research in a keynote speech on embodied intelligence.",
             "The focus was on showcasing products in the fields of intelligent connected vehicles.",
             "The summit will release documents, including reports on Digital China.",
             'The theme of the meeting was "promoting new industrialization", and halls were set up.',
             "The summit focused on commercial spaceflight.", "He gave a lecture on new industrialization.")),
)  # fmt: skip
