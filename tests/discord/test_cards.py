"""Every entry of the corpus, and every page of every list, as it would be sent: all of Discord's limits hold."""

import datetime as dt
import itertools
from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.answering import Librarian
from bot.corpus import Corpus, Ref, Sort
from bot.discord_app import limits
from bot.discord_app.cards import embed_of
from bot.discord_app.components import view_of
from bot.discord_app.controls import Button, Menu
from bot.discord_app.daily.showing import FactDesk
from bot.discord_app.front_desk import EXAMPLES, FrontDesk
from bot.discord_app.presses import BUTTON_ID, Verb, form_id, read, read_option
from bot.discord_app.replies import Reply


def within_limits(reply: Reply) -> Iterator[str]:
    """Yield what of a reply Discord would refuse. Written anew from its documentation, not from the code under test."""
    if not 0 < len(reply.text) <= 2000:
        yield f"text of {len(reply.text)}"
    if reply.card is not None:
        yield from _embed_problems(reply)
    rows = [list(row) for _, row in itertools.groupby(reply.controls, key=lambda control: control.row)]
    if len(rows) > 5 or [row[0].row for row in rows] != list(range(len(rows))):
        yield f"rows {[row[0].row for row in rows]}"
    ids = [control.press.custom_id for control in reply.controls]
    if len(ids) != len(set(ids)):
        yield "a custom_id stands twice"
    for row in rows:
        yield from _row_problems(row)


def _embed_problems(reply: Reply) -> Iterator[str]:
    assert reply.card is not None
    embed = embed_of(reply.card)
    if len(embed) > 6000:
        yield f"embed of {len(embed)}"
    parts = [
        (embed.title, 256),
        (embed.description, 4096),
        (embed.footer.text, 2048),
        (embed.author.name, 256),
        *((field.name, 256) for field in embed.fields),
        *((field.value, 1024) for field in embed.fields),
    ]
    for text, limit in parts:
        if text is not None and not 0 < len(text.strip()) <= limit:
            yield f"part of {len(text)}, allowed {limit}: {text[:40]!r}"
    if len(embed.fields) > 25 or any(field.inline for field in embed.fields):
        yield "too many fields, or fields side by side"


def _row_problems(row: list[Button | Menu]) -> Iterator[str]:
    for control in row:
        if not 0 < len(control.press.custom_id) <= 100:
            yield f"custom_id of {len(control.press.custom_id)}"
        match control:
            case Button():
                if not 0 < len(control.label.strip()) <= 80 or not any(letter.isalpha() for letter in control.label):
                    yield f"label {control.label!r}"
                if len(form_id(control.press)) > 100:
                    yield "custom_id of the form"
            case Menu():
                values = [option.value for option in control.options]
                if len(row) != 1 or not 0 < len(values) <= 25 or len(values) != len(set(values)):
                    yield f"menu of {values}"
                if any(
                    not 0 < len(part.strip()) <= 100
                    for option in control.options
                    for part in (option.label, option.value)
                ):
                    yield "line of a menu"
    if len(row) > 5:
        yield f"row of {len(row)}"


@pytest.mark.parametrize("sort", list(Sort))
def test_every_entry_fits(front_desk: FrontDesk, corpus: Corpus, sort: Sort) -> None:
    for key in corpus.by_sort[sort]:
        for reply in (front_desk.open(Ref(sort, key)), front_desk.ask(key), front_desk.more(Ref(sort, key))):
            assert list(within_limits(reply.with_remove_button(front_desk.words, 2**63))) == [], key


@pytest.mark.parametrize("sort", list(Sort))
def test_every_page_of_every_list_fits(front_desk: FrontDesk, corpus: Corpus, sort: Sort) -> None:
    for key in corpus.by_sort[sort]:
        number, last = 1, 1
        while number <= last:
            reply = front_desk.page(Ref(sort, key), number)
            assert list(within_limits(reply)) == [], (key, number)
            last = number + any(
                control.press.verb is Verb.PAGE and control.press.number > number for control in reply.controls
            )
            number += 1


def test_what_the_bot_says_of_itself_fits(front_desk: FrontDesk) -> None:
    for reply in (front_desk.help(), front_desk.about(), front_desk.privacy(), front_desk.gone()):
        assert list(within_limits(reply)) == []


def test_every_fact_fits_as_it_is_posted_and_as_it_is_drawn(front_desk: FrontDesk, corpus: Corpus) -> None:
    desk = FactDesk(corpus, front_desk.words)
    leap_day = dt.date(2028, 2, 29)
    anniversaries = [f"anniversary:{walk.id}" for walk in corpus.spacewalks]
    for key in [*front_desk.pool.curated, *anniversaries]:
        fact = front_desk.pool.tell(key, leap_day)
        assert fact is not None
        for reply in (desk.posted(fact, 10**18, role_id=2**63), desk.drawn(fact)):
            assert list(within_limits(reply)) == [], key


def test_every_button_and_menu_leads_somewhere(front_desk: FrontDesk, corpus: Corpus) -> None:
    for sort in Sort:
        for key in corpus.by_sort[sort]:
            for control in front_desk.open(Ref(sort, key)).controls:
                if isinstance(control, Menu):
                    refs = [read_option(option.value) for option in control.options]
                else:
                    match = BUTTON_ID.fullmatch(control.press.custom_id)
                    assert match
                    assert read(match) == control.press
                    refs = [control.press.ref]
                assert all(ref is not None and ref.id in corpus.by_sort[ref.sort] for ref in refs), key


def test_every_card_ends_with_how_far_the_corpus_reaches(front_desk: FrontDesk, corpus: Corpus) -> None:
    for sort in Sort:
        for key in corpus.by_sort[sort]:
            card = front_desk.open(Ref(sort, key)).card
            assert card is not None
            assert corpus.about.version in card.footer, key


def test_no_historic_date_shifts_with_the_reader(front_desk: FrontDesk, corpus: Corpus) -> None:
    for key in corpus.spacewalk_by_id:
        reply = front_desk.open(Ref(Sort.SPACEWALK, key))
        assert "<t:" not in f"{reply.text}{reply.card}"


def test_colours_are_said_in_words(front_desk: FrontDesk, corpus: Corpus) -> None:
    said: dict[int, set[str]] = {}
    for key in corpus.spacewalk_by_id:
        card = front_desk.open(Ref(Sort.SPACEWALK, key)).card
        assert card is not None
        assert card.author.startswith("Programme: ")
        said.setdefault(card.colour, set()).add(card.author)
    assert all(len(names) == 1 for colour, names in said.items()), said


def test_quotes_are_shown_as_said_by_whom_and_when(front_desk: FrontDesk) -> None:
    card = front_desk.open(Ref(Sort.SPACEWALK, "voskhod-2")).card
    assert card is not None
    [quotes] = [field.value for field in card.fields if field.name == "In their words"]
    assert quotes.splitlines()[:3] == [
        "> “I'm feeling perfect.”",
        "> – **Alexei Leonov**, on the spacewalk, 18 March 1965, translated",
        "> *The Times, 14 October 2019, obituary of Leonov*",
    ]


def test_a_long_list_is_cut_short_and_says_so(front_desk: FrontDesk) -> None:
    card = front_desk.open(Ref(Sort.SPACEWALKER, "anatoly-solovyev")).card
    assert card is not None
    assert "and 10 more" in card.fields[-1].value + "".join(field.value for field in card.fields)


def test_the_examples_of_the_help_are_in_the_corpus(corpus: Corpus) -> None:
    assert all(ref.id in corpus.by_sort[ref.sort] for ref in EXAMPLES)


async def test_controls_become_what_discord_takes(front_desk: FrontDesk) -> None:
    for ref in EXAMPLES:
        view = view_of(front_desk.open(ref).controls)
        assert view is not None
        assert view.timeout is None
        assert limits.ROWS >= len(view.to_components()) > 0


GOLDEN = [
    "Leonov",
    "how long was Leonov outside?",
    "what did Leonov say?",
    "us eva-23",
    "sts-61",
    "apollo 11",
    "Anatoly Solovyev",
    "Peggy Whitson",
    "Jared Isaacman",
    "Helen Sharman",
    "longest",
    "first woman",
    "most spacewalks",
    "oldest",
    "18 March",
    "20 July 1969",
    "4 July 2021",
    "williams",
    "apollo 13",
    "sts 61 eva 9",
    "EMU",
    "prebreathe",
    "ISS",
    "France",
    "white wine",
    "",
]


@pytest.mark.parametrize("question", GOLDEN)
def test_whole_replies_as_somebody_last_read_them(
    front_desk: FrontDesk, librarian: Librarian, snapshot: SnapshotAssertion, question: str
) -> None:
    """After a wanted change: make test ARGS=--snapshot-update, and read what changed."""
    reply = front_desk.ask(question)
    assert reply.outcome is librarian.ask(question).outcome
    lines = [reply.text, ""]
    if reply.card:
        card = reply.card
        lines += [f"#{card.colour:06x} {card.author}", card.title, card.description]
        lines += [f"[{field.name}]\n{field.value}" for field in card.fields]
        lines += [card.footer]
    for control in reply.controls:
        said = control.label if isinstance(control, Button) else " / ".join(option.label for option in control.options)
        lines.append(f"({control.row}) {said}")
    assert "\n".join(lines) == snapshot


def test_a_card_does_not_say_its_heading_twice(front_desk: FrontDesk, corpus: Corpus) -> None:
    for sort in Sort:
        for key in corpus.by_sort[sort]:
            for reply in (front_desk.open(Ref(sort, key)), front_desk.more(Ref(sort, key))):
                card = reply.card
                assert card is not None
                assert card.title != card.author, key
                assert card.description != reply.text, key
    for question in ("williams", "sts 61 eva 9", "white wine", ""):
        card = front_desk.ask(question).card
        assert card is not None
        assert card.title != card.author, question


def test_a_list_counts_what_the_card_counts(front_desk: FrontDesk) -> None:
    reply = front_desk.ask("Skylab")  # the station; the programme of that name has one more
    assert "had 9 spacewalks" in reply.text
    assert "All 9 spacewalks" in [control.label for control in reply.controls if isinstance(control, Button)]


def test_places_that_are_compared_can_be_opened(front_desk: FrontDesk) -> None:
    labels = [control.label for control in front_desk.compare("mir", "iss").controls if isinstance(control, Button)]
    assert labels[:2] == ["International Space Station", "Mir space station"]


def test_commands_in_what_the_bot_says_of_itself_are_markup(front_desk: FrontDesk) -> None:
    for reply in (front_desk.help(), front_desk.privacy()):
        assert reply.card is not None
        assert "\\`" not in f"{reply.card.description}{reply.card.fields}"


def test_lines_of_a_list_stand_apart(front_desk: FrontDesk) -> None:
    card = front_desk.open(Ref(Sort.SPACEWALKER, "peggy-whitson")).card
    assert card is not None
    [rows] = [field.value for field in card.fields if field.name == "One by one"]
    assert "\n\n**US EVA-10**\n" in rows


def test_a_year_that_holds_a_record_offers_none_of_its_spacewalks(front_desk: FrontDesk, corpus: Corpus) -> None:
    years = [key for key, record in corpus.records.items() if record.of == "year"]
    assert years
    for key in years:
        labels = [
            c.label if isinstance(c, Button) else "a menu" for c in front_desk.open(Ref(Sort.RECORD, key)).controls
        ]
        assert labels == ["More like this", "Report an error"], key


def test_only_the_card_of_a_spacewalk_leads_to_the_ones_before_and_after(front_desk: FrontDesk) -> None:
    verbs = [control.label for control in front_desk.ask("STS-72 EVA 1").controls if isinstance(control, Button)]
    assert any(label.startswith("Next: ") for label in verbs)
    of_a_ranking = front_desk.ask("who was the 100th person to walk in space").controls
    labels = [control.label for control in of_a_ranking if isinstance(control, Button)]
    assert not any(label.startswith(("Next: ", "← Previous: ")) for label in labels)
    assert {"Leroy Chiao", "Daniel Barry"} <= set(labels)


def test_who_compares_russia_is_led_to_the_soviet_union_too(front_desk: FrontDesk) -> None:
    labels = [control.label for control in front_desk.ask("usa vs russia").controls if isinstance(control, Button)]
    assert labels[:3] == ["United States", "Russian Federation", "Soviet Union"]
