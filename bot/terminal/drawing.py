"""Draws an answer with rich: the lead first, then the card, then the source line."""

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.answering import Answer, Choice, Outcome, Quotation

_MARK = {
    Outcome.ANSWER: "green",
    Outcome.CHOICES: "yellow",
    Outcome.NOT_FOUND: "yellow",
    Outcome.OUT_OF_SCOPE: "magenta",
}


def draw(console: Console, answer: Answer) -> None:
    """Print an answer. Plain text inside: nothing in it is read as rich markup."""
    console.print(Text(answer.lead, style=f"bold {_MARK[answer.outcome]}"))
    parts = [part for part in _parts(answer) if part is not None]
    if parts:
        console.print(Padding(Group(*parts), (1, 0, 0, 2)))
    console.print(Padding(Text("Sources: " + "; ".join(answer.sources), style="dim"), (1, 0, 1, 2)))


def _parts(answer: Answer) -> tuple[RenderableType | None, ...]:
    return (
        Text(answer.title, style="bold") if answer.title else None,
        Padding(Text(answer.text), (0, 0, 1 if answer.facts or answer.choices else 0, 0)) if answer.text else None,
        _facts(answer) if answer.facts else None,
        *(_quote(quote) for quote in answer.quotes),
        *(_choice(number, choice) for number, choice in enumerate(answer.choices, start=1)),
    )


def _facts(answer: Answer) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", max_width=22)
    table.add_column()
    for fact in answer.facts:
        table.add_row(Text(fact.name), Text(fact.value))
    return table


def _quote(quote: Quotation) -> RenderableType:
    words = Text(f"“{quote.text}”", style="italic")
    said = Text(f"– {quote.speaker}, {quote.when}. {quote.source}", style="dim")
    return Padding(Group(words, said), (1, 0, 0, 2))


def _choice(number: int, choice: Choice) -> Text:
    return Text(f"{number}. {choice.label}")
