"""An answer as a card: always the same parts in the same order, and every limit kept. Pure: nothing is sent here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.answering import Answer, Fact, Outcome, Quotation, Row, Wording, sentences
from bot.corpus import Corpus
from bot.discord_app import limits, texts
from bot.discord_app.limits import Card, Field
from bot.discord_app.markup import block_quote, bold, plain
from bot.discord_app.themes import theme_of

#: So many lines of a list a card shows where a button leads to the whole list.
ROWS_SHOWN: Final = 6
#: A line stands beside its name where either is short or names a place, else below it, and so do others of that list.
_SHORT_NAME: Final = 4
#: What marks a line as part of a quotation, and ends it.
_MARKS: Final = len("> \n")
_SHORT_ROW: Final = 60


@dataclass(frozen=True)
class Cards:
    """Turns answers about one corpus into cards in one language."""

    corpus: Corpus
    words: Wording

    def lead(self, answer: Answer) -> str:
        """Return the answer proper, to stand above the card: it is read where cards are not shown, too."""
        return limits.clip(plain(answer.lead), limits.MESSAGE)

    def card(self, answer: Answer, *, whole_list_elsewhere: bool = False) -> Card:
        """Return the card of an answer: what happened, attributes, list, quotes, choices, source.

        With `whole_list_elsewhere` a long list is cut short, since a button leads to all of it.
        """
        theme = theme_of(self.corpus, self.words, answer)
        declined = answer.outcome is Outcome.OUT_OF_SCOPE
        title = answer.title or (texts.cards.what_can_be_asked(self.words) if declined else "")
        only_choices = answer.outcome is Outcome.CHOICES and not answer.text
        return limits.within_limits(
            Card(
                colour=theme.colour,
                author=theme.said,
                title=plain(sentences.conditions.heading(title)),
                description="\n".join(_choices(answer)) if only_choices else plain(answer.text),
                fields=tuple(self._fields(answer, short=whole_list_elsewhere)),
                footer=self._footer(answer),
            )
        )

    def listed(self, answer: Answer) -> tuple[Fact, ...]:
        """Return the lines of an answer that make a list rather than name an attribute."""
        return tuple(fact for fact in answer.facts if fact.row is not Row.ATTRIBUTE)

    def _heading(self, listed: Sequence[Fact]) -> str:
        """Return what a list is called: spacewalks by designator, places of a ranking, or what is compared."""
        if listed and listed[0].row is Row.SPACEWALK:
            return texts.cards.walks(self.words, len(listed))
        ranked = bool(listed) and listed[0].row is Row.PLACE
        return texts.cards.ranking(self.words) if ranked else texts.cards.side_by_side(self.words)

    def _fields(self, answer: Answer, *, short: bool) -> list[Field]:
        words = self.words
        details = [_detail(fact) for fact in answer.facts if fact.row is Row.ATTRIBUTE]
        listed = self.listed(answer)
        shown = listed[:ROWS_SHOWN] if short else listed
        below = any(map(_needs_two_lines, shown))
        rows = [_row(fact, below=below and len(fact.name) > _SHORT_NAME) for fact in shown]
        if len(shown) < len(listed):
            rows.append(texts.cards.further_rows(words, len(listed) - len(shown)))
        if any("\n" in row for row in rows):  # each has lines of its own, which would run into the next one's
            rows = list(_apart(rows))
        choices = () if answer.outcome is Outcome.CHOICES and not answer.text else _choices(answer)
        return [
            *self._parts(texts.cards.details(words), details),
            *self._parts(self._heading(listed), rows),
            *limits.fields(texts.cards.quotes(words), _apart(map(_quote, answer.quotes)), texts.cards.quotes(words)),
            *limits.fields(texts.cards.choices(words), choices, texts.cards.choices(words)),
        ]

    def _parts(self, heading: str, lines: Iterable[str]) -> Iterator[Field]:
        return limits.fields(heading, lines, texts.cards.continued(self.words, heading))

    def _footer(self, answer: Answer) -> str:
        """Return the source line, ending with the day that everything is known to. Made nowhere else."""
        *sources, reach = answer.sources or ("",)
        if not sources:
            return reach
        listed = limits.clip(texts.cards.sources(self.words, sources), limits.FOOTER - limits.size(reach) - 1)
        return f"{listed}\n{reach}"


def _choices(answer: Answer) -> list[str]:
    return [f"{number}. {plain(choice.label)}" for number, choice in enumerate(answer.choices, start=1)]


def _apart(parts: Iterable[str]) -> Iterator[str]:
    """Yield parts with an empty line between them."""
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield part


def _detail(fact: Fact) -> str:
    return f"{bold(fact.name)} {plain(sentences.conditions.heading(fact.value))}"


def _needs_two_lines(fact: Fact) -> bool:
    stands_beside = fact.row is Row.PLACE or len(fact.name) <= _SHORT_NAME
    return not stands_beside and len(fact.name) + len(fact.value) > _SHORT_ROW


def _row(fact: Fact, *, below: bool) -> str:
    separator = "\n" if below else " "
    return f"{bold(sentences.conditions.heading(fact.name))}{separator}{plain(fact.value)}"


def _quote(quote: Quotation) -> str:
    """Return words as a quotation, with who said them, when, and that they are translated where they are."""
    spoken = f"– {bold(quote.speaker)}, {plain(quote.when)}"
    source = f"*{plain(quote.source)}*"
    # Each line of a quotation costs its mark.
    room = limits.FIELD_VALUE - limits.size(spoken) - limits.size(source) - _MARKS * (quote.text.count("\n") + 3)
    said = limits.clip(plain(f"“{quote.text}”"), room)
    return block_quote(f"{said}\n{spoken}\n{source}")


def embed_of(card: Card) -> discord.Embed:
    """Return a card as Discord's embed."""
    embed = discord.Embed(colour=card.colour, title=card.title or None, description=card.description or None)
    if card.author:
        embed.set_author(name=card.author)
    for field in card.fields:
        embed.add_field(name=field.name, value=field.value, inline=False)
    if card.footer:
        embed.set_footer(text=card.footer)
    return embed


def notice(title: str, text: str, fields: Sequence[Field], footer: str, colour: int) -> Card:
    """Return a card that is no answer: help, privacy and the like. `text` and fields are markup already."""
    return limits.within_limits(Card(colour=colour, title=title, description=text, fields=tuple(fields), footer=footer))
