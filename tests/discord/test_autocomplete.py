import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Librarian, Wording
from bot.answering.desk import Desk
from bot.corpus import Corpus
from bot.corpus.folding import fold
from bot.discord_app.autocomplete import CURATED, SORTS, Kind, Suggester
from bot.discord_app.front_desk import FrontDesk
from tests.discord.conftest import World

TYPED = st.text(max_size=120) | st.text(alphabet="aeiou stlnrkm-0123 ", max_size=20)


def check(front_desk: FrontDesk, kind: Kind, typed: str) -> None:
    found = front_desk.suggest(kind, typed)
    assert len(found) <= 25
    assert len({suggestion.value for suggestion in found}) == len(found)
    for name, value in found:
        assert 0 < len(name.strip()) <= 100
        assert 0 < len(value.strip()) <= 100
        ref = front_desk.resolve(kind, value)
        assert ref is not None
        assert ref.id == value
        assert ref.sort in SORTS[kind]


@given(st.sampled_from(Kind), TYPED)
@settings(max_examples=1500)
def test_whatever_is_typed_suggestions_fit_and_lead_back(front_desk: FrontDesk, kind: Kind, typed: str) -> None:
    check(front_desk, kind, typed)


def test_ten_thousand_beginnings_and_misspellings_of_real_names(front_desk: FrontDesk, corpus: Corpus) -> None:
    dice = random.Random(1965)  # noqa: S311 - makes slips, nothing secret
    names = [getattr(entry, "name", "") for sort in SORTS[Kind.ANYTHING] for entry in corpus.by_sort[sort].values()]
    for _ in range(10_000):
        name = list(dice.choice(names)[: dice.randint(1, 40)])
        for _ in range(dice.randint(0, 3)):
            name[dice.randrange(len(name))] = dice.choice("abcdefgh -'\u0301\u202e😀")
        check(front_desk, dice.choice(list(Kind)), "".join(name))


@pytest.mark.parametrize("kind", list(Kind))
def test_before_anything_is_typed_the_curated_list_stands_first(
    front_desk: FrontDesk, corpus: Corpus, kind: Kind
) -> None:
    offered = [suggestion.value for suggestion in front_desk.suggest(kind, "  ")]
    assert offered[: len(CURATED[kind])] == list(CURATED[kind])
    assert len(offered) == 25
    assert all(any(value in corpus.by_sort[sort] for sort in SORTS[kind]) for value in CURATED[kind])


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (Kind.ANYTHING, "leonov", "alexei-leonov"),
        (Kind.ANYTHING, "us eva 23", "us-eva-23"),
        (Kind.ANYTHING, "sts-61", "sts-61"),
        (Kind.ANYTHING, "luca parm", "us-eva-23"),
        (Kind.ANYTHING, "parmitno", "us-eva-23"),
        (Kind.RECORD, "long", "longest-spacewalk"),
        (Kind.RECORD, "longest", "longest-spacewalk"),
        (Kind.PERSON, "леонов", "alexei-leonov"),
        (Kind.PERSON, "sally ri", "sally-ride"),
        (Kind.PERSON, "wiliams", "sunita-williams"),
        (Kind.COMPARED, "whits", "peggy-whitson"),
    ],
)
def test_what_is_wanted_stands_first(front_desk: FrontDesk, kind: Kind, typed: str, expected: str) -> None:
    assert front_desk.suggest(kind, typed)[0].value == expected


def test_word_beginnings_come_before_misspellings(front_desk: FrontDesk, corpus: Corpus) -> None:
    people = [corpus.person(suggestion.value) for suggestion in front_desk.suggest(Kind.PERSON, "will")]
    names = [fold(" ".join((person.name, *person.aliases, *person.nicknames))).split() for person in people]
    begins = [any(word.startswith("will") for word in words) for words in names]
    assert begins == sorted(begins, reverse=True)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_entry_is_suggested_by_its_own_name(librarian: Librarian, kind: Kind) -> None:
    suggester = Suggester(Desk(librarian.corpus, Wording()), librarian.names)
    for sort in SORTS[kind][:2]:
        for key, entry in librarian.corpus.by_sort[sort].items():
            if key != entry.id:
                continue
            offered = [suggestion.value for suggestion in suggester.suggest(kind, entry.id)]
            assert key in offered, key


async def test_suggestions_arrive(world: World) -> None:
    choices = await world.alice.autocomplete(world.channel, "spacewalk", "query", "leonov")
    assert choices[0]["value"] == "alexei-leonov"
    assert 0 < len(choices) <= 25
    for command, option in (("record", "name"), ("spacewalker", "name"), ("compare", "first"), ("compare", "second")):
        assert len(await world.alice.autocomplete(world.channel, command, option, "")) == 25


async def test_suggestions_are_not_counted_as_questions(world: World) -> None:
    for _ in range(70):
        await world.alice.autocomplete(world.channel, "spacewalk", "query", "leo")
    assert not (await world.alice.slash(world.channel, "fact")).ephemeral
