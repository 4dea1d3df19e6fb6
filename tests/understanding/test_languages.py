"""The same question leads to the same entries in every language, and a word means the same in both Serbian scripts."""

import pytest

from bot.answering import Librarian, Outcome

SAME: dict[str, tuple[str, ...]] = {
    "longest spacewalk": (
        *("longest spacewalk", "najduža svemirska šetnja", "најдужа свемирска шетња", "самый долгий выход в космос"),
        *("längster Weltraumspaziergang", "plus longue sortie extravéhiculaire", "caminata espacial más larga"),
        *("passeggiata spaziale più lunga", "l'attività extraveicolare più lunga"),
    ),
    "first woman": (
        *("first woman to walk in space", "prva žena u otvorenom svemiru", "прва жена у отвореном свемиру"),
        *("первая женщина в открытом космосе", "erste Frau im freien Weltraum"),
        *("première femme à sortir dans l'espace", "primera mujer en caminar por el espacio"),
        *("prima donna a passeggiare nello spazio", "première nana à sortir dans l'espace"),
        *("prva cura u otvorenom svemiru", "первая девушка в открытом космосе"),
    ),
    "how long was Leonov outside": (
        *("how long was Leonov outside?", "koliko dugo je Leonov bio napolju?", "колико дуго је Леонов био напољу?"),
        *("сколько времени Леонов был в открытом космосе?", "wie lange war Leonow draußen?"),
        *("combien de temps Leonov est-il resté dehors ?", "¿cuánto tiempo estuvo fuera Leonov?"),
        *("quanto tempo è rimasto fuori Leonov?", "cb de temps dehors leonov"),
    ),
    "spacewalks in 2007": (
        *("how many spacewalks in 2007?", "koliko svemirskih šetnji 2007. godine?", "колико свемирских шетњи 2007?"),
        *("сколько выходов в открытый космос было в 2007 году?", "wie viele Außenbordeinsätze gab es 2007?"),
        *("combien de sorties extravéhiculaires en 2007 ?", "¿cuántas caminatas espaciales hubo en 2007?"),
        *("quante passeggiate spaziali ci sono state nel 2007?", "quante uscite nello spazio nell'anno 2007"),
    ),
    "Apollo 13": (
        *("spacewalk on Apollo 13", "svemirska šetnja na Apolu 13", "свемирска шетња на Аполу 13"),
        *("выход в космос на Аполлоне-13", "Weltraumspaziergang bei Apollo 13"),
        *("sortie dans l'espace d'Apollo 13", "caminata espacial del Apolo 13", "passeggiata spaziale dell'Apollo 13"),
    ),
    "20 July 1969": (
        *("what happened on 20 July 1969", "šta se desilo 20. jula 1969", "шта се десило 20. јула 1969"),
        *("что было 20 июля 1969 года", "was geschah am 20. Juli 1969"),
        *("que s'est-il passé le 20 juillet 1969", "qué pasó el 20 de julio de 1969"),
        *("cosa accadde il 20 luglio 1969", "che è successo il 20 luglio del 1969?"),
    ),
    "Mir or the ISS": (
        *("more spacewalks: Mir or ISS?", "gde je bilo više svemirskih šetnji, Mir ili MKS"),
        *("где было больше выходов, Мир или МКС", "mehr Ausstiege: Mir oder ISS?"),
        *("plus de sorties depuis Mir ou l'ISS ?", "¿más caminatas espaciales en la Mir o en la ISS?"),
        *("più passeggiate spaziali: Mir o ISS?", "più uscite dalla Mir o dalla ISS?"),
    ),
    "1 August 1985": (
        *("spacewalks on 1 August 1985", "passeggiate del 1º agosto 1985", "uscite del primo agosto 1985"),
        *("sorties du 1er août 1985", "caminatas del 1 de agosto de 1985"),
    ),
    "1992 to 1995": (
        *("spacewalks between 1992 and 1995", "passeggiate tra il 1992 e il 1995", "caminatas entre 1992 y 1995"),
        *("passeggiate spaziali fra 1992 e 1995", "sorties entre 1992 et 1995"),
    ),
    "the 1960s": (
        *("how many spacewalks in the sixties", "quante passeggiate negli anni '60"),
        *("quante uscite negli anni sessanta", "quante uscite negli anni 1960"),
    ),
    "spacewalk number 200": (
        *("spacewalk number 200", "passeggiata numero 200", "la 200esima passeggiata spaziale"),
        *("sortie numéro 200", "caminata número 200", "выход номер 200", "šetnja broj 200"),
    ),
    "more than eight": (
        *("who made more than eight spacewalks", "chi ha fatto più di otto passeggiate spaziali"),
        *("chi ha fatto più di 8 uscite", "qui a fait plus de huit sorties dans l'espace"),
    ),
    "a decade": (
        *("spacewalks in the 1960s", "svemirske šetnje 60-ih", "выходы в космос 60-х", "Weltraumausstiege der 60er"),
        *("sorties extravéhiculaires des années 60", "caminatas espaciales de los años 60"),
        "passeggiate spaziali negli anni 60",
    ),
    "a single hour": (
        *("how many spacewalks lasted under an hour", "koliko svemirskih šetnji je trajalo manje od sata"),
        *("сколько выходов в космос длились меньше часа", "wie viele Weltraumausstiege dauerten unter einer Stunde"),
        *("combien de sorties ont duré moins d'une heure", "cuántas caminatas espaciales duraron menos de una hora"),
        "quante passeggiate spaziali sono durate meno di un'ora",
    ),
}


@pytest.mark.parametrize("questions", SAME.values(), ids=SAME.keys())
def test_a_question_means_the_same_in_every_language(librarian: Librarian, questions: tuple[str, ...]) -> None:
    wanted = librarian.ask(questions[0])
    differing = {
        question: answer.lead
        for question in questions[1:]
        if ((answer := librarian.ask(question)).outcome, answer.lead) != (wanted.outcome, wanted.lead)
    }
    assert differing == {}


#: Told in the words of one language, each with an entry that is among those of the answer.
TOLD: dict[str, str] = {
    "chi ha rischiato di annegare con l'acqua nel casco?": "parmitano-2013",
    "l'astronauta che ha perso la cassetta degli attrezzi": "sts-126-eva-1",
    "hanno acchiappato un satellite a mani nude": "intelsat-1992",
    "quell'astronauta con lo zaino a razzo e senza cavo": "sts-41-b-eva-1",
    "pannello solare strappato ricucito con dei gemelli da polso": "parazynski-2007",
    "qualcuno è mai morto in un'uscita nello spazio?": "no-fatalities",
    "cos'è una camera stagna": "airlock",
    "perdita d'ammoniaca nel 2013": "may11-2013",
    "c'è un buco nella Sojuz tagliato con un coltello": "ms09-hole-2018",
    "le mec qui a failli se noyer dans son casque": "parmitano-2013",
    "der Kerl, der auf dem Mond Golf gespielt hat": "apollo14-golf-1971",
    "el tío que casi se ahoga en el casco": "parmitano-2013",
    "три мужика поймали спутник руками": "intelsat-1992",
    "lik koji se skoro udavio u kacigi": "parmitano-2013",
}


@pytest.mark.parametrize(("question", "told"), TOLD.items(), ids=TOLD.keys())
def test_what_happened_is_found_in_everyday_words(librarian: Librarian, question: str, told: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.ANSWER
    assert told in answer.ids


#: Words that are others in another language: French "donne" is no Italian woman, nor is "russes"; "due" is no two.
FALSE_FRIENDS: dict[str, str] = {
    "donne-moi la liste des sorties de Pesquet": "liste des sorties de Pesquet",
    "les sorties des cosmonautes russes en 2007": "les sorties de cosmonautes de la Russie en 2007",
    "which spacewalk ended early due to water in the helmet?": "which spacewalk ended early by water in the helmet?",
    "por qué esclusa salió Leonov": "which airlock did Leonov use?",
}


@pytest.mark.parametrize(("question", "plain"), FALSE_FRIENDS.items(), ids=FALSE_FRIENDS.keys())
def test_words_of_one_language_leave_the_others_alone(librarian: Librarian, question: str, plain: str) -> None:
    assert librarian.ask(question).ids == librarian.ask(plain).ids


@pytest.mark.parametrize(
    "question",
    [
        *("che tempo fa domani?", "mi dai la ricetta del tiramisù?", "quando parte il treno per Milano?"),
        *("un'uscita dell'autostrada", "una passeggiata nel bosco", "quanto costa una tuta da sci?"),
        *("ciao, come stai?", "grazie mille"),
    ],
)
def test_other_subjects_are_declined_in_italian(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is Outcome.OUT_OF_SCOPE


#: Described by words that are only translated, of which texts have what the English says.
TRANSLATED = [
    *(("e se uno si stacca", "drifting-away"), ("que pasa si te sueltas", "drifting-away")),
    *(("celui qui a failli se noyer", "us-eva-23"), ("eau dans le casque", "us-eva-23"), ("morti", "no-fatalities")),
    *(
        ("robotska ruka", "european-robotic-arm"),
        ("wie kalt ist es draußen", "temperature"),
        ("kolika je temperatura", "temperature"),
    ),
    *(("quella volta che hanno preso un satellite a mano in tre", "sts-49-eva-3"), ("сајла", "tether")),
]


@pytest.mark.parametrize(("question", "told_of"), TRANSLATED)
def test_a_description_is_understood_as_in_english(librarian: Librarian, question: str, told_of: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome in {Outcome.ANSWER, Outcome.CHOICES}
    assert told_of in answer.ids
