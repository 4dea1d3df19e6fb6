"""A fact as a message: its heading above the card, so that it is read in notifications, too."""

from collections.abc import Sequence
from typing import Final

from bot.answering import Answer, Outcome, Wording
from bot.corpus import Corpus, Sort
from bot.daily.pool import DailyFact
from bot.discord_app import limits, texts
from bot.discord_app.cards import Cards
from bot.discord_app.controls import Button, Control
from bot.discord_app.markup import bold, plain
from bot.discord_app.presses import Press, Verb
from bot.discord_app.replies import Reply
from bot.understanding.links import walks_of

#: A card of a fact about more spacewalks than this has the colour of none in particular.
_FEW: Final = 6


class FactDesk:
    """Turns facts into messages."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        """Take the corpus that the facts lead into."""
        self._corpus = corpus
        self._words = words
        self._cards = Cards(corpus, words)

    def posted(self, fact: DailyFact, number: int, role_id: int | None = None) -> Reply:
        """Return a fact as it is posted; `number` is that of its delivery, by which the post is found again."""
        ping = "" if role_id is None else f"<@&{role_id}> "
        read = Button(Press(Verb.READ, fact.about, number), self._read_label(fact), 0)
        return Reply(f"{ping}{bold(fact.heading)}", self._cards.card(self._answer(fact)), (read,))

    def drawn(self, fact: DailyFact) -> Reply:
        """Return a fact that somebody asked for, with the way to the next."""
        controls: Sequence[Control] = (
            Button(Press(Verb.FACT, fact.about), texts.controls.another_fact(self._words), 0),
            Button(Press(Verb.OPEN, fact.about), self._read_label(fact), 0),
            Button(Press(Verb.REPORT, fact.about), texts.controls.report(self._words), 0),
        )
        heading = fact.heading if fact.is_anniversary else texts.replies.a_fact(self._words)
        return Reply(bold(heading), self._cards.card(self._answer(fact)), tuple(controls))

    def line(self, fact: DailyFact) -> str:
        """Return a fact as one line of markup."""
        return plain(fact.text)

    def _read_label(self, fact: DailyFact) -> str:
        return limits.clip(texts.controls.read_on(self._words, fact.title), limits.BUTTON_LABEL)

    def _answer(self, fact: DailyFact) -> Answer:
        """Return a fact in the form that cards are made of."""
        ids: tuple[str, ...] = ()
        if fact.about.sort is not Sort.OTHER_PERSON:
            walks = walks_of(self._corpus, fact.about)
            ids = tuple(walk.id for walk in walks) if len(walks) <= _FEW else ()
        return Answer(
            outcome=Outcome.ANSWER, lead=fact.heading, title=fact.title, text=fact.text, sources=fact.sources, ids=ids
        )
