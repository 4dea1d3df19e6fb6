"""What each kind of question leads to, told by the lead of its answer; figures as the tables have them."""

import pytest

from bot.answering import Librarian, Outcome

SUPERLATIVES = [
    (
        "longest spacewalk after Apollo",
        "Cai Xuzhe and Song Lingdong made the longest spacewalk since 18 December 1972, ",
    ),
    (
        "longest spacewalk before the ISS",
        "Pierre Thuot, Richard Hieb and Thomas Akers made the longest spacewalk up to ",
    ),
    (
        "most spacewalks by a pair of women",
        "Christina Koch and Jessica Meir made 3 spacewalks together, the most of any",
    ),
    (
        "who was the second man on the moon",
        "Buzz Aldrin was the second man on the Moon, in July 1969: ",
    ),
    (
        "who was the fourth man on the moon",
        "Pete Conrad and Alan Bean were the joint 3rd of all men to make a spacewalk on the Moon",
    ),
    ("second longest spacewalk", "James Voss and Susan Helms made the second longest spacewalk, 8 hours 56 minutes, "),
    (
        "longest spacewalk at Skylab",
        "Gerald Carr and William Pogue made the longest spacewalk at Skylab, 7 hours 1 minute, ",
    ),
    ("shortest US spacewalk", "Tracy Caldwell Dyson and Michael Barratt made the shortest US spacewalk"),
    ("longest spacewalk in 2007", "James Reilly and John Olivas made the longest spacewalk in 2007"),
    (
        "first American woman to walk in space",
        "Kathryn Sullivan was the first American woman to walk in space, on 11 October 1984",
    ),
    (
        "second woman to walk in space",
        "Kathryn Sullivan was the 2nd woman to make a spacewalk, on 11 October 1984 (STS-41-G EVA 1).",
    ),
    ("how many people were outside at once", "4 people were outside at once on 16 September 1993, the most ever: "),
    ("wie viele waren gleichzeitig draußen", "4 people were outside at once on 16 September 1993, the most ever: "),
    ("most women outside at once", "2 people were outside at once on 18 October 2019, the most on spacewalks by women"),
    (
        "most people outside at once at Mir",
        "2 people were outside at once on 11 April 1987, the most on spacewalks at Mir: ",
    ),
    ("longest time outside in one mission", "Andrew Morgan (Expedition 61) was outside for 39 hours 16 minutes in one"),
    ("last spacewalk at Mir", "Sergei Zalyotin and Alexander Kaleri made the last spacewalk at Mir"),
    ("most spacewalks by a woman", "Peggy Whitson made 10 spacewalks, the most of all women"),
    (
        "top three women by number of spacewalks",
        "The top 3: Peggy Whitson (10 spacewalks); Sunita Williams (9 spacewalks)",
    ),
    ("oldest spacewalker", "Michael Barratt was the oldest spacewalker, at 65 years 69 days"),
    ("which year had the most spacewalks", "2002 and 2007 had 23 spacewalks each, the most of any year."),
    ("which station had the most spacewalks", "The ISS had 280 spacewalks, the most of any station."),
    (
        "most frequent spacewalking duo",
        "Leonid Kizim and Vladimir Solovyov made 8 spacewalks together, the most of any crew",
    ),
    (
        "most spacewalks at Hubble",
        "John Grunsfeld made 8 spacewalks at the Hubble Space Telescope, the most of all spacewalkers",
    ),
    (
        "third woman by total time outside",
        "Christina Koch was outside for 42 hours 15 minutes, the 3rd longest of all women",
    ),
    (
        "does Leonov hold the record for the oldest spacewalker",
        "No longer. Michael Barratt was the oldest spacewalker, at 65 years 69 days",
    ),
    (
        "does Solovyev still hold the record for most spacewalks",
        "Yes. Anatoly Solovyev made 16 spacewalks, the most of all spacewalkers",
    ),
    (
        "is Peggy Whitson the record holder for spacewalks",
        "No. Anatoly Solovyev made 16 spacewalks, the most of all spacewalkers",
    ),
    (
        "does Tom Akers still hold the American record for spacewalk time?",
        "No longer. Michael López-Alegría was outside for 67 hours 40 minutes, the longest of all people from",
    ),
]
#: Where there is only one of what is counted, ranked or averaged.
SINGLES = [
    ("average length on Voskhod 2", "The one spacewalk of known length on Voskhod 2 lasted 12 minutes."),
    (
        "average age of spacewalkers in March 1965",
        "Only one age is known of spacewalkers on spacewalks in March 1965: about 31 years.",
    ),
    (
        "how many spacewalks by russia and soviet union in March 1965",
        "There was 1 spacewalk run by the USSR in March 1965",
    ),
    (
        "most people outside at once in 1965",
        "1 person was outside on 18 March 1965, the most at once on spacewalks in 1965: Alexei Leonov.",
    ),
    ("top five Swedes by spacewalks", "Christer Fuglesang made 5 spacewalks, the most of all people from Sweden"),
    ("how long were Swedes outside in all", "1 person from Sweden spent 31 hours 54 minutes on 5 spacewalks."),
    (
        "who was outside less than 80 hours",
        "278 people spent less than 80 hours outside. By the published total of 82 hours 22 minutes, Anatoly Solovyev",
    ),
    ("how many people made one or more spacewalks", "278 people made 1 or more spacewalks."),
]
COUNTS = [
    ("how many spacewalks lasted between 5 and 6 hours", "There were 80 spacewalks of between 5 hours and 6 hours."),
    ("how many spacewalks before Apollo 11", "There were 12 spacewalks up to 20 July 1969."),
    ("how many women from Russia have done a spacewalk", "1 woman from the USSR or Russia"),
    ("how many Russian women have done a spacewalk", "1 woman from the USSR or Russia"),
    ("how many people from Russia have done a spacewalk", "56 people from Russia took part in"),
    ("how many spacewalks in the 21st century", "There were 304 spacewalks in the 21st century."),
    ("how many spacewalks in the 20th century", "There were 191 spacewalks in the 20th century."),
    ("spacewalks of the twenty-first century", "There were 304 spacewalks in the 21st century."),
    ("combien de sorties au XXIe siècle", "There were 304 spacewalks in the 21st century."),
    ("wie viele Außenbordeinsätze im 20. Jahrhundert", "There were 191 spacewalks in the 20th century."),
    ("cuántas caminatas espaciales en el siglo XXI", "There were 304 spacewalks in the 21st century."),
    ("quante passeggiate spaziali nel ventunesimo secolo", "There were 304 spacewalks in the 21st century."),
    ("сколько выходов в космос в 21-м веке", "There were 304 spacewalks in the 21st century."),
    ("koliko svemirskih šetnji u 20. veku", "There were 191 spacewalks in the 20th century."),
    ("how many Germans made more than 2 spacewalks", "1 person from Germany made 3 or more spacewalks."),
    ("how many people made more than 5 spacewalks", "57 people made 6 or more spacewalks."),
    ("how many people made at least 5 spacewalks", "75 people made 5 or more spacewalks."),
    ("how many people made 5 or more spacewalks", "75 people made 5 or more spacewalks."),
    ("wie viele Leute machten mehr als fünf Ausstiege", "57 people made 6 or more spacewalks."),
    ("how many spacewalks have there been?", "495 spacewalks are known up to 30 June 2026."),
    ("how many spacewalks in 1984", "There were 14 spacewalks in 1984."),
    ("how many spacewalks in the 1970s", "There were 28 spacewalks in the 1970s."),
    ("how many spacewalks between 1990 and 1995", "There were 60 spacewalks from 1990 to 1995."),
    ("how many women have walked in space?", "24 women took part in 62 spacewalks."),
    ("how many people walked on the Moon?", "12 people took part in 14 spacewalks on the Moon."),
    ("how many Germans have walked in space", "4 people from Germany took part in 6 spacewalks."),
    (
        "how many russian spacewalks",
        "There were 172 spacewalks run by the USSR or Russia",
    ),
    ("how many russian spacewalks (not soviet)", "There were 129 spacewalks run by Russia."),
    ("total time of all spacewalks in 2002", "The 23 spacewalks in 2002 lasted 150 hours 57 minutes in all."),
    ("average length of a spacewalk", "The 489 spacewalks of known length lasted 5 hours 44 minutes on average."),
    (
        "average age of Swedish spacewalkers",
        (
            "People from Sweden were about 51 years old on average on spacewalks, over 5 times that one of known age"
            " took part."
        ),
    ),
    ("what share of spacewalks were Chinese?", "5% of all spacewalks were run by China"),
    ("how many spacewalks lasted more than 8 hours", "There were 15 spacewalks of more than 8 hours."),
    ("how many people have made just one spacewalk", "69 people made one spacewalk each."),
    ("how many countries have done spacewalks", "People from 13 countries made spacewalks"),
]
AMOUNTS = [
    ("who has done more than 12 spacewalks", "1 person made 13 or more spacewalks: Anatoly Solovyev."),
    ("who spent more than 70 hours outside", "1 person spent more than 70 hours outside: Anatoly Solovyev."),
    ("how many people spent over 50 hours outside", "15 people spent more than 50 hours outside."),
    ("how many people spent at least 50 hours outside", "15 people spent 50 hours or more outside."),
    ("how many people spent at most 20 hours outside", "164 people spent at most 20 hours outside."),
    ("how many people spent less than 20 hours outside", "164 people spent less than 20 hours outside."),
    ("who walked in space at both Mir and the ISS", "14 people made spacewalks both at Mir and at the ISS: "),
    ("how many people made their first spacewalk in 2020", "2 people made their first spacewalk in 2020."),
    ("who did only one spacewalk", "69 people made one spacewalk each."),
    ("how many spacewalks lasted under an hour", "There were 20 spacewalks of less than 1 hour."),
    ("how much time did women spend outside in 2019", "3 women spent 48 hours 13 minutes on 6 spacewalks in 2019"),
    ("what share of spacewalkers were russian women", "0.4% of all spacewalkers: 1 woman from "),
    ("has anybody over 60 walked in space", "Yes: the oldest spacewalkers have been in their sixties; "),
    ("has anyone under 31 done a spacewalk", "Sarah Gillis was the youngest spacewalker, at 30 years 255 days"),
    (
        "how many hours were spent on spacewalks in 2001?",
        "The 18 spacewalks in 2001 lasted 101 hours 22 minutes in all.",
    ),
    ("what share of spacewalkers are women", "9% of all spacewalkers: 24 women among 278."),
    ("what percent of spacewalks were by women in 2019", "55% of the spacewalks in 2019 were by women: 6 of 11."),
    ("how many Americans walked in space at Mir", "6 people from the USA took part in 5 spacewalks at Mir."),
    ("how long was Whitson outside in 2017", "The 4 spacewalks by Peggy Whitson in 2017 lasted 20 hours 34 minutes in"),
    (
        "first spacewalk in the Orlan-MKS",
        "Fyodor Yurchikhin and Sergey Ryazansky made the first spacewalk in the Orlan-MKS",
    ),
    ("third spacewalk after Apollo 11", "Alan Shepard and Edgar Mitchell made the 3rd spacewalk since 22 July 1969"),
    ("what share of spacewalks were in 2019", "2% of all spacewalks were in 2019: 11 of 495."),
    ("what share of spacewalks were by two people", "97% of all spacewalks were by 2 people together: 482 of 495."),
    ("how many African American spacewalkers", "6 people of African American heritage took part in 19 spacewalks."),
    ("how many spacewalks by Native Americans", "There were 5 spacewalks by people of Native American heritage."),
    ("list all women who walked in space", "24 women took part in 62 spacewalks."),
    ("name all women spacewalkers", "24 women took part in 62 spacewalks."),
    ("spacewalks by all women crews", "There were 5 spacewalks by women alone."),
    ("how many Arabs", "1 person from the Arab world took part in 1 spacewalk."),
    (
        "how many spacewalkers were neither American nor Russian",
        "44 people from countries other than the USA, the USSR and Russia took part",
    ),
    ("how many spacewalks during Gemini", "There were 9 spacewalks of the Gemini programme."),
    ("how many spacewalks from the Kvant-2 airlock", "There were 63 spacewalks from the Kvant-2 airlock."),
    ("how many ESA astronauts have been on a spacewalk", "12 people of ESA took part in 30 spacewalks."),
]
DAYS = [
    ("was there a spacewalk on Christmas Day", "Yes: Gerald Carr and William Pogue went outside Skylab"),
    ("spacewalk on Christmas Eve 1999", "24 December 1999, "),
    ("how long was the Christmas Day spacewalk at Skylab", "7 hours 1 minute: Gerald Carr and William Pogue"),
    ("how many spacewalks were there on 18 March", "There were 2 spacewalks on 18 March, whatever the year."),
]
COMPARISONS = [
    ("emu or orlan suit used on more spacewalks?", "258 spacewalks were made in the EMU, 167 in the Orlan."),
    ("Mir or ISS, where were there more spacewalks?", "The ISS had 280 spacewalks, Mir 80."),
    ("Whitson vs Williams", "Peggy Whitson made 10 spacewalks, Sunita Williams 9."),
    (
        "between haigneré and chrétien, who spent the most time outside?",
        "Jean-Pierre Haigneré was outside for 6 hours 19 minutes, Jean",
    ),
    ("who was outside longer, Leonov or White?", "Ed White was outside for 36 minutes, Alexei Leonov for 12 minutes."),
    ("Endeavour vs Challenger", "The Space Shuttle Endeavour had 54 spacewalks, the Space Shuttle Challenger 6."),
    (
        "discovery or endeavour, more spacewalks",
        "The Space Shuttle Endeavour had 54 spacewalks, the Space Shuttle Disc",
    ),
    ("Orion vs Challenger", "The Apollo 16 lunar module and the Apollo 17 lunar module are level: 3 spacewalks each."),
    ("2001 vs 2002", "There were 23 spacewalks in 2002, 18 in 2001."),
    ("more spacewalks in 2002 or 2007?", "2002 and 2007 are level: 23 spacewalks each."),
    ("who has more spacewalks, Russians or Americans?", "The USA made 296 spacewalks, Russia and the USSR 172."),
    (
        "Gagarin or Leonov, who was outside longer",
        "Alexei Leonov was outside for 12 minutes; Yuri Gagarin made no spacewalk.",
    ),
    (
        "who was outside longer in 1992, Solovyev or Avdeyev",
        "Anatoly Solovyev and Sergei Avdeyev are level: 18 hours 21 minutes each.",  # not 82 hours as of his career
    ),
    ("women or men: who spent more time outside", "Men had at least "),
]
PERIODS = [
    ("spacewalks in March 2001", "There were 2 spacewalks in March 2001."),
    ("last spacewalk before Apollo 11", "6 March 1969, "),
    ("next spacewalk after Apollo 17", "26 May 1973, "),
    ("the 100th spacewalk", "13 May 1992, 8 hours 29 minutes: "),
    ("Apollo 15 second moonwalk", "1 August 1971, "),
]
ATTRIBUTES = [
    ("what suit did Leonov wear", "Berkut: Alexei Leonov"),
    ("which airlock did Samantha Cristoforetti use", "By way of Poisk: "),
    ("which airlock do the Americans use these days", "By way of Quest: "),
    ("which suit do Chinese astronauts wear now", "Feitian is the suit of Chinese spacewalkers"),
    ("what suits has the US used", "EMU (258), A7LB (23), "),
    (
        "which germans have walked in space",
        "There were 6 spacewalks by people from Germany: Thomas Reiter, Hans Schlegel",
    ),
    ("who went outside from the UK", "1 person from the UK took part in 1 spacewalk: Timothy Peake."),
    ("whos that swedish guy that went out", "1 man from Sweden took part in 5 spacewalks: Christer Fuglesang."),
    ("who walked in space in 1984", "12 people took part in 14 spacewalks in 1984: Bruce McCandless, Robert Stewart,"),
    ("who were the spacewalkers of STS-61", "STS-61 had 5 spacewalks, 35 hours 28 minutes in all, by 4 people: Story"),
    ("who went out on 18 March 1965", "On 18 March 1965: Alexei Leonov floated out"),
    ("which lasted longer, the first Soviet spacewalk or the first American one?", "Gemini 4 EVA lasted 36 minutes, "),
    ("was STS-102 EVA 1 longer than Shenzhou 19 EVA 1", "Shenzhou 19 EVA 1 lasted 9 hours 6 minutes, STS-102 EVA 1"),
    ("was the first spacewalk longer than the first American spacewalk", "Gemini 4 EVA lasted 36 minutes, Voskhod 2"),
    (
        "who is older, Peggy Whitson or Suni Williams",
        "Peggy Whitson was born on 9 February 1960, Sunita Williams on 19",
    ),
    (
        "who is younger, Jessica Meir or Christina Koch",
        "Christina Koch was born on 29 January 1979, Jessica Meir in July",
    ),
    ("where is Oleg Kononenko from", "Oleg Kononenko was born in Turkmenistan and flew for Russia."),
    ("is Franklin Chang-Diaz from Costa Rica", "Franklin Chang-Díaz was born in Costa Rica and flew for the USA."),
    ("woher kommt Luca Parmitano", "Luca Parmitano flew for Italy."),
    ("where did Leonov go out from", "Outside Voskhod 2, by way of the Volga inflatable airlock: "),
    ("who was the first Chinese person to walk in space", "Zhai Zhigang was the first person from China to make"),
    ("who was the third man on the Moon", "Pete Conrad and Alan Bean were the joint 3rd of all men"),
    ("first moonwalk", "Neil Armstrong and then Buzz Aldrin made the first moonwalk, on 21 July 1969"),
    ("For a school project: how many people have walked on the Moon?", "12 people took part in 14 spacewalks"),
    ("Crossword clue, six letters: first man to walk in space.", "Alexei Leonov was the first man to make a spacewalk"),
    ("why is Peggy Whitson famous", "Peggy Whitson made more spacewalks than any other woman"),
    ("who is Bruce McCandless", "Bruce McCandless was the first person to fly free of any tether"),
    ("how many spacewalks did Bruce McCandless make", "Bruce McCandless made 2 spacewalks, "),
    ("which space shuttle flight had the most time outside altogether", "STS-125 had 36 hours 56 minutes"),
    ("what was the longest period without a single spacewalk", "1,415 days"),
    ("who was inside during the Gemini 4 walk", "James McDivitt stayed inside during Gemini 4 EVA"),
    ("who did Linda Godwin walk with", "Linda Godwin went out with Michael Clifford (1) and Daniel Tani (1)"),
    ("where does Stephen Bowen rank by total time", "Stephen Bowen is 3rd of 278 by time outside"),
    (
        "how old was Vinogradov on VKD-32",
        "Pavel Vinogradov was 59 years 231 days old and Roman Romanenko was 41 years 253 days old on 19 April 2013 ",
    ),
    ("when was Fyodor Yurchikhin's first EVA?", "On 30 May 2007"),
    ("who died during a spacewalk", "Nobody has ever died on a spacewalk."),
    ("How many spacewalks did US astronaut Peggy Whitson do", "Peggy Whitson made 10 spacewalks, "),
    ("Soviet cosmonaut Krikalev", "Sergei Krikalev guided a partner"),
    ("how long can a spacewalk last", "A modern suit keeps its wearer alive for about seven to nine hours"),
    ("What nationality was Claude Nicollier", "Claude Nicollier flew for Switzerland."),
    (
        "who has walked in space with Luca Parmitano",
        "Luca Parmitano went out with Andrew Morgan (4) and Christopher Cassidy (2)",
    ),
    ("which spacewalks did Thomas Pesquet do with Shane Kimbrough", "Thomas Pesquet and Shane Kimbrough made 5 "),
    ("1st Chinese woman outside", "Wang Yaping was the first "),
    ("so how many evas went thru Pirs in 09", "There were 2 spacewalks from Pirs in 2009."),
    ("did Savitskaya go out before Kathy Sullivan", "Svetlana Savitskaya first went out on 25 July 1984, "),
    ("how many Hubble evas went past 8 hours", "There were 4 spacewalks of more than 8 hours at the Hubble "),
    ("what date was Leonovs walk", "On 18 March 1965"),
    ("how fast are they going when they're out there", "In low Earth orbit a spacewalker moves at about "),
    ("oldest dude to ever do it", "Michael Barratt was the oldest "),
    ("list all women who walked in space", "24 women took part in "),
    ("what men walked on the moon", "12 men took part in "),
    ("what did Pete Conrad say on the Moon", "“Whoopee!"),
    (
        "who was outside on STS-61 with Musgrave",
        "Story Musgrave went out with Jeffrey Hoffman on 3 spacewalks on STS-61.",
    ),
    ("what does EVA mean", "EVA"),
    ("us eva 58 start time?", "On 18 October 2019, from 11:38 to 18:55 UTC: "),
    ("which suit did they use at Skylab", "A7LB: 9 spacewalks at Skylab."),
    ("koliko je trajala šetnja Eda Vajta", "36 minutes: Ed White"),
    ("koliko je trajala Leonovljeva šetnja", "12 minutes: Alexei Leonov"),
    (
        "dernière sortie de la navette",
        "Michael Fincke and Gregory Chamitoff made the last spacewalk by a Space Shuttle crew, on 27 May 2011",
    ),
    ("how long was McCandless outside the first time he flew that jetpack", "5 hours 55 minutes: "),
    ("when was Oleg Kononenko born", "Oleg Kononenko was born on 21 June 1964"),
    (
        "how many people took part in the walk that caught Intelsat VI?",
        "3 people went out on STS-49 EVA 3, 13 May 1992: Pierre Thuot, Richard Hieb",
    ),
]


#: Topics that are set against each other, and what is only offered where the other side is nothing known.
CONTRASTS = [
    ("mmu vs safer", ("manned-maneuvering-unit", "safer")),
    ("what is the difference between the MMU and SAFER", ("manned-maneuvering-unit", "safer")),
    ("Unterschied zwischen MMU und SAFER", ("manned-maneuvering-unit", "safer")),
    ("MMU o SAFER", ("manned-maneuvering-unit", "safer")),
    ("which is better, Berkut or Krechet", ("berkut", "krechet-94")),
    ("tether vs safer", ("tether", "safer")),
]
HALF_KNOWN = [("tether vs seat belt", "tether"), ("safer vs nothing", "safer")]


@pytest.mark.parametrize(("question", "topics"), CONTRASTS)
def test_topics_are_told_apart_by_what_each_is(librarian: Librarian, question: str, topics: tuple[str, str]) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.ids) == (Outcome.ANSWER, topics)
    assert all(librarian.corpus.topics[topic].summary.split(". ")[0] in answer.lead for topic in topics)


@pytest.mark.parametrize(("question", "topic"), HALF_KNOWN)
def test_a_topic_set_against_nothing_known_is_only_offered(librarian: Librarian, question: str, topic: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, [choice.id for choice in answer.choices]) == (Outcome.OUT_OF_SCOPE, [topic])


@pytest.mark.parametrize(
    ("question", "lead"),
    [*SUPERLATIVES, *SINGLES, *COUNTS, *AMOUNTS, *DAYS, *COMPARISONS, *PERIODS, *ATTRIBUTES],
    ids=lambda text: text[:60],
)
def test_the_lead_answers_the_question(librarian: Librarian, question: str, lead: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.lead[: len(lead)]) == (Outcome.ANSWER, lead)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("spacewalks longer than 1000 hours", "No spacewalk of more than 999 hours 59 minutes is known"),
        (
            "How long was Popovich's spacewalk?",
            "Pavel Popovich flew (Vostok 4, 1962) but, as far as is known",
        ),
        ("Lovell's spacewalk on Gemini 7", "Jim Lovell flew"),
        ("how long was sally rides spacewalk", "Sally Ride flew (STS-7, 1983) but, as far as is known"),
        ("spacewalk on Apollo 13", "No spacewalk was made on Apollo 13."),
        ("what did Buzz Aldrin do on STS-61", "Buzz Aldrin made no spacewalk on STS-61; Story Musgrave"),
        ("How long did Michael Collins walk on the Moon?", "Michael Collins made 2 spacewalks, but none like that."),
        (
            "first Brazilian to walk in space",
            "First people from Brazil to make a spacewalk: not one is known to 30 June 2026.",
        ),
        ("longest EVA by an Indian", "Longest spacewalks by people from India: not one is known"),
        ("STS-135 EVA 2", "There is no STS-135 EVA 2: STS-135 had one spacewalk."),
        (
            "how many people spent more than 80 hours outside",
            "Nobody spent more than 80 hours outside. By the published total of 82 hours 22 minutes, Anatoly Solovyev",
        ),
        ("the 600th spacewalk", "No spacewalk called number 600 is known."),
        (
            "hey did Eileen Collins ever leave the shuttle in a suit",
            "Eileen Collins flew (STS-63, 1995) but, as far as is known",
        ),
        (
            "future spacewalks",
            "The next spacewalk is not in my records; the latest known in full is US EVA-95: ",
        ),
        (
            "when is the next spacewalk?",
            "The next spacewalk is not in my records; the latest known in full is US EVA-95: ",
        ),
        (
            "next Chinese spacewalk",
            "The next spacewalk is not in my records; the latest known in full is Shenzhou 21 EVA 2: ",
        ),
        ("who made spacewalks at both Salyut 7 and Mir", "Nobody made spacewalks both at Salyut 7 and at Mir."),
        (
            "first spacewalk after 2030",
            "The next spacewalk is not in my records; the latest known in full is US EVA-95: ",
        ),
    ],
)
def test_a_false_premise_gets_the_truth(librarian: Librarian, question: str, says: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.lead[: len(says)]) == (Outcome.NOT_FOUND, says)


@pytest.mark.parametrize(
    "question",
    [
        "how many people are on the iss at the moment",
        "who is the head of nasa now",
        "wie viele Menschen sind gerade auf der ISS",
        "сколько человек сейчас на МКС",
        "how many spacewalkers were over 50",  # ages are not counted
        "my glove is torn and my fingers are cold",
        "how do i take a selfie with my feet in the picture",
        "what is eva longoria famous for",
        "what did hubble find out about dark energy",
        "how to make a space cake",
        "how many times a day does the iss go around the earth",  # a count of something else
        "how many years had no spacewalk",
        "which month has the most spacewalks",
        "who was commander of expedition 70",
        "how to draw an astronaut",
        "who was the first woman in space",  # in space is not outside
        "how many people have been to space",
        "первая женщина в космосе",
    ],
)
def test_what_no_text_and_no_table_tells_is_declined(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize("question", ["when did Leonov die", "how did Ed White die", "who died today"])
def test_a_death_is_not_a_spacewalk(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "walk"),
    [
        ("lost glove", "gemini-4"),
        ("the suit that became a satellite", "expedition-12-eva-2"),
        ("satellite for sale sign", "sts-51-a-eva-1"),
        ("who nearly drowned out there?", "us-eva-23"),
        ("golf on the moon", "apollo-14-eva-2"),
        ("the cosmonaut who did some welding", "salyut-7-ve-4-eva-1"),
        ("he sewed the broken panel together with bits of wire, and it was still making electricity", "sts-120-eva-4"),
        ("drei Leute haben einen vier Tonnen schweren Satelliten einfach mit den Händen gefangen", "sts-49-eva-3"),
        ("le cosmonaute qui a dû dégonfler sa combinaison pour pouvoir rentrer", "voskhod-2"),
        ("astronauta que se tuvo que quedar media hora ciego por el antivaho", "sts-100-eva-1"),
        ("китаец с флажком и ложная пожарная тревога", "shenzhou-7"),
        ("udario je čekićem po stanici i struja je proradila", "skylab-2-eva-3"),
        ("fixed the station with a toothbrush", "us-eva-19"),
        ("His suit ballooned, so he bled off pressure to squeeze back into an inflatable airlock", "voskhod-2"),
    ],
)
def test_what_happened_finds_its_spacewalk(librarian: Librarian, question: str, walk: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.ANSWER
    assert walk in answer.ids
