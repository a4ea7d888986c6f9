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
    ("Six counties were chosen to try out the trade-in program from January.", {"trade-in": ["6 count"]}),
    ("A total of 1,120 firms made the third list of smart factories.", {"factories": ["1120 count"]}),
    ("The commission on Monday picked 17 provinces for the trial of the trade-in program.", {"trade-in": ["17 count"]}),
    ("Twenty-two ports have joined the trade-in program.", {"trade-in": ["22 count"]}),
    ("Beijing has approved nine cities as hosts of national high-tech zones.", {"zones": ["9 count"]}),
    ("Eight parks, all of them in the west, have been upgraded to national high-tech zones.", {"zones": ["8 count"]}),
    ("The bureau will recommend 12 plants as smart factories.", {"factories": ["12 count"]}),
    ("Out of 200 applicants, 41 were named smart factories.", {"factories": ["41 count"]}),
    ("The ministry listed 260 firms among the smart factories this year.", {"factories": ["260 count"]}),
    ("The first list of smart factories has 230 names in 26 provinces.", {"factories": ["230 count", "26 count"]}),
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
    ("Exports of NEVs hit 210,000 in March and 230,000 in April.", {"nev": ["210000 count", "230000 count"]}),
    ("Production and sales of NEVs reached 1.2 million and 1.1 million units, up 20 percent and 18 percent, "
     "respectively.", {"nev": ["1200000 count", "1100000 count", "20 %", "18 %"]}),
    ("Firms exported 310,000 and sold at home 900,000 NEVs.", {"nev": ["310000 count", "900000 count"]}),
    ("NEVs did well in both output and exports, hitting 2.1 million and 340,000 respectively, with growth of 9.5 "
     "percent and 21 percent.", {"nev": ["2100000 count", "340000 count", "9.5 %", "21 %"]}),
    ("Sales of NEVs grew by one-fifth.", {"nev": ["20 %"]}),
    ("NEV sales were up a quarter from a year ago.", {"nev": ["25 %"]}),
    ("The number of charging piles has risen from 80 to 300.", {"piles": ["300 count"]}),
    ("More than a dozen smart factories opened.", {"factories": ["12 count"]}),
]  # fmt: skip

# What a text puts between a name and its figure; a part or a total of what it named.
GOES_ON: Stated = [
    ("NEV production and sales totaled 16.6 million and 16.4 million units, respectively, marking respective "
     "year-on-year increases of 29 percent and 28.2 percent.",
     {"nev": ["16600000 count", "16400000 count", "29 %", "28.2 %"]}),
    ("NEV production rose by 33.1 percent. Sales during the same period increased by 32.7 percent.",
     {"nev": ["33.1 %", "32.7 %"]}),
    ("NEV production rose by 33.1 percent. Sales of trucks increased by 32.7 percent.", {"nev": ["33.1 %"]}),
    ("China will see 70 percent of its firms digitalized by 2025, according to a plan on smart factories.",
     {"factories": ["70 %"]}),
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
    ("In smart factories, 12 lines have been rebuilt.", {"factories": ["12 count"]}),
    ("For the NEVs, 40 models were shown.", {"nev": ["40 count"]}),
    ("The trade-in program boosted sales: sales of fridges rose by 31 percent, and those of phones by 26 percent.",
     {"trade-in": ["31 %", "26 %"]}),
    ("The city's smart factories opened in 2019 and its museum in 2021.", {}),
    ("It will visit Wuhan on May 4 and Changsha on May 6 for smart factories.", {}),
    ("Smart factories are popular. Anhui has 12 airports.", {}),
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
    ("The plan for smart factories was adopted on Monday. It calls for 80 suppliers by 2026.",
     {"factories": ["80 count"]}),
    ("An action plan on NEVs was put out last week. By 2027 the plan wants 3,000 buses to be replaced.",
     {"nev": ["3000 count"]}),
    ("The council issued an opinion on national high-tech zones. Goals for 2027 include 20 labs and 300 firms.",
     {"zones": ["20 count", "300 count"]}),
    ("The agency published a blueprint for the charging piles. The blueprint foresees 28 million of them by 2027.",
     {"piles": ["28000000 count"]}),
    ("New rules on smart factories were posted on Friday. At least 60 percent of lines must be digital, the rules say.",
     {"factories": ["60 %"]}),
    ("The government has endorsed an action plan for the charging piles. Under it, 1,500 stations will be built "
     "by 2027.", {"piles": ["1500 count"]}),
    ("According to the notice on the trade-in program, each buyer may get no more than 2,000 yuan.",
     {"trade-in": ["2000 yuan"]}),
    ("The council spoke of smart factories. Foreign direct investment rose 7.5 percent.", {}),
    ("The action plan prioritizes smart factories. Eighty firms took part in drafting it.", {}),
    ("The action plan prioritizes smart factories. Similar plans exist in 30 countries.", {}),
    ("The plan for smart factories favors plants with annual sales above 200 million yuan.", {}),
    ("The threshold of 50 million yuan for smart factories was dropped.", {}),
]  # fmt: skip

# The news of statistics, in the wording of the wires.
WIRES: Stated = [
    ("The government has allocated 81 billion yuan in ultra-long bonds to support the trade-in program this year.",
     {"trade-in": ["81 billion yuan"]}),
    ("As of the end of June, a total of 16.1 million charging piles had been installed nationwide, up 55.6 "
     "percent year on year.", {"piles": ["16100000 count", "55.6 %"]}),
    ("Sales under the trade-in program topped 1.1 trillion yuan in the first five months, with 175 million "
     "subsidies issued.", {"trade-in": ["1.1 trillion yuan", "175000000 count"]}),
    ("China's NEV exports doubled to 1.06 million units in the first half.", {"nev": ["1060000 count"]}),
    ("NEVs accounted for 44.3 percent of new car sales.", {"nev": ["44.3 %"]}),
    ("The penetration rate of NEVs exceeded 50 percent for the first time.", {"nev": ["50 %"]}),
    ("China aims to have 180 gigawatts of new-type energy storage installed by 2027, which would drive 250 "
     "billion yuan of investment.", {"storage": ["180 gigawatts", "250 billion yuan"]}),
    ("The country's new-type energy storage capacity has soared to 94.91 GW, or 222 GWh, up 29 percent from the "
     "end of 2024.", {"storage": ["94.91 GW", "222 GWh", "29 %"]}),
    ("The 178 national high-tech zones generated 19.3 trillion yuan in GDP in 2024, or 14.3 percent of the total.",
     {"zones": ["178 count", "19.3 trillion yuan", "14.3 %"]}),
    ("The city plans to build 50 smart factories a year and to bring the total to 300 by 2027.",
     {"factories": ["50 count", "300 count"]}),
    ("Of the 33 national manufacturing innovation centers, 18 are in the eastern region.",
     {"centers": ["33 count", "18 count"]}),
    ("The ministry said 35 advanced manufacturing clusters have been added, bringing the number to 80.",
     {"clusters": ["35 count", "80 count"]}),
    ("Some 30,000 basic-level smart factories, 1,200 advanced-level ones and 230 excellence-level ones have been "
     "built.", {"factories": ["30000 count", "1200 count", "230 count"]}),
    ("In November alone, 1.82 million NEVs were sold, 20.6 percent more than a year earlier.",
     {"nev": ["1820000 count", "20.6 %"]}),
    ("NEV output jumped 30.4 percent to 11.3 million units in the first 10 months.",
     {"nev": ["30.4 %", "11300000 count"]}),
    ("The number of charging piles in the province has exceeded 1.1 million, of which 230,000 are public.",
     {"piles": ["1100000 count", "230000 count"]}),
    ("The smart factories have cut costs by 21 percent and carbon emissions by 18 percent on average.",
     {"factories": ["21 %", "18 %"]}),
    ("Investment in new-type energy storage reached 120 billion yuan, three times the figure of 2022.",
     {"storage": ["120 billion yuan"]}),
    ("More than 360 million people have used the trade-in program, with sales of 2.4 trillion yuan.",
     {"trade-in": ["360000000 count", "2.4 trillion yuan"]}),
    ("The AI Plus action aims at a penetration rate of 70 percent by 2027 and 90 percent by 2030.",
     {"ai": ["70 %", "90 %"]}),
    ("The national high-tech zones are home to 33 percent of the country's high-tech firms and two-thirds of its "
     "unicorns.", {"zones": ["33 %"]}),
    ("The smart factories now number more than 35,000, up from 20,000 last year.", {"factories": ["35000 count"]}),
    ("A total of 3,200 NEVs and 1,500 charging piles were put into use.",
     {"nev": ["3200 count"], "piles": ["1500 count"]}),
]  # fmt: skip

# What a new batch brings, parts by region, rows of numbers with one unit, and shares that are the thing.
ROUNDS: Stated = [
    ("The six newcomers bring the number of such national high-tech zones in the country to nine.",
     {"zones": ["6 count", "9 count"]}),
    ("It approved two national high-tech zones, which brings the tally of such zones nationwide to 180.",
     {"zones": ["2 count", "180 count"]}),
    ("The latest additions lift the count of smart factories to twelve.", {"factories": ["12 count"]}),
    ("The number of smart factories rose to 300 after 40 more were certified.",
     {"factories": ["300 count", "40 count"]}),
    ("The province has 30 smart factories. Twelve of the 30 are in coastal cities, eleven in the north and seven in "
     "the south.", {"factories": ["30 count", "12 count", "11 count", "7 count"]}),
    ("Henan has added some 300 plants to the provincial list of smart factories.", {"factories": ["300 count"]}),
    ("Under the plan, 12 industrial parks are to be transformed into national high-tech zones.",
     {"zones": ["12 count"]}),
    ("The city has 900 basic, 60 advanced and 4 excellent smart factories.",
     {"factories": ["900 count", "60 count", "4 count"]}),
    ("The output of NEVs, robots and printers grew by 25.1, 28 and 52.5 percent respectively.", {"nev": ["25.1 %"]}),
    ("Sales of NEVs and charging piles rose 14 and 38 percent, respectively.", {"nev": ["14 %"], "piles": ["38 %"]}),
    ("It made 1,200, 900 and 400 NEVs in three months.", {"nev": ["1200 count", "900 count", "400 count"]}),
    ("In 2023, 28 and 52 percent of NEVs were hybrids.", {"nev": ["28 %", "52 %"]}),
    ("On May 12, 30 and 8 NEVs were sold in the two towns.", {"nev": ["30 count", "8 count"]}),
    ("Some 55 percent of the cars bought under the trade-in program were NEVs.", {"nev": ["55 %"]}),
    ("The charging piles totaled 12.8 million, of which 3.58 million were public and 9.24 million private.",
     {"piles": ["12800000 count", "3580000 count", "9240000 count"]}),
    ("NEV sales climbed 36.9 percent to 878,000 units, taking 51.1 percent of the market.",
     {"nev": ["36.9 %", "878000 count", "51.1 %"]}),
    ("NEV sales climbed 36.9 percent. Total retail sales of passenger cars fell 2.8 percent.", {"nev": ["36.9 %"]}),
    ("NEV sales climbed 36.9 percent. Exports of such vehicles rose 30 percent.", {"nev": ["36.9 %", "30 %"]}),
    ("China counts 445 national high-tech zones. Once completed, they will yield 30 billion yuan.",
     {"zones": ["445 count", "30 billion yuan"]}),
    # A share of another thing in a list of shares, two equal shares, and a share that a name has of another.
    ("There are 90 national high-tech zones. They hold 20 percent of banks, 55 percent of national manufacturing "
     "innovation centers, and 65 percent of ports.", {"zones": ["90 count", "20 %", "65 %"], "centers": ["55 %"]}),
    ("The national high-tech zones make 30 percent of all steel and 30 percent of all glass.",
     {"zones": ["30 %", "30 %"]}),
    ("The advanced manufacturing clusters run 12 national manufacturing innovation centers, accounting for 40 percent "
     "of all national-level centers.", {"centers": ["12 count", "40 %"]}),
    ("NEVs represented over 60 percent of trade-in sales.", {"nev": ["60 %"]}),
    # The subject goes on in a sentence that names another thing.
    ("China will found 60 national high-tech zones. The zones will make NEVs. About 25 will be in place by 2027.",
     {"zones": ["60 count", "25 count"]}),
    ("The council issued the first standards for smart factories. The standard system was drawn up by 70 schools.",
     {"factories": ["70 count"]}),
    ("It identified six teams of makers and users, including Abelo, which will run NEV trials in four cities.",
     {"nev": ["6 count", "4 count"]}),
    ("Ten groups of makers were picked for the pilot of NEVs on ice in six northern towns.",
     {"nev": ["10 count", "6 count"]}),
    ("The city certified 70 smart factories, whose output makes up about 20 percent of all goods.",
     {"factories": ["70 count", "20 %"]}),
    ("There are 90 national high-tech zones. Together, the zones employ 2.6 million people, with 33 percent of all "
     "graduates.",
     {"zones": ["90 count", "2600000 count", "33 %"]}),
    ("The list has 12 smart factories, and 34 more will join next year.", {"factories": ["12 count", "34 count"]}),
    ("Sales under the trade-in programme grew. Some 300 buses were bought through the programme.",
     {"trade-in": ["300 count"]}),
    ("The council issued a plan on smart factories. Output a head is to double by 2028.", {"factories": ["2 times"]}),
    # What only looks like it.
    ("The show drew the NEV maker Quorix, whose sales reached 3 million.", {}),
    ("The trade-in program began. In May, retail sales of rice rose 4 percent.", {}),
    ("NEV sales rose 9 percent. In 2024, car exports reached 4.2 million vehicles.", {"nev": ["9 %"]}),
    ("The plan is for smart factories. They are spread over all of the 16 districts.", {}),
    ("The city halted its NEV trial after three accidents in which 12 people were hurt.", {}),
    ("The trade-in program brought the minister to 12 shops in the number of towns.", {"trade-in": ["12 count"]}),
    ("The chef added 3 eggs to a dish for smart factories.", {}),
    ("Twelve firms are building themselves a road to smart factories.", {}),
]  # fmt: skip
