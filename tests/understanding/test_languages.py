"""The same question leads to the same entries in every language, and a word means the same in both Serbian scripts."""

import pytest

from bot.answering import Librarian

SAME: dict[str, tuple[str, ...]] = {
    "longest spacewalk": (
        *("longest spacewalk", "najduža svemirska šetnja", "најдужа свемирска шетња", "самый долгий выход в космос"),
        *("längster Weltraumspaziergang", "plus longue sortie extravéhiculaire", "caminata espacial más larga"),
    ),
    "first woman": (
        *("first woman to walk in space", "prva žena u otvorenom svemiru", "прва жена у отвореном свемиру"),
        *("первая женщина в открытом космосе", "erste Frau im freien Weltraum"),
        *("première femme à sortir dans l'espace", "primera mujer en caminar por el espacio"),
    ),
    "how long was Leonov outside": (
        *("how long was Leonov outside?", "koliko dugo je Leonov bio napolju?", "колико дуго је Леонов био напољу?"),
        *("сколько времени Леонов был в открытом космосе?", "wie lange war Leonow draußen?"),
        *("combien de temps Leonov est-il resté dehors ?", "¿cuánto tiempo estuvo fuera Leonov?"),
    ),
    "spacewalks in 2007": (
        *("how many spacewalks in 2007?", "koliko svemirskih šetnji 2007. godine?", "колико свемирских шетњи 2007?"),
        *("сколько выходов в открытый космос было в 2007 году?", "wie viele Außenbordeinsätze gab es 2007?"),
        *("combien de sorties extravéhiculaires en 2007 ?", "¿cuántas caminatas espaciales hubo en 2007?"),
    ),
    "Apollo 13": (
        *("spacewalk on Apollo 13", "svemirska šetnja na Apolu 13", "свемирска шетња на Аполу 13"),
        *("выход в космос на Аполлоне-13", "Weltraumspaziergang bei Apollo 13"),
        *("sortie dans l'espace d'Apollo 13", "caminata espacial del Apolo 13"),
    ),
    "20 July 1969": (
        *("what happened on 20 July 1969", "šta se desilo 20. jula 1969", "шта се десило 20. јула 1969"),
        *("что было 20 июля 1969 года", "was geschah am 20. Juli 1969"),
        *("que s'est-il passé le 20 juillet 1969", "qué pasó el 20 de julio de 1969"),
    ),
    "Mir or the ISS": (
        *("more spacewalks: Mir or ISS?", "gde je bilo više svemirskih šetnji, Mir ili MKS"),
        *("где было больше выходов, Мир или МКС", "mehr Ausstiege: Mir oder ISS?"),
        *("plus de sorties depuis Mir ou l'ISS ?", "¿más caminatas espaciales en la Mir o en la ISS?"),
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
