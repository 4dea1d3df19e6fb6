"""Answers about records: the holder first, the runners-up behind, computed each time."""

from collections.abc import Iterator

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk
from bot.corpus.record_models import RecordDefinition
from bot.corpus.standings import Standing, holders, standings

_RUNNERS_UP = 5
_MOST_HOLDERS = 8
_MINUTES = frozenset({"duration", "time", "time_in_a_mission"})
_FIRSTS = frozenset({"start", "first_day"})


def answer_record(desk: Desk, record: RecordDefinition, confidence: float) -> Answer:
    """Answer who holds a record, with what, and who comes next."""
    best = holders(desk.corpus, record)
    walks = [standing.spacewalks[-1] for standing in best[:_MOST_HOLDERS]]
    stories = desk.corpus.stories_of.get(walks[0].id, ())[:1]
    quotes = desk.corpus.quotes_about[walks[0].id][:1] if len(best) == 1 else ()
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_lead(desk, record, best),
        title=record.name,
        text=" ".join(part for part in (record.caveat, desk.later_walks()) if part),
        facts=tuple(_facts(desk, record)),
        quotes=tuple(desk.quotation(quote) for quote in quotes),
        sources=desk.sources(walks, stories),
        ids=tuple(
            dict.fromkeys([record.id, *(w.id for w in walks), *(p for s in best[:_MOST_HOLDERS] for p in s.people)])
        ),
        confidence=confidence,
    )


def _lead(desk: Desk, record: RecordDefinition, best: tuple[Standing, ...]) -> str:
    words = desk.words
    if record.measure in _FIRSTS:
        first = best[0].spacewalks[0]
        return sentences.record_first_lead(words, desk.names(best[0].people), first.name, words.date(first.date))
    value = _value(desk, record, best[0])
    if record.published:
        value = f"{value} ({sentences.published_record(words, record.published)})"
    if record.of in {"year", "station", "mission", "country"}:
        return sentences.record_lead(words, value, words.listing(standing.label for standing in best), record.name)
    who = words.listing(dict.fromkeys(_who(desk, standing) for standing in best[:_MOST_HOLDERS]))
    when = words.listing(dict.fromkeys(words.date(standing.spacewalks[-1].date) for standing in best[:_MOST_HOLDERS]))
    return sentences.record_lead(words, value, who, when)


def _who(desk: Desk, standing: Standing) -> str:
    return desk.names(standing.people) + (f" ({standing.label})" if standing.label else "")


def _facts(desk: Desk, record: RecordDefinition) -> Iterator[Fact]:
    """Yield the ranking from the record's own place on, one line a standing."""
    ranking = [standing for standing in standings(desk.corpus, record) if standing.rank >= record.rank]
    for standing in ranking[: _RUNNERS_UP + 1]:
        yield Fact(desk.words.ordinal(standing.rank), _line(desk, record, standing))


def _line(desk: Desk, record: RecordDefinition, standing: Standing) -> str:
    walk = standing.spacewalks[-1]
    value = "" if record.measure in _FIRSTS else f"{_value(desk, record, standing)}: "
    who = standing.label if record.of in {"year", "station", "mission", "country"} else _who(desk, standing)
    return f"{value}{who}, {desk.words.date(walk.date)}"


def _value(desk: Desk, record: RecordDefinition, standing: Standing) -> str:
    words = desk.words
    if record.measure in _MINUTES:
        text = words.duration(standing.value)
        return sentences.at_least(words, text) if standing.at_least else text
    if record.measure == "age":
        born = desk.corpus.spacewalkers[standing.people[0]].born
        return words.age(born.earliest(), standing.spacewalks[0].date) if born else words.days(standing.value)
    if record.measure in {"career", "days"}:
        return words.days(standing.value)
    if record.measure in {"crew_size", "people"}:
        return sentences.people_count(words, standing.value)
    return sentences.count_of(words, standing.value)
