"""Where every request of a person becomes a reply. Pure: no network, no clock; every index is built at once."""

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from bot.answering import Answer, Choice, Librarian, Outcome, Wording
from bot.answering.desk import entry_name
from bot.answering.listing import page_of_walks
from bot.answering.related import related
from bot.answering.sentences.conditions import heading
from bot.corpus import Ref, Sort
from bot.daily.pool import Pool
from bot.discord_app import limits, texts
from bot.discord_app.autocomplete import SORTS, Kind, Suggester, Suggestion
from bot.discord_app.cards import Cards, notice
from bot.discord_app.controls import Button, Controls, leads_to_whole_list
from bot.discord_app.daily.showing import FactDesk
from bot.discord_app.limits import Field
from bot.discord_app.markup import bold, plain
from bot.discord_app.presses import Press, Verb
from bot.discord_app.replies import Reply
from bot.discord_app.texts import introducing
from bot.understanding.matcher import MAX_CHARACTERS
from bot.understanding.reading import Asks, DayQuery, Query, Reading, Why

#: So many of the latest questions are kept with what they mean, for those that are asked again.
_REMEMBERED: Final = 128
#: So many replies are kept, whatever words they were asked for in: about 5 KiB each.
_SHOWN: Final = 512
_LONGEST_REMEMBERED: Final = 300
_LINES_ON_A_PAGE: Final = 6
_COLOUR: Final = 0x4F6D8F
#: The entries behind the five examples of the help, in the order of their labels.
EXAMPLES: Final = (
    Ref(Sort.SPACEWALK, "voskhod-2"),
    Ref(Sort.RECORD, "longest-spacewalk"),
    Ref(Sort.SPACEWALK, "us-eva-23"),
    Ref(Sort.STORY, "mccandless-1984"),
    Ref(Sort.SPACEWALKER, "anatoly-solovyev"),
)


#: What to say to an option that names nothing; "/spacewalk" takes any question, so the usual words fit it.
_HINTS: Final[Mapping[Kind, Callable[[Wording], str]]] = {
    Kind.RECORD: texts.replies.no_such_record,
    Kind.PERSON: texts.replies.no_such_person,
}


class FrontDesk:
    """Answers what people ask on Discord, from one librarian."""

    def __init__(self, librarian: Librarian) -> None:
        """Build every index now, so that nobody waits for one later."""
        librarian.warm()
        self._librarian = librarian
        self.corpus = librarian.corpus
        self.words: Wording = librarian.words
        self._desk = librarian.desk
        self._cards = Cards(librarian.corpus, librarian.words)
        self._controls = Controls(self._desk)
        self._suggester = Suggester(self._desk, librarian.names)
        self.pool = Pool(librarian)
        self._fact_desk = FactDesk(librarian.corpus, librarian.words)
        self._read = lru_cache(maxsize=_REMEMBERED)(librarian.read)
        self._replies = lru_cache(maxsize=_SHOWN)(self._replied)

    def suggest(self, kind: Kind, typed: str) -> Sequence[Suggestion]:
        """Return what to suggest while an option is typed."""
        return self._suggester.suggest(kind, typed)

    def ask(self, question: str) -> Reply:
        """Answer a question in free text."""
        read = self._read if len(question) <= _LONGEST_REMEMBERED else self._librarian.read
        return self._replies(_as_if_sure(read(question)))

    def look_up(self, kind: Kind, typed: str) -> Reply:
        """Answer what an option of a command holds: the id of an entry, or else free text."""
        ref = self.resolve(kind, typed)
        if ref is not None:
            return self.open(ref)
        reply = self.ask(typed)
        return self._saying(reply, typed, _HINTS[kind]) if kind in _HINTS else reply

    def on_day(self, typed: str) -> Reply:
        """Answer a day as typed; what is none gets a sentence on how to write one."""
        return self._saying(self.ask(typed), typed, texts.replies.not_a_day)

    def _saying(self, reply: Reply, typed: str, hint: Callable[[Wording], str]) -> Reply:
        """Return a reply that says what was wrong with an option instead of that nothing was understood."""
        wrong = reply.outcome is Outcome.OUT_OF_SCOPE and len(typed) <= MAX_CHARACTERS
        return replace(reply, text=plain(hint(self.words))) if wrong else reply

    def resolve(self, kind: Kind, typed: str) -> Ref | None:
        """Return the entry that a picked suggestion stands for, None for free text."""
        key = typed.strip()
        sort = next((sort for sort in SORTS[kind] if key in self.corpus.by_sort[sort]), None)
        return None if sort is None else Ref(sort, key)

    def open(self, ref: Ref) -> Reply:
        """Show an entry; one that is no more is told of as such."""
        if ref.id not in self.corpus.by_sort[ref.sort]:
            return self.gone()
        return self._replies(_shown(ref))

    def follow_up(self, question: str, about: Ref | None) -> Reply:
        """Answer a question that may leave out what it is about, since it replies to an answer about it."""
        return self._replies(_as_if_sure(self._librarian.read_following(question, about)))

    def page(self, ref: Ref, number: int) -> Reply:
        """Show a page of all spacewalks of an entry."""
        if ref.id not in self.corpus.by_sort[ref.sort]:
            return self.gone()
        page = page_of_walks(self._desk, ref, number, lines=_LINES_ON_A_PAGE)
        name = entry_name(self.corpus.by_sort[ref.sort][ref.id])
        lead = texts.replies.page_lead(self.words, heading(name), page.total, page.number, page.of)
        answer = replace(page.answer, lead=lead)
        controls = self._controls.below_page(ref, page.number, page.of, answer)
        return Reply(self._cards.lead(answer), self._cards.card(answer), controls)

    def more(self, ref: Ref) -> Reply:
        """Offer what is like an entry."""
        if ref.id not in self.corpus.by_sort[ref.sort]:
            return self.gone()
        name = entry_name(self.corpus.by_sort[ref.sort][ref.id])
        near = related(self.corpus, ref)
        lead = texts.replies.related_lead(self.words, name) if near else texts.replies.nothing_related(self.words, name)
        answer = Answer(
            outcome=Outcome.CHOICES,
            lead=lead,
            title=texts.controls.more_like_this(self.words),
            sources=self._desk.sources(),
            ids=tuple(other.id for other in near),
            choices=tuple(Choice(other.id, self._desk.label(other)) for other in near),
        )
        controls = self._controls.below_related(answer, ref)
        return Reply(self._cards.lead(answer), self._cards.card(answer), controls, answer.outcome)

    def fact(self, dice: random.Random, today: dt.date, last: Ref | None = None) -> Reply:
        """Tell a fact at random, about something else than the last: a curated one, or one of today's anniversaries."""
        keys = [*self.pool.curated, *self.pool.anniversaries(today)]
        dice.shuffle(keys)
        facts = (fact for key in keys if (fact := self.pool.tell(key, today)) is not None)
        return self._fact_desk.drawn(next(fact for fact in facts if fact.about != last))

    def day(self, today: dt.date) -> Reply:
        """Tell who was outside on this day of any year."""
        return self._replies(DayQuery(today.month, today.day))

    def compare(self, first: str, second: str) -> Reply:
        """Set two things against each other."""
        names = [self._name_typed(typed) for typed in (first, second)]
        question = f"compare {names[0]} and {names[1]}"
        return self._saying(self.ask(question), question, texts.replies.not_comparable)

    def _name_typed(self, typed: str) -> str:
        ref = self.resolve(Kind.COMPARED, typed)
        return typed if ref is None else entry_name(self.corpus.by_sort[ref.sort][ref.id])

    def gone(self) -> Reply:
        """Tell that an entry is no more."""
        return Reply(texts.replies.entry_is_gone(self.words), outcome=Outcome.NOT_FOUND, private=True)

    def help(self) -> Reply:
        """Say what can be asked, with five examples to press."""
        words = self.words
        typed = "\n".join(f"`{command}`\n{plain(what)}" for command, what in introducing.help_commands(words))
        typed = f"{typed}\n\n{introducing.help_private(words)}"
        fields = [Field(introducing.help_heading(words), introducing.help_elsewhere(words))]
        card = notice(introducing.help_title(words), typed, fields, self._desk.reach(), _COLOUR)
        labels = introducing.example_labels(words)
        there = [pair for pair in zip(EXAMPLES, labels, strict=True) if pair[0].id in self.corpus.by_sort[pair[0].sort]]
        controls = tuple(Button(Press(Verb.OPEN, ref), label, 0) for ref, label in there)
        return Reply(introducing.help_lead(words), card, controls, private=True)

    def about(self) -> Reply:
        """Say what this is, what it rests on and how far it reaches."""
        words, about = self.words, self.corpus.about
        text = introducing.about_lead(
            words, len(self.corpus.spacewalks), len(self.corpus.spacewalkers), len(self.corpus.stories)
        )
        credits_ = [f"- {plain(line)}" for line in (*about.credits, about.licence)]
        fields = list(limits.fields(introducing.credits_heading(words), credits_, introducing.credits_heading(words)))
        card = notice(
            introducing.about_title(words),
            plain(introducing.about_text(words)),
            fields,
            self._desk.reach(),
            _COLOUR,
        )
        return Reply(text, card, private=True)

    def privacy(self) -> Reply:
        """Say what becomes of what people type."""
        words = self.words
        card = notice(introducing.privacy_title(words), introducing.privacy_text(words), (), "", _COLOUR)
        return Reply(introducing.privacy_lead(words), card, private=True)

    def presence(self) -> str:
        """Say in one line what is known here."""
        line = introducing.presence(self.words, len(self.corpus.spacewalks), len(self.corpus.spacewalkers))
        return limits.clip(line, limits.PRESENCE)

    def name_of(self, ref: Ref | None) -> str:
        """Return an entry for the operator: its sort and id."""
        return bold(f"{ref.sort} {ref.id}") if ref else bold("–")

    def _replied(self, reading: Reading) -> Reply:
        """Return the reply to a question that has been read; who asks for help gets the help."""
        answer = self._librarian.answer(reading)
        return self.help() if answer.why is Why.HELP else self._reply(answer)

    def _reply(self, answer: Answer) -> Reply:
        controls = self._controls.below(answer)
        return Reply(
            text=self._cards.lead(answer),
            card=self._cards.card(answer, whole_list_elsewhere=leads_to_whole_list(controls)),
            controls=controls,
            outcome=answer.outcome,
            private=answer.outcome is Outcome.OUT_OF_SCOPE,
        )


def _shown(ref: Ref) -> Query:
    """Return what asks for an entry by name; then somebody who went out once gets a card of their own."""
    return Query(ref, Asks.HOW_MANY if ref.sort is Sort.SPACEWALKER else Asks.WHAT)


def _as_if_sure(reading: Reading) -> Reading:
    """Return a reading without how sure it is, which no reply tells: so what is meant alike is answered alike."""
    return replace(reading, confidence=1.0)
