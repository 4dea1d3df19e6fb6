"""Which buttons and menus belong below an answer. Pure: the same answer always has the same ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bot.answering import Answer, Outcome, Wording
from bot.answering.desk import Desk, entry_name
from bot.answering.following import subject_of
from bot.answering.sentences.conditions import heading
from bot.corpus import Ref, Sort
from bot.discord_app import limits, texts
from bot.discord_app.autocomplete import SORTS, Kind
from bot.discord_app.cards import ROWS_SHOWN
from bot.discord_app.presses import Press, Verb, option_value

_MOST_PEOPLE: Final = 4
#: What records rank that no single spacewalk stands for.
_GROUPS: Final = frozenset({"year", "station", "mission", "country"})
_LISTED_SORTS: Final = frozenset(
    {
        Sort.SPACEWALKER,
        Sort.MISSION,
        Sort.STATION,
        Sort.VEHICLE,
        Sort.PROGRAMME,
        Sort.COUNTRY,
        Sort.AGENCY,
        Sort.AIRLOCK,
    }
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button with words on it. `row` counts from 0."""

    press: Press
    label: str
    row: int


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a menu."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of entries to open."""

    press: Press
    placeholder: str
    options: tuple[Option, ...]
    row: int


Control = Button | Menu


@dataclass(frozen=True, slots=True)
class Controls:
    """Makes the controls of answers about one corpus in one language."""

    desk: Desk

    @property
    def _words(self) -> Wording:
        return self.desk.words

    def below(self, answer: Answer) -> tuple[Control, ...]:
        """Return the controls of an answer: walk on, people, choices, more like this, report."""
        subject = subject_of(self.desk, answer)
        rows: list[Sequence[Control]] = [
            tuple(self._neighbours(answer, subject)),
            tuple(self._people(answer, subject)),
            tuple(self._menu(answer, subject)),
            tuple(self._tail(answer, subject)),
        ]
        return _in_rows(rows)

    def below_page(self, ref: Ref, page: int, pages: int, answer: Answer) -> tuple[Control, ...]:
        """Return the controls of a page of a list."""
        turning: list[Control] = []
        if page > 1:
            turning.append(Button(Press(Verb.PAGE, ref, page - 1), texts.controls.previous_page(self._words), 0))
        if page < pages:
            turning.append(Button(Press(Verb.PAGE, ref, page + 1), texts.controls.next_page(self._words), 0))
        back = Button(Press(Verb.OPEN, ref), heading(self._name(ref)), 0)
        return _in_rows([turning, tuple(self._menu(answer, subject_of(self.desk, answer))), (back, self._report(ref))])

    def below_related(self, answer: Answer, ref: Ref) -> tuple[Control, ...]:
        """Return the controls of what is like an entry: the menu, and the way back."""
        menu = tuple(self._menu(answer, None, texts.controls.open_one(self._words)))
        return _in_rows([menu, (Button(Press(Verb.OPEN, ref), heading(self._name(ref)), 0),)])

    def _neighbours(self, answer: Answer, subject: Ref | None) -> Iterator[Control]:
        """Yield the ways to the spacewalks before and after the one whose card it is; rankings have none."""
        if subject is None or subject.sort is not Sort.SPACEWALK:
            return
        walks, walk = self.desk.corpus.spacewalks, self.desk.corpus.spacewalk_by_id[subject.id]
        if not answer.title.startswith(walk.name):
            return
        place = self.desk.corpus.number_of[walk.id] - 1
        if place > 0:
            before = walks[place - 1]
            label = texts.controls.previous_walk(self._words, before.name)
            yield Button(Press(Verb.OPEN, Ref(Sort.SPACEWALK, before.id)), label, 0)
        if place + 1 < len(walks):
            after = walks[place + 1]
            label = texts.controls.next_walk(self._words, after.name)
            yield Button(Press(Verb.OPEN, Ref(Sort.SPACEWALK, after.id)), label, 0)

    def _people(self, answer: Answer, subject: Ref | None) -> Iterator[Control]:
        """Yield a button for each person of a spacewalk or holder of a record, and to the only walk of a person.

        Where nothing but entries was compared, each of them has one.
        """
        if answer.choices:
            return
        found = [self._any(key) for key in answer.ids]
        places = [ref for ref in found if ref is not None and ref.sort in _LISTED_SORTS]
        if subject is None and places and len(places) == len(answer.ids):
            yield from (Button(Press(Verb.OPEN, ref), self._name(ref), 1) for ref in places[:_MOST_PEOPLE])
            return
        people = self.desk.corpus.spacewalkers
        named = [key for key in answer.ids if key in people and (subject is None or key != subject.id)]
        for key in named[:_MOST_PEOPLE]:
            yield Button(Press(Verb.OPEN, Ref(Sort.SPACEWALKER, key)), people[key].name, 1)
        if subject is None or subject.sort is Sort.SPACEWALK:
            return
        walks = [key for key in self._walks(answer, subject) if key != subject.id]
        if len(walks) == 1:
            ref = Ref(Sort.SPACEWALK, walks[0])
            yield Button(Press(Verb.OPEN, ref), self._name(ref), 1)

    def _walks(self, answer: Answer, subject: Ref | None) -> list[str]:
        """Return the spacewalks of an answer that stand for something in it."""
        corpus = self.desk.corpus
        if subject is not None and subject.sort is Sort.RECORD and corpus.records[subject.id].of in _GROUPS:
            return []
        return [key for key in answer.ids if key in corpus.spacewalk_by_id]

    def _menu(self, answer: Answer, subject: Ref | None, invitation: str = "") -> Iterator[Control]:
        """Yield a menu of what may have been meant, or else of the spacewalks that a list names."""
        if answer.choices:
            refs = [ref for choice in answer.choices if (ref := self._any(choice.id))]
            labels = {choice.id: choice.label for choice in answer.choices}
            placeholder = invitation or texts.controls.choose(self._words)
        else:
            walks = self._walks(answer, subject)
            refs = [Ref(Sort.SPACEWALK, key) for key in walks] if len(walks) > 1 else []
            labels = {}
            placeholder = texts.controls.open_walk(self._words)
        options = tuple(
            Option(limits.clip(labels.get(ref.id) or self.desk.label(ref), limits.MENU_LABEL), option_value(ref))
            for ref in islice(dict.fromkeys(refs), limits.MENU_OPTIONS)
        )
        if options:
            press = Press(Verb.CHOOSE)
            yield Menu(press, limits.clip(placeholder, limits.MENU_PLACEHOLDER), options, 2)

    def _tail(self, answer: Answer, subject: Ref | None) -> Iterator[Control]:
        if subject is not None:
            if button := self._list_button(answer, subject):
                yield button
            if subject.sort is not Sort.OTHER_PERSON:
                yield Button(Press(Verb.MORE, subject), texts.controls.more_like_this(self._words), 3)
        if answer.outcome in {Outcome.ANSWER, Outcome.NOT_FOUND}:
            yield self._report(subject or (self._any(answer.ids[0]) if answer.ids else None))

    def _list_button(self, answer: Answer, subject: Ref) -> Button | None:
        """Return the button to all spacewalks of the subject, where the answer does not show them all already."""
        if subject.sort not in _LISTED_SORTS:
            return None
        count = len(self.desk.walks_of(subject))
        shown = sum(key in self.desk.corpus.spacewalk_by_id for key in answer.ids if key != subject.id)
        if count <= 1 or (shown == count and count <= ROWS_SHOWN):
            return None
        return Button(Press(Verb.PAGE, subject, 1), texts.controls.all_walks(self._words, count), 3)

    def _report(self, about: Ref | None) -> Button:
        return Button(Press(Verb.REPORT, about), texts.controls.report(self._words), 3)

    def _any(self, key: str) -> Ref | None:
        """Return the entry with an id; of one shared by several sorts, the one that the matcher would take."""
        for sort in SORTS[Kind.ANYTHING]:
            if key in self.desk.corpus.by_sort[sort]:
                return Ref(sort, key)
        return None

    def _name(self, ref: Ref) -> str:
        return entry_name(self.desk.corpus.by_sort[ref.sort][ref.id])


def leads_to_whole_list(controls: Iterable[Control]) -> bool:
    """Tell whether one of these buttons leads to a list of all spacewalks of what an answer is about."""
    return any(control.press.verb is Verb.PAGE for control in controls)


def remove_button(words: Wording, asker: int) -> Button:
    """Return the button with which the asker takes a reply away."""
    return Button(Press(Verb.REMOVE, number=asker), texts.controls.remove(words), limits.ROWS - 1)


def _in_rows(rows: Sequence[Sequence[Control]]) -> tuple[Control, ...]:
    """Number the rows without gaps, within what a row, a label and a message hold; no custom_id stands twice."""
    placed: list[Control] = []
    seen: set[str] = set()
    number = 0
    for row in rows:
        fresh = {id: control for control in row if (id := control.press.custom_id) not in seen}
        if not fresh or number == limits.ROWS:
            continue
        for id, control in islice(fresh.items(), limits.BUTTONS_IN_ROW):
            seen.add(id)
            if isinstance(control, Button):
                label = limits.clip(control.label, limits.BUTTON_LABEL)
                placed.append(Button(control.press, label, number))
            else:
                placed.append(Menu(control.press, control.placeholder, control.options, number))
        number += 1
    return tuple(placed)
