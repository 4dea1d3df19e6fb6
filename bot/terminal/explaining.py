"""Shows how a question was read: the tool with which an editor finds out why one was missed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.corpus import Corpus
from bot.understanding.matcher import Trace
from bot.understanding.mentions import Loose, Mention
from bot.understanding.recall import Hit


def explain(console: Console, corpus: Corpus, trace: Trace) -> None:
    """Print the words of a question with what each was taken for, the readings, and the texts that were found."""
    console.print(Text("How the question was read", style="bold"))
    console.print(Padding(_words(trace), (0, 0, 1, 2)))
    console.print(_line("by rule", f"{described(trace.ruled)} (certainty {trace.certainty:.2f})"))
    console.print(_line("by text", f"coverage {trace.coverage:.2f}"))
    if trace.hits:
        console.print(Padding(_hits(corpus, trace.hits), (0, 0, 0, 2)))
    console.print(_line("taken", described(trace.reading)))
    console.print()


def _line(name: str, value: str) -> Text:
    return Text.assemble((f"{name:<9}", "cyan"), value)


def _words(trace: Trace) -> Table:
    table = Table.grid(padding=(0, 2))
    parts: list[tuple[int, Mention | Loose]] = [(m.start, m) for m in trace.parsed.mentions]
    parts += [(loose.place, loose) for loose in trace.parsed.loose]
    for place, part in sorted(parts, key=lambda entry: entry[0]):
        if isinstance(part, Mention):
            typed = " ".join(trace.parsed.words[part.start : part.end])
            table.add_row(Text(typed), Text(", ".join(_meanings(part))), Text(_edits(part.distance), style="dim"))
        else:
            near = ", ".join(guess.word for guess in part.guesses if guess.distance)
            said = "a word of the texts" if any(not guess.distance for guess in part.guesses) else "unknown"
            english = f" = {', '.join(part.english)}" if part.english else ""
            table.add_row(
                Text(trace.parsed.words[place]),
                Text(said + english, style="yellow"),
                Text(near and f"near: {near}", style="dim"),
            )
    return table


def _edits(distance: float) -> str:
    return f"{distance:g} edits" if distance else ""


def _meanings(mention: Mention) -> Iterator[str]:
    sense = mention.sense
    yield from sorted(sense.concepts)
    yield from (f"{meaning.ref.sort} {meaning.ref.id}" for meaning in sense.names)
    yield from sense.nations
    for name in ("number", "ordinal", "month", "decade"):
        if (value := getattr(sense, name)) is not None:
            yield f"{name} {value}"
    if mention.date:
        yield from ("-".join(str(part) for part in date if part) for date in mention.date.means)
    if sense.small:
        yield "says nothing"
    if sense.elsewhere:
        yield "another subject"


def _hits(corpus: Corpus, hits: tuple[Hit, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    for hit in hits:
        name = getattr(corpus.by_sort[hit.ref.sort][hit.ref.id], "name", "")
        mark = "by name" if hit.named else ""
        table.add_row(
            f"{hit.score:.1f}", f"{hit.coverage:.2f}", Text(f"{hit.ref.sort} {hit.ref.id}"), Text(name), Text(mark)
        )
    return table


def described(reading: object) -> str:
    """Return a reading in one line: its name and every field that is not as usual."""
    if not is_dataclass(reading) or isinstance(reading, type):
        return "nothing"
    said = []
    for part in fields(reading):
        value = getattr(reading, part.name)
        if value != part.default and value is not None:
            said.append(f"{part.name} {_value(value)}")
    return f"{type(reading).__name__}: {', '.join(said)}" if said else type(reading).__name__


def _value(value: object) -> str:
    """Return a field's value without what was not set in it."""
    if hasattr(value, "model_dump"):
        return str(value.model_dump(mode="json", exclude_defaults=True))
    if is_dataclass(value) and not isinstance(value, type):
        return f"({described(value)})"
    if isinstance(value, tuple) and hasattr(value, "sort") and hasattr(value, "id"):
        return f"{value.sort} {value.id}"
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    return str(value)
