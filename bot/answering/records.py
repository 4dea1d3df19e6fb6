"""Answers about records and other superlatives: the holder first, the runners-up behind, computed each time."""

from collections.abc import Iterator
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome, Row
from bot.answering.describing import ranking_title
from bot.answering.desk import Desk
from bot.answering.holders import GROUPS, Holders, place_of, value_of
from bot.answering.later import later_in_ranking, later_walks
from bot.answering.leading import lead_of, top_lead
from bot.answering.spacewalks import answer_spacewalk
from bot.corpus.record_models import Ranking, RecordDefinition
from bot.corpus.standings import Standing, on_place
from bot.understanding.reading import Asks, RankingQuery

_RUNNERS_UP: Final = 5
_MOST_HOLDERS: Final = 8
_Ranked = tuple[Standing, ...]
_FIRSTS: Final = frozenset({"start", "first_day"})
#: Attributes that the card of a spacewalk tells and the line of a record does not.
_OF_A_WALK: Final = frozenset(
    {Asks.WHERE, Asks.VEHICLE, Asks.SUIT, Asks.AIRLOCK, Asks.INSIDE, Asks.QUOTE, Asks.WITH_WHOM, Asks.WHY, Asks.MISSION}
)


def answer_record(desk: Desk, record: RecordDefinition, confidence: float) -> Answer:
    """Answer who holds a record, with what, and who comes next."""
    return _answer(desk, record, RankingQuery(record.ranking, confidence=confidence), desk.standings(record))


def answer_ranking(desk: Desk, query: RankingQuery) -> Answer:
    """Answer a superlative: as the record it is, where it has a name, or computed for the conditions asked for."""
    ranking = desk.record_of(query.ranking) or query.ranking
    everybody = desk.standings(ranking)
    best = _holders(ranking, everybody)
    if not best:
        return _none(desk, query, len(everybody))
    walk = best[0].spacewalks[0]
    one_walk = query.ranking.of == "spacewalk" and query.top == 1 and len(best) == 1
    timed = query.asks is Asks.HOW_LONG and query.ranking.measure == "start"
    if one_walk and (query.asks in _OF_A_WALK or timed or query.ranking.where.crew):
        return answer_spacewalk(desk, walk, query.asks, query.confidence)
    return _answer(desk, ranking, query, everybody)


def _answer(desk: Desk, ranking: Ranking, query: RankingQuery, everybody: _Ranked) -> Answer:
    record = ranking if isinstance(ranking, RecordDefinition) else None
    best = _holders(ranking, everybody) if query.top == 1 else everybody[: query.top]
    walks = [standing.spacewalks[-1] for standing in best[:_MOST_HOLDERS]]
    stories = desk.corpus.stories_of.get(walks[0].id, ())[:1]
    said = desk.corpus.quotes_about(walks[0]) if len(best) == 1 and ranking.of not in GROUPS else ()
    quotes = [quote for quote in said if quote.person in best[0].people][:1]
    caveat = record.caveat if record else None
    later = later_in_ranking(desk, ranking, everybody, query.top)
    ids = [*([record.id] if record else []), *(walk.id for walk in walks)]
    if ranking.of not in GROUPS:
        ids += [person for standing in best[:_MOST_HOLDERS] for person in standing.people]
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_lead(desk, query, Holders(desk, ranking, best, everybody)),
        title=record.name if record and query.top == 1 else ranking_title(desk, ranking),
        text=" ".join(part for part in (caveat, later) if part),
        facts=tuple(_facts(desk, ranking, everybody, query.top)),
        quotes=tuple(desk.quotation(quote) for quote in quotes),
        sources=desk.sources(walks, stories),
        ids=tuple(dict.fromkeys(ids)),
        confidence=query.confidence,
    )


def _holders(ranking: Ranking, everybody: _Ranked) -> _Ranked:
    tied = on_place(everybody, ranking.rank)
    return tied[:1] if ranking.ties == "earliest" else tied


def _lead(desk: Desk, query: RankingQuery, held: Holders) -> str:
    if query.top > 1:
        return top_lead(held) if len(held.best) > 1 else lead_of(held)
    return lead_of(held) if query.claimed is None else _claim(desk, query.claimed.id, held)


def _claim(desk: Desk, claimed: str, held: Holders) -> str:
    """Return the answer to "does X still hold the record?"."""
    said, ranking = lead_of(held), held.ranking
    if any(claimed in standing.people for standing in held.best):
        return sentences.standings.claim_holds(desk.words, said)
    theirs = next((standing for standing in held.everybody if claimed in standing.people), None)
    name = desk.name(claimed)
    if theirs is None:
        return sentences.standings.claim_fails(desk.words, said, name)
    place, value = place_of(desk, ranking, held.everybody, theirs), value_of(desk, ranking, theirs)
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


def _facts(desk: Desk, ranking: Ranking, everybody: _Ranked, top: int) -> Iterator[Fact]:
    """Yield the ranking from the record's own place on, one line a standing."""
    own = everybody[ranking.rank - 1].rank - 1
    for standing in everybody[own : own + max(_RUNNERS_UP + 1, top)]:
        yield Fact(place_of(desk, ranking, everybody, standing), _line(desk, ranking, standing), Row.PLACE)


def _line(desk: Desk, ranking: Ranking, standing: Standing) -> str:
    walk = standing.spacewalks[-1]
    value = "" if ranking.measure in _FIRSTS else f"{value_of(desk, ranking, standing)}: "
    who = standing.label if ranking.of in GROUPS else _who(desk, ranking, standing)
    return f"{value}{who}" if ranking.of in GROUPS else f"{value}{who}, {desk.words.date(walk.date)}"


def _none(desk: Desk, query: RankingQuery, places: int) -> Answer:
    """Tell that nothing stands at that place: nobody meets the conditions, or the ranking is shorter."""
    ranking = query.ranking
    title = ranking_title(desk, ranking)
    lead = (
        sentences.standings.ranking_is_shorter(desk.words, title, places)
        if places
        else sentences.standings.ranking_is_empty(desk.words, title, desk.known_to())
    )
    until = ranking.where.until
    later = later_walks(desk, ranking.where.operator) if until is None or until > desk.known_to() else ""
    return Answer(Outcome.NOT_FOUND, lead, title, later, sources=desk.sources(), confidence=query.confidence)
