"""What is only half understood is asked about, put right or declined: a false answer costs more than a click."""

import pytest

from bot.answering import Librarian, Outcome

#: A name with several declared meanings, alone and with words that fit one of them.
SEVERAL_MEANINGS = [
    ("collins apollo 13", {"michael-collins", "eileen-collins"}),
    ("kelly sts-124", {"scott-kelly", "mark-kelly", "james-kelly"}),
    ("challenger spacewalk", {"challenger", "apollo-17-lunar-module"}),
    ("spacewalk from Endeavour", {"endeavour", "apollo-15-command-module"}),
    ("orion eva", {"apollo-16-lunar-module", "artemis-ii"}),
    ("how many spacewalks from Endeavour", {"endeavour", "apollo-15-command-module"}),
    ("longest spacewalk from Challenger", {"challenger", "apollo-17-lunar-module"}),
    ("first spacewalk of Williams", {"sunita-williams", "jeffrey-williams", "dafydd-williams", "chris-williams"}),
    ("17th spacewalk of Solovyev", {"anatoly-solovyev", "vladimir-solovyov"}),
]
ONE_MEANING = [
    ("challenger spacewalk 1984", "There were 5 spacewalks from the Space Shuttle Challenger in 1984."),
    ("McCandless Challenger", "Bruce McCandless made 2 spacewalks from the Space Shuttle Challenger, between "),
    ("Cernan Challenger", "Eugene Cernan made 3 spacewalks from the Apollo 17 lunar module, between "),
    ("challenger moonwalk", "There were 3 spacewalks on the Moon from the Apollo 17 lunar module."),
    ("last spacewalk of Solovyev with Vinogradov", "8 January 1998, 3 hours 6 minutes: "),
    ("longest spacewalk of Williams in 2012", "30 August 2012, 8 hours 17 minutes: "),
    ("Endeavour Hubble", "There were 5 spacewalks at the Hubble Space Telescope from the Space Shuttle Endeavour."),
]
#: A word nobody knows that narrows a superlative or a count, with the entry that is offered instead.
NARROWED = [
    ("first gay astronaut", "first-spacewalk"),
    ("first left-handed spacewalker", "first-spacewalk"),
    ("oldest blonde astronaut to walk in space", "oldest-spacewalker"),
    ("most spacewalks by a vegetarian", "most-spacewalks"),
    ("longest spacewalk by a dog", "longest-spacewalk"),
    ("longest spacewalk by a gay astronaut", "longest-spacewalk"),
    ("longest spacewalk by a gay French astronaut", "mir-eo-4-eva-1"),
    ("most spacewalks by a living person", "most-spacewalks"),
    ("how many spacewalks by gay men", None),
    ("first gay American astronaut", "first-american-spacewalker"),
    ("how many gay astronauts walked in space", None),
    ("how many bald astronauts walked in space", None),
    ("first spacewalk by a redhead in 1984", None),
    ("most popular spacewalk", "most-spacewalks"),
    ("longest boring spacewalk", "longest-spacewalk"),
    ("most spacewalks in a leap year", "most-spacewalks-in-a-year"),
    ("longest spacewalk by a pilot", "longest-spacewalk"),
    ("longest spacewalk in Paris", "longest-spacewalk"),
    ("spacewalk in Paris", None),
    ("how many women walked in space in summer", None),
    ("best spacewalk", None),
]
#: A condition that no table holds; what is near may be offered.
BEYOND_THE_TABLES = [
    "how many women did not walk in space in 2019",
    "how many spacewalks lasted exactly 7 hours in 2019",
    "how many spacewalks in year 0",
    "who was outside on 31 April 2001",
    "shortest time between two spacewalks",
    "longest spacewalk by 4 people",
    "spacewalks in summer 2001",
    "how many spacewalks between Apollo 11 and Apollo 17",
    "how many spacewalks on 31/2/1999",
]
#: Somebody else of a surname, with whom of that name is known; and somebody of whose surname nobody is.
STRANGERS = [
    ("phil collins spacewalk", ("michael-collins", "eileen-collins")),
    ("tell me about Phil Collins' spacewalk", ("michael-collins", "eileen-collins")),
    ("neil young", ("john-young",)),
    ("jack white spacewalk", ("ed-white",)),
    ("tom leonov", ("alexei-leonov",)),
    ("how long was jimmy white outside", ("ed-white",)),
    ("ridley scott spacewalk", ("david-scott", "winston-scott")),
    ("Фил Коллинз выход в космос", ("michael-collins", "eileen-collins")),
    ("neil young harvest moon tracklist", ()),
    ("tom hanks spacewalk", ()),
    ("did sandra bullock do a spacewalk", ()),
]
#: Given names in another spelling or form, and what else may stand before a surname.
NO_STRANGERS = [
    *(("Alexi Leonov", "alexei-leonov"), ("cosmonaut leonov", "alexei-leonov"), ("was leonov", "alexei-leonov")),
    *(("andy feustel spacewalk", "andrew-feustel"), ("peggy sue whitson", "peggy-whitson")),
    *(("gospodin Leonov", "alexei-leonov"), ("Mr White spacewalk", "ed-white"), ("sunny williams", "sunita-williams")),
]
#: The same where texts that come near may be offered.
NARROWED_TO_NOTHING = [
    *("first spacewalk by an American on a Russian station", "which shuttle had the most spacewalks"),
    *("spacewalkers born in 1970", "spacewalk with the most women"),
    *("most spacewalks together by a man and a woman", "which suit was used most"),
    *("how many spacewalks per year on average", "how many spacewalks by commanders"),
    *("bearded cosmonaut walked in space", "how many twins walked in space", "most spacewalks by a doctor"),
    *("how many russians walked in space in winter", "how many spacewalks at Mir in darkness"),
]
#: What is ruled out: by other conditions where these can say it.
RULED_OUT = [
    (
        "longest gap without chinese spacewalks",
        "4,663 days (12 years 280 days) passed without a spacewalk run by China",
    ),
    (
        "längste Pause ohne amerikanische Außenbordeinsätze",
        "3,350 days (9 years 63 days) passed without a spacewalk run by the USA,",
    ),
    (
        "самый долгий перерыв без китайских выходов",
        "4,663 days (12 years 280 days) passed without a spacewalk run by China,",
    ),
    ("longest time without moonwalks", "442 days (1 year 77 days) passed without a spacewalk on the Moon"),
    (
        "longest time without a european spacewalk",
        "2,506 days (6 years 315 days) passed without a spacewalk by people from",
    ),
    ("most spacewalks by a non-Russian", "Michael López-Alegría, Peggy Whitson, Robert Behnken, Stephen Bowen and"),
    (
        "how many spacewalks were not american",
        "There were 199 spacewalks run by the USSR, Russia",
    ),
    ("how many people not from the US walked in space", "121 people from countries other than the USA"),
    ("longest US spacewalk, not russian", "James Voss and Susan Helms made the longest US spacewalk"),
]
#: What no selection can rule out.
NOT_RULED_OUT = [
    *("longest spacewalk not at the ISS", "longest spacewalk that wasn't at the ISS", "most spacewalks without Hubble"),
    *("how many spacewalks not on ISS", "longest spacewalk without a woman", "longest spacewalk not by the french"),
]
OTHER_WORLDS = [
    "Neil Armstrong's spacewalk on Mars",
    "Neil Armstrong's spacewalk on the sun",
    "Leonov auf der Venus",
    "первый выход в открытый космос на марсе",
]
#: A single word, or two common ones, found in a text by chance; a thing asked for a figure that is not known.
BY_CHANCE = [
    "how long after Leonov did the first American go out?",
    "how many days between the first and the second spacewalk",
    "how much time between Leonov and White",
    "who is the president of the US",
    "which astronaut is left-handed",
    "how many spacewalks for AMS",
    "median spacewalk duration",
    "can I throw a ball over the house",
    "der akku meines handys ist leer",
    "why is the sky blue",
    "how fast does light travel",
    "fire alarm went off at school",
    "my car battery is dead",
    "what is the fatality rate of covid",
    *("my phone battery died", "vamos a la piscina", "ho perso la borsa", "perdí mi bolsa"),
    "what phone does butch wilmore use",
    "How many children does Luca Parmitano have?",
    "what car does scott kelly drive",
    "Does Chris Cassidy believe in God?",
    "when did jerry ross retire",
    "sunita williams husband",
    "who left the windows open and washed the car",
    "do you have a favourite spacewalk",
    "the guy who got stuck coming back in",
    "what fuel does the soyuz rocket burn",
    "how long does it take to fly from earth to the moon",
    "how much does the whole iss weigh",
    "where do the dragon capsules splash down",
    "how is your day going buddy",
    "when is christmas",
    "in which order do i watch the evangelion movies, eva 01 confuses me",
    "what should i get my mum for christmas",
]
#: What can be asked, or anything at all, in particular nothing.
HELP = [
    *("help", "commands", "what can you do", "what do you know?", "what should I ask", "how does this work"),
    *("tell me something cool about spacewalks", "fun fact", "gimme smth cool abt spacewalks"),
    *("Hilfe", "que puis-je demander ?", "qué puedo preguntar", "cosa posso chiederti", "что ты умеешь", "šta umeš"),
]
#: Times that count from today, which is not known.
UNDATED = [
    *("how many spacewalks this year", "how many spacewalks last year", "longest spacewalk this month"),
    *("how many spacewalks today", "what happened today in spacewalk history", "spacewalks in the last 10 years"),
    *("combien de sorties cette année", "wie viele Außenbordeinsätze dieses Jahr", "сколько выходов в этом году"),
    *("quante passeggiate spaziali quest'anno", "cuántas caminatas espaciales este año"),
    *("koliko svemirskih šetnji ove godine", "колико свемирских шетњи прошле године"),
]
LAST = [
    *("when did the last spacewalk happen", "when was the last spacewalk?", "who did the last spacewalk?"),
    *("what was the last spacewalk", "last spacewalk ever", "when was the last EVA?"),
    *("à quand remonte la dernière sortie dans l'espace", "wann war der letzte Weltraumspaziergang"),
]
LEADS = [
    (
        "first time three ppl went out together",
        "Pierre Thuot, Richard Hieb and Thomas Akers made the first ",
    ),
    ("how many spacewalks did Whitson make in 2002", "Peggy Whitson made one spacewalk in 2002, on 16 August 2002."),
    ("how many spacewalks did Whitson make with Malenchenko", "Peggy Whitson and Yuri Malenchenko made one spacewalk "),
    ("how many people were out with Aldrin on Apollo 11", "Neil Armstrong went out with Buzz Aldrin, on 21 July 1969"),
    ("newest member of the spacewalker club", "Sergei Mikaev was the newest spacewalker"),
    ("spacewalks in 2002, not 2001", "There were 23 spacewalks in 2002."),
    ("why is one of the two suits stripy", "Red stripes on arms and legs tell two people in"),
    ("la fois où ils ont sorti la flamme olympique dehors (éteinte)", "9 November 2013, 5 hours 50 minutes: Kotov"),
    ("кто сказал что чувствовал себя песчинкой", "“My feeling was that I was a grain of sand.” – Alexei Leonov"),
    ("who holds teh record 4 most spacewalks", "Anatoly Solovyev made 16 spacewalks, the most"),
    ("year with the longest spacewalk", "Cai Xuzhe and Song Lingdong made the longest spacewalk"),
    ("when was Leonov born", "Alexei Leonov was born on 30 May 1934."),
    ("how long can a suit keep you alive", "A modern suit keeps its wearer alive"),
    ("what happened to Luca Parmitano?", "Luca Parmitano nearly drowned in his helmet on 16 July 2013"),
    ("cosa è successo a Parmitano", "Luca Parmitano nearly drowned in his helmet on 16 July 2013"),
    ("was ist mit Parmitano passiert", "Luca Parmitano nearly drowned in his helmet on 16 July 2013"),
    ("what happened to Gene Cernan", "On Gemini 9 in June 1966 Gene Cernan overheated"),
    ("tell me about Luca Parmitano", "Luca Parmitano nearly drowned in his helmet"),
    ("what happened to Piers Sellers", "Piers Sellers tried working from the end of a long"),
    ("tell me bout that time they lost the tool bag lmao", "18 November 2008, 6 hours 52 minutes: "),
    ("Parmitano's helmet", "16 July 2013, 1 hour 32 minutes: Water flooded"),
    ("Parmitano helmet", "16 July 2013, 1 hour 32 minutes: Water flooded"),
    ("why did the 2019 all-female spacewalk get cancelled", "Only one medium suit was ready"),
    ("is it cold out there", "Surfaces outside a station range from about plus 120 °C"),
    ("the guy with the jetpack", "7 February 1984, 5 hours 55 minutes: Bruce McCandless"),
    ("butch and suni", "30 January 2025, 5 hours 26 minutes: Sunita Williams"),
    ("March 18th", "There were 2 spacewalks on 18 March, whatever the year."),
    ("18.3.", "There were 2 spacewalks on 18 March, whatever the year."),
    ("12/25", "25 December 1973, 7 hours 1 minute: "),
    ("March 1965", "18 March 1965, 12 minutes: "),
    ("1965", "There were 2 spacewalks in 1965."),
    ("was jessica meir outside this year (2026)", "Jessica Meir made 2 spacewalks in 2026, "),
    ("who holds the record for most spacewalks today", "Anatoly Solovyev made 16 spacewalks"),
    ("how many spacewalks as of today", "495 spacewalks are known up to"),
    ("do astronauts still use tethers today", "A safety tether is the line that ties"),
    ("how long did the first spacewalk last", "12 minutes: Alexei Leonov was outside Voskhod 2"),
    ("who walked in space on Christmas", "Gerald Carr and William Pogue, on 25 December 1973"),
    ("sortie de Noël 1973", "25 December 1973, "),
    ("leonov suit problem", "On the first spacewalk, on 18 March 1965, Alexei Leonov's suit swelled"),
    ("voskhod 2 suit trouble", "On the first spacewalk, on 18 March 1965, Alexei Leonov's suit"),
    ("what is the purpose of a spacewalk", "Spacewalks are made for building, repair"),
    ("why do astronauts go on spacewalks", "Spacewalks are made for building, repair"),
    ("first astronaut to die on a spacewalk", "No one has died on a spacewalk"),
    ("first spacewalker to die", "No one has died on a spacewalk"),
    ("quel français a fait le plus de sorties dans l'espace", "Thomas Pesquet made 6 spacewalks, the most of all"),
    ("who joked about washing the windows?", "“Hey, you going to want the windows washed"),
    ("russian vs american women spacewalks", "Women from the USA took part in 58 spacewalks, women from the USSR or"),
    ("women vs men spacewalks", "Men took part in 490 spacewalks, women in 62."),
    ("average spacewalk length", "The 489 spacewalks of known length lasted 5 hours 44 minutes on average."),
    ("which suit did they wear on gemini", "G4C: 9 spacewalks at Gemini."),
    ("What is the purpose of the stripes on some of the suits?", "Red stripes on arms and legs tell two people"),
    ("Which two people went out together more often than any other pair?", "Leonid Kizim and Vladimir Solovyov made 8"),
    ("alan sheperd", "Alan Shepard hit golf balls on the Moon"),
    ("Why was the walk planned for two women in March 2019 changed?", "Nick Hague and Christina Koch, on 29 March"),
    ("Which of Apollo's three deep-space walks was the longest?", "Charles Duke and Ken Mattingly made the longest"),
    ("third country to do a spacewalk", "China became the third country to do a spacewalk on its own"),
    ("what did leonov say about the earth", "“like a seagull with its wings outstretched"),
    ("What EVAs were done during STS-120 in autumn 2007?", "There were 4 spacewalks on STS-120 in 2007."),
    ("Which missions serviced Hubble?", "STS-61 (5), STS-82 (5), STS-103 (3), STS-109 (5) and STS-125 (5): 23 "),
    ("which missions had moonwalks", "Apollo 11 (1), Apollo 12 (2), Apollo 14 (2), Apollo 15 (3)"),
    ("Who broke the record on 17 December 2024", "On 17 December 2024: Cai Xuzhe and Song Lingdong set the record"),
    ("who installed the cupola", "Robert Behnken and Nicholas Patrick, on 14 February 2010"),
    ("spacewalks over 8.5 hours", "There were 2 spacewalks of more than 8 hours 30 minutes."),
    ("spacewalks longer than seven and a half hours", "There were 43 spacewalks of more than 7 hours 30 minutes."),
    ("spacewalks longer than 7 hours 30 minutes", "There were 43 spacewalks of more than 7 hours 30 minutes."),
    ("how many spacewalks under half an hour", "There were 8 spacewalks of less than 30 minutes."),
    ("how many spacewalks were shorter than 1.5 hours", "There were 25 spacewalks of less than 1 hour 30 minutes."),
    ("Warum ist ein Raumanzug weiß?", "Spacesuits are white because"),
    ("who did Peggy Whitson go out with most often?", "Peggy Whitson went out with Daniel Tani (4)"),
    ("the spacewalk before the last", "Sergey Kud-Sverchkov and Sergei Mikaev made the 2nd latest spacewalk"),
    ("what did Buzz Aldrin say on the Moon?", "“Magnificent desolation.” – Buzz Aldrin"),
    ("which spacewalk was number 100", "Pierre Thuot, Richard Hieb and Thomas Akers, on 13 May 1992"),
    ("mirs last eva when", "Sergei Zalyotin and Alexander Kaleri made the last spacewalk at Mir"),
    ("last time anyone flew free with no rope", "Mark Lee and Carl Meade made the latest untethered spacewalk"),
    ("first guy outside who wasnt american or soviet", "Jean-Loup Chrétien was the first man"),
    ("Wie viele deutsche Astronauten waren außerhalb der Mir unterwegs?", "1 person from Germany took part in 2"),
    ("quanti italiani sono stati fuori dalla ISS", "2 people from Italy took part in 7 spacewalks at the ISS"),
    ("everything about ed white", "3 June 1965, 36 minutes"),
    ("whats it cost to do one spacewalk", "No agency publishes the price of a single spacewalk"),
    ("What do spacewalkers do when they need the toilet?", "Spacewalkers drink from a bag"),
    ("can u hear anything outside in space", "There is no sound in a vacuum"),
    ("how fast r they going out there", "In low Earth orbit a spacewalker moves at about 28,000 km/h"),
    ("Why do spacewalks get called off?", "Spacewalks have been called off for faulty suits"),
    ("the dude who was like that was my favorite spatch", "Piers Sellers and Michael Fossum"),
    ("who joked if they want the windows washed", "“Hey, you going to want the windows washed"),
    ("Who compared himself to a grain of sand?", "“My feeling was that I was a grain of sand.”"),
    ("Which spacewalker said that records are meant to be broken?", "“Handing the baton off to Suni"),
    ("how many people died on a spacewalk", "Nobody has ever died on a spacewalk."),
    ("endeavour spacewalk capture bar", "Pierre Thuot, Richard Hieb and Thomas Akers, May 1992: "),
    ("who stayed in the ship while ed white was floating outside", "James McDivitt stayed inside during Gemini 4 EVA"),
]


@pytest.mark.parametrize(("question", "meant"), SEVERAL_MEANINGS)
def test_a_name_that_means_several_things_is_asked_about(librarian: Librarian, question: str, meant: set[str]) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, {choice.id for choice in answer.choices}) == (Outcome.CHOICES, meant)


@pytest.mark.parametrize(("question", "lead"), [*ONE_MEANING, *LEADS, *RULED_OUT])
def test_the_rest_of_a_question_says_what_is_meant(librarian: Librarian, question: str, lead: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.lead[: len(lead)]) == (Outcome.ANSWER, lead)


def test_what_is_yet_to_come_is_not_known_whenever_it_is(librarian: Librarian) -> None:
    assert librarian.ask("is there an upcoming spacewalk next week").outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("question", LAST)
def test_the_last_spacewalk_is_not_any_spacewalk(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).ids[:1] == ("latest-spacewalk",)


@pytest.mark.parametrize("question", BEYOND_THE_TABLES)
def test_a_condition_that_no_table_holds_is_not_left_out(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(("question", "record"), NARROWED)
def test_a_word_that_narrows_a_superlative_is_not_left_out(
    librarian: Librarian, question: str, record: str | None
) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.OUT_OF_SCOPE
    assert next((choice.id for choice in answer.choices), None) == record


@pytest.mark.parametrize(("question", "known"), STRANGERS)
def test_a_stranger_is_not_taken_for_a_namesake(librarian: Librarian, question: str, known: tuple[str, ...]) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, tuple(choice.id for choice in answer.choices)) == (Outcome.OUT_OF_SCOPE, known)


@pytest.mark.parametrize(("question", "person"), NO_STRANGERS)
def test_a_given_name_may_be_said_otherwise(librarian: Librarian, question: str, person: str) -> None:
    assert person in librarian.ask(question).ids


@pytest.mark.parametrize("question", OTHER_WORLDS)
def test_nobody_has_walked_on_another_world(librarian: Librarian, question: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.lead[:24]) == (Outcome.NOT_FOUND, "Nobody has walked there:")


@pytest.mark.parametrize("question", [*NOT_RULED_OUT, *NARROWED_TO_NOTHING])
def test_what_cannot_be_ruled_out_is_not_left_out(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize("question", BY_CHANCE)
def test_what_a_text_says_by_chance_is_declined(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("hello", "Hello! "),
        ("Guten Morgen!", "Hello! "),
        *((question, "I answer questions about spacewalks: ") for question in HELP),
        *((question, "I do not know today’s date: say which year or day") for question in UNDATED),
        ("thank you", "You are welcome! "),
        ("спасибо", "You are welcome! "),
        ("how fast is the ISS", "That is not in my records"),
        ("when is the next starship launch", "That is not in my records"),
        ("how many orbits did scott carpenter do in aurora 7", "That is not in my records"),
        ("how many astronauts are outside right now", "That is not in my records"),
        ("how many orbits did Leonov do", "That is not in my records"),
        ("how many spacewalks not in 2001", "That is not in my records"),
        ("why does nasa clock say different times than the russians", "That is not in my records"),
        ("where was Leonov born", "That is not in my records"),
        ("is Leonov alive", "That is not in my records"),
        ("when did Leonov die", "That is not in my records"),
        ("Леонов жив?", "That is not in my records"),
        ("longest spacewalk of each year", "That is not in my records"),
        ("first mother to walk in space", "That is not in my records"),
        ("first couple to walk in space", "That is not in my records"),
        ("what's the Russian word for spacewalk", "That is not in my records"),
        ("was the moon landing faked?", "That is not in my records"),
        ("white wine", "I found nothing about spacewalks in that"),
        ("hi, who is the president", "I found nothing about spacewalks in that"),
    ],
)
def test_a_decline_says_why(librarian: Librarian, question: str, lead: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.lead[: len(lead)]) == (Outcome.OUT_OF_SCOPE, lead)
