"""List English sentences in which those chosen, parts, pairs and going on need a rule of their own."""

Stated = list[tuple[str, dict[str, list[str]]]]

# Those who were chosen count for what they were chosen for.
CHOSEN: Stated = [
    ("Twelve consortia of makers have been picked for the national pilot program on the road use of NEVs.",
     {"nev": ["12 count"]}),
    ("Thirty towns, including Anlu, Beihe and Cangnan, were put on a list of pilot sites for charging piles.",
     {"piles": ["30 count"]}),
    ("Fifty-one plants have made it onto the first list of smart factories, which was issued on Monday.",
     {"factories": ["51 count"]}),
    ("Seven plants in Jilin, three of which are in Siping, have been recognized as smart factories, the bureau said.",
     {"factories": ["7 count", "3 count"]}),
    ("More than 5,200 small and mid-size firms have been certified as smart factories.", {"factories": ["5200 count"]}),
    ("The ministry has given its backing to four more areas to set up national high-tech zones.",
     {"zones": ["4 count"]}),
    ("The council gave the green light to 16 counties to try out the trade-in program.", {"trade-in": ["16 count"]}),
    ("The agency named 20 cities where the trade-in program will be tried out.", {"trade-in": ["20 count"]}),
    ("Eighteen projects in Hubei won approval as smart factories.", {"factories": ["18 count"]}),
    ("Nine parks were cleared to become national high-tech zones.", {"zones": ["9 count"]}),
    ("Some 60 applicants entered the shortlist of smart factories.", {"factories": ["60 count"]}),
    ("It asked 14 districts to host the second round of the trade-in pilots.", {"trade-in": ["14 count"]}),
    ("Five ministries were asked for their views on smart factories.", {}),
    ("Two mayors were named in a report about the smart factories.", {}),
]  # fmt: skip

# Two counts of one thing, the second of which has its noun.
PAIRS: Stated = [
    ("The country made and sold about 8.1 million and 8.05 million NEVs, up 12 percent and 13 percent respectively.",
     {"nev": ["8100000 count", "8050000 count", "12 %", "13 %"]}),
    ("Makers built 410,000 and sold 402,000 NEVs in May.", {"nev": ["410000 count", "402000 count"]}),
    ("It had 88 and 120 smart factories in 2023 and 2024, respectively.", {"factories": ["88 count", "120 count"]}),
    ("Output and sales of NEVs climbed to 1.31 million and 1.29 million respectively, a new high.",
     {"nev": ["1310000 count", "1290000 count"]}),
    ("It counts three smart factories of the \"pilot\" level and 84 of the \"advanced\" level.",
     {"factories": ["3 count", "84 count"]}),
    ("It picked 97 smart factories for 2024, following 63 in 2023 and 46 in 2022.",
     {"factories": ["97 count", "63 count", "46 count"]}),
    ("About 30 national high-tech zones are to be founded by 2027, and around 80 by 2030.",
     {"zones": ["30 count", "80 count"]}),
    ("It built 300 charging piles and 20 hotels.", {"piles": ["300 count"]}),
]  # fmt: skip

# What a text puts between a name and its figure; a part or a total of what it named.
GOES_ON: Stated = [
    ("Installed new-type energy storage capacity, she added, had passed 88 million kilowatts.",
     {"storage": ["88 million kilowatts"]}),
    ("The number of charging piles, according to the agency, has reached 12,000.", {"piles": ["12000 count"]}),
    ("It promotes smart factories, which by the end of last year numbered 6,120 and contributed about 18 percent of "
     "all goods.", {"factories": ["6120 count", "18 %"]}),
    ("We will promote advanced manufacturing clusters; there are 36 national ones so far.", {"clusters": ["36 count"]}),
    ("It opened national high-tech zones; the first batch of 31 zones was announced in May.", {"zones": ["31 count"]}),
    ("There are many smart factories here. Anhui leads with 340 new ones.", {"factories": ["340 count"]}),
    ("The base is among the smart factories. There are now seven such factories in the city.",
     {"factories": ["7 count"]}),
    ("It founded national high-tech zones. In May it approved three more such zones.", {"zones": ["3 count"]}),
    ("The charging piles numbered 9.1 million in May. Of the total, 2.6 million were public ones, and 310,000 were "
     "added this year.", {"piles": ["9100000 count", "2600000 count", "310000 count"]}),
    ("It paid the last 55 billion yuan for the trade-in program, using up the 280 billion yuan budget.",
     {"trade-in": ["55 billion yuan", "280 billion yuan"]}),
    ("It paid for the trade-in program. The first two tranches came to 170 billion yuan.",
     {"trade-in": ["170 billion yuan"]}),
    ("The trade-in program grows. More than 700 stores have opened counters since the program began.",
     {"trade-in": ["700 count"]}),
    ("Two more towns will build national high-tech zones. That makes 21, counting a county.",
     {"zones": ["21 count"]}),
    # Other things than those named.
    ("We will promote advanced manufacturing clusters; there are 36 airports.", {}),
    ("There are many smart factories here. The museums drew 340 visitors.", {}),
]  # fmt: skip

# What a paper wants, by whatever verb and after whatever is put in.
OF_PAPERS: Stated = [
    ("The bureau seeks views on a draft action plan for smart factories. Under the draft, the city would have three to "
     "five leading suppliers by 2027.", {"factories": ["3 count", "5 count"]}),
    ("The council released an action plan on smart factories. The plan, published on Friday, also says that 500 lines "
     "will be rebuilt.", {"factories": ["500 count"]}),
    ("The council put out a plan for smart factories. It wants 300 suppliers by 2027.", {"factories": ["300 count"]}),
    ("The plan, which is about smart factories and was posted on Tuesday, wants makers to supply 45 percent of parts "
     "in 2026 and 75 percent four years later. Spending is to climb from below 2 percent to 2.68 percent.",
     {"factories": ["45 %", "75 %", "2.68 %"]}),
    ("The city made public a plan for charging piles. By then cars will find 1,500 sites, says the three-year plan.",
     {"piles": ["1500 count"]}),
    ("The city has issued rules on smart factories. Each county may propose up to four plants.",
     {"factories": ["4 count"]}),
]  # fmt: skip
