"""Answers about records and other superlatives: the holder first, the runners-up behind, computed each time."""

from collections.abc import Iterator
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome, Row
from bot.answering.describing import ranking_title
from bot.answering.desk import Desk
from bot.answering.holders import GROUPS, place_of, value_of
from bot.answering.later import later_in_ranking, later_walks
from bot.answering.leading import lead_of, top_lead
from bot.answering.spacewalks import answer_spacewalk
from bot.corpus.record_models import Ranking, RecordDefinition
from bot.corpus.standings import Standing, on_place
from bot.understanding.reading import Asks, RankingQuery

_RUNNERS_UP: Final = 5
_MOST_HOLDERS: Final = 8
_FIRSTS: Final = frozenset({"start", "first_day"})
#: Attributes that the card of a spacewalk tells and the line of a record does not.
_OF_A_WALK: Final = frozenset(
    {Asks.WHERE, Asks.VEHICLE, Asks.SUIT, Asks.AIRLOCK, Asks.INSIDE, Asks.QUOTE, Asks.WITH_WHOM, Asks.WHY, Asks.MISSION}
)


def answer_record(desk: Desk, record: RecordDefinition, confidence: float) -> Answer:
    """Answer who holds a record, with what, and who comes next."""
    return _answer(desk, record, RankingQuery(record.ranking, confidence=confidence), record)


def answer_ranking(desk: Desk, query: RankingQuery) -> Answer:
    """Answer a superlative: as the record it is, where it has a name, or computed for the conditions asked for."""
    record = desk.record_of(query.ranking)
    best = _holders(desk, record or query.ranking)
    if not best:
        return _none(desk, query)
    walk = best[0].spacewalks[0]
    one_walk = query.ranking.of == "spacewalk" and query.top == 1 and len(best) == 1
    timed = query.asks is Asks.HOW_LONG and query.ranking.measure == "start"
    if one_walk and (query.asks in _OF_A_WALK or timed or query.ranking.where.crew):
        return answer_spacewalk(desk, walk, query.asks, query.confidence)
    return _answer(desk, record or query.ranking, query, record)


def _answer(desk: Desk, ranking: Ranking, query: RankingQuery, record: RecordDefinition | None) -> Answer:
    best = _top(desk, ranking, query.top)
    walks = [standing.spacewalks[-1] for standing in best[:_MOST_HOLDERS]]
    stories = desk.corpus.stories_of.get(walks[0].id, ())[:1]
    said = desk.corpus.quotes_about(walks[0]) if len(best) == 1 and ranking.of not in GROUPS else ()
    quotes = [quote for quote in said if quote.person in best[0].people][:1]
    caveat = record.caveat if record else None
    later = later_in_ranking(desk, ranking, desk.standings(ranking), query.top)
    ids = [*([record.id] if record else []), *(walk.id for walk in walks)]
    if ranking.of not in GROUPS:
        ids += [person for standing in best[:_MOST_HOLDERS] for person in standing.people]
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_claim(desk, ranking, query, best) or _lead(desk, ranking, best, query.top),
        title=record.name if record and query.top == 1 else ranking_title(desk, ranking),
        text=" ".join(part for part in (caveat, later) if part),
        facts=tuple(_facts(desk, ranking, query.top)),
        quotes=tuple(desk.quotation(quote) for quote in quotes),
        sources=desk.sources(walks, stories),
        ids=tuple(dict.fromkeys(ids)),
        confidence=query.confidence,
    )


def _holders(desk: Desk, ranking: Ranking) -> tuple[Standing, ...]:
    tied = on_place(desk.standings(ranking), ranking.rank)
    return tied[:1] if ranking.ties == "earliest" else tied


def _top(desk: Desk, ranking: Ranking, top: int) -> tuple[Standing, ...]:
    return _holders(desk, ranking) if top == 1 else desk.standings(ranking)[:top]


def _lead(desk: Desk, ranking: Ranking, best: tuple[Standing, ...], top: int) -> str:
    return top_lead(desk, ranking, best) if top > 1 and len(best) > 1 else lead_of(desk, ranking, best)


def _claim(desk: Desk, ranking: Ranking, query: RankingQuery, best: tuple[Standing, ...]) -> str:
    """Return the answer to "does X still hold the record?"; "" where nobody is named."""
    if query.claimed is None or query.top > 1:
        return ""
    held = any(query.claimed.id in standing.people for standing in best)
    said = _lead(desk, ranking, best, 1)
    if held:
        return sentences.standings.claim_holds(desk.words, said)
    theirs = next((s for s in desk.standings(ranking) if query.claimed.id in s.people), None)
    name = desk.name(query.claimed.id)
    if theirs is None:
        return sentences.standings.claim_fails(desk.words, said, name)
    place, value = place_of(desk, ranking, theirs), value_of(desk, ranking, theirs)
    if _once_held(desk, ranking, theirs):
        return sentences.standings.claim_passed(desk.words, said, name, place, value)
    return sentences.standings.claim_never_held(desk.words, said, name, place, value)


def _once_held(desk: Desk, ranking: Ranking, theirs: Standing) -> bool:
    """Tell whether somebody stood first on the day of their last spacewalk that counts."""
    until = ranking.where.model_copy(update={"until": theirs.spacewalks[-1].date})
    then = desk.standings(ranking.model_copy(update={"where": until}))
    return any(standing.people == theirs.people for standing in on_place(then, ranking.rank))


def _who(desk: Desk, ranking: Ranking, standing: Standing) -> str:
    label = standing.label or (standing.spacewalks[-1].name if ranking.of == "spacewalk" else "")
    return desk.names(standing.people) + (f" ({label})" if label else "")


def _facts(desk: Desk, ranking: Ranking, top: int) -> Iterator[Fact]:
    """Yield the ranking from the record's own place on, one line a standing."""
    everybody = desk.standings(ranking)
    own = everybody[ranking.rank - 1].rank - 1
    for standing in everybody[own : own + max(_RUNNERS_UP + 1, top)]:
        yield Fact(place_of(desk, ranking, standing), _line(desk, ranking, standing), Row.PLACE)


def _line(desk: Desk, ranking: Ranking, standing: Standing) -> str:
    walk = standing.spacewalks[-1]
    value = "" if ranking.measure in _FIRSTS else f"{value_of(desk, ranking, standing)}: "
    who = standing.label if ranking.of in GROUPS else _who(desk, ranking, standing)
    return f"{value}{who}" if ranking.of in GROUPS else f"{value}{who}, {desk.words.date(walk.date)}"


def _none(desk: Desk, query: RankingQuery) -> Answer:
    """Tell that nothing stands at that place: nobody meets the conditions, or the ranking is shorter."""
    ranking = query.ranking
    everybody = desk.standings(ranking)
    title = ranking_title(desk, ranking)
    lead = (
        sentences.standings.ranking_is_shorter(desk.words, title, len(everybody))
        if everybody
        else sentences.standings.ranking_is_empty(desk.words, title, desk.known_to())
    )
    until = ranking.where.until
    later = later_walks(desk, ranking.where.operator) if until is None or until > desk.known_to() else ""
    return Answer(Outcome.NOT_FOUND, lead, title, later, sources=desk.sources(), confidence=query.confidence)
