"""Comparisons: who was outside longer, Mir or the ISS, 2001 or 2002, Russians or Americans."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from bot.corpus import Ref, Sort
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.conditions import FIELD_OF, OPERATORS, values_of
from bot.understanding.frame import Frame
from bot.understanding.links import selected
from bot.understanding.periods import span_of
from bot.understanding.reading import Compared, CompareQuery, Selection, Side
from bot.understanding.said import NATIONS, PEOPLE

_SIGNS: Final = (
    *(Concept.VERSUS, Concept.OR, Concept.THAN, Concept.MORE, Concept.FEWER, Concept.LONGER, Concept.SHORTER),
    *(Concept.OLDER, Concept.YOUNGER, Concept.EARLIER, Concept.LATER),
)
#: "Or" compares nothing by itself: "which hatch or airlock did Padalka and Barratt use".
_COMPARING: Final = (
    *(Concept.VERSUS, Concept.THAN, Concept.MORE, Concept.FEWER, Concept.LONGER, Concept.SHORTER, Concept.OLDER),
    *(Concept.YOUNGER, Concept.EARLIER, Concept.LATER, Concept.MOST, Concept.FEWEST, Concept.LONGEST, Concept.SHORTEST),
    *(Concept.OLDEST, Concept.YOUNGEST, Concept.FIRST, Concept.LAST, Concept.TIME, Concept.HOW_MANY),
)
_SUPERLATIVE: Final = (
    *(Concept.MOST, Concept.FEWEST, Concept.LONGEST),
    *(Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST),
)
_LEAST: Final = (Concept.FEWER, Concept.SHORTER, Concept.YOUNGER, Concept.FEWEST, Concept.SHORTEST, Concept.YOUNGEST)
_BY_LENGTH: Final = (Concept.LONGER, Concept.SHORTER, Concept.LONGEST, Concept.SHORTEST)
_TWO: Final = 2
_MOST_SIDES: Final = 5


def comparison(frame: Frame) -> CompareQuery | None:
    """Return what a question compares, None where it names no two things of a kind with a word that compares them."""
    if frame.has(Concept.WHY):
        return None
    either = _or_between_names(frame) or _between_people(frame)
    in_order = _one_before_the_other(frame)
    signed = either or in_order or frame.has(*_SIGNS)
    if not signed or ((either or frame.has(Concept.OR)) and not (in_order or frame.has(*_COMPARING))):
        return None
    sides = _sides(frame)
    if frame.has(Concept.WOMAN) and not frame.has(Concept.MAN) and any(_is_of_anybody(side) for side in sides):
        return None  # what women did at two places is not what these had
    if len(sides) < _TWO or (len(sides) > _TWO and not frame.has(Concept.OR, Concept.VERSUS)):
        return None
    by = Compared.FIRST if in_order else _measure(frame, sides)
    least = frame.has(*_LEAST) or (by is Compared.FIRST and not frame.has(Concept.LATER, Concept.LAST))
    if by is Compared.BIRTH:
        least = not frame.has(Concept.YOUNGER, Concept.YOUNGEST)  # who was born first is the older
    return _restricted(CompareQuery(tuple(sides[:_MOST_SIDES]), by, least), frame)


def _is_of_anybody(side: Side) -> bool:
    return side.about is not None and side.about.sort not in NATIONS and side.about.sort not in PEOPLE


def _or_between_names(frame: Frame) -> bool:
    """Tell whether two names are parted by a letter that is "or" there and else is none: "Leonov o White"."""
    said, words = frame.corpus.particles[Particle.OR_BETWEEN_NAMES], frame.parsed.words
    between = (words[one.end : other.start] for (one, _), (other, _) in pairwise(frame.named))
    return any(len(parting) == 1 and parting[0] in said for parting in between)


def _one_before_the_other(frame: Frame) -> bool:
    """Tell whether "before" or "after" parts two people: "did Savitskaya go out before Sullivan"."""
    turns = [m.start for m in frame.parsed.mentions if m.sense.concepts & {Concept.BEFORE, Concept.AFTER}]
    people = [mention for mention, refs in frame.named if refs[0].sort in PEOPLE]
    return len(people) == _TWO and any(people[0].end <= turn < people[1].start for turn in turns)


def _between_people(frame: Frame) -> bool:
    """Tell whether two people are to be told apart by a superlative: "between White and Leonov, who was oldest?"."""
    return frame.has(Concept.BETWEEN) and frame.has(*_SUPERLATIVE) and sum(map(bool, frame.people)) == _TWO


def _sides(frame: Frame) -> list[Side]:
    walks = list(_walks(frame)) if frame.has(*_BY_LENGTH) else []
    if len(walks) >= _TWO:
        return [_of_walk(walk) for walk in walks]
    people = [refs for refs in frame.people if refs]
    if len(people) >= _TWO:
        return [Side(_of_person(refs[0]), refs[0]) for refs in people]
    if frame.has(Concept.WOMAN) and frame.has(Concept.MAN):
        women, men = Selection(who=PersonFilter(sex="F")), Selection(who=PersonFilter(sex="M"))
        return [Side(women, label="women"), Side(men, label="men")]
    nations = list(_nations(frame))
    if len(nations) >= _TWO:
        return nations
    places = list(_places(frame))
    if len(places) >= _TWO:
        return places
    return list(_periods(frame))


def _walks(frame: Frame) -> Iterator[Spacewalk]:
    """Yield the spacewalks whose lengths are compared: by designator, or each the first of all or of a nation."""
    designated = [refs[0] for refs in frame.places if refs[0].sort is Sort.SPACEWALK]
    if designated:
        yield from (frame.corpus.spacewalk_by_id[ref.id] for ref in designated)
    elif frame.has(Concept.FIRST):
        nations = [side.selection for side in _nations(frame)]
        firsts = sum(Concept.FIRST in mention.sense.concepts for mention in frame.parsed.mentions)
        for chosen in (Selection(), *nations) if firsts > len(nations) else nations:
            yield from (walk for walk, _ in selected(frame.corpus, chosen)[:1])


def _of_walk(walk: Spacewalk) -> Side:
    day = walk.date.isoformat()
    where = WalkFilter.model_validate({"since": day, "until": day, "crew": walk.crew})
    return Side(Selection(where), Ref(Sort.SPACEWALK, walk.id))


def _of_person(ref: Ref) -> Selection:
    return Selection(WalkFilter(crew=(ref.id,) if ref.sort is Sort.SPACEWALKER else ()))


def _nations(frame: Frame) -> Iterator[Side]:
    for names, refs in _mentioned(frame):
        if names:
            run = tuple(OPERATORS[name] for name in names if name in OPERATORS)
            by_people = frame.has(Concept.PERSON, Concept.SPACEWALKER, Concept.WOMAN) or len(run) < len(names)
            chosen = Selection(who=PersonFilter(nation=names)) if by_people else Selection(WalkFilter(operator=run))
            yield Side(chosen, refs[0])
        elif refs[0].sort is Sort.AGENCY:
            yield Side(Selection(who=PersonFilter(agency=(frame.corpus.agencies[refs[0].id].name,))), refs[0])


def _mentioned(frame: Frame) -> Iterator[tuple[tuple[str, ...], tuple[Ref, ...]]]:
    """Yield each mention of a nation or agency: the countries it means, and the entry to call it by."""
    by_name = {country.name: Ref(Sort.COUNTRY, country.id) for country in frame.corpus.countries.values()}
    for mention in frame.parsed.mentions:
        refs = tuple(by_name[name] for name in frame.nations_of(mention)[-1:])
        if not refs and mention.sense.names:
            refs = tuple(ref for ref in frame.refs(mention) if ref.sort in NATIONS)[:1]
        if refs:
            yield frame.nations_of(mention), refs


def _places(frame: Frame) -> Iterator[Side]:
    """Yield the stations, missions and so on, all of the sort that the first two share."""
    mentions = [refs for refs in frame.places if refs[0].sort not in PEOPLE]
    for sort, field in FIELD_OF.items():
        alike = {ref: values_of(frame.corpus, ref) for refs in mentions for ref in refs if ref.sort is sort}
        if sum(map(bool, alike.values())) >= _TWO:
            for ref, named in alike.items():
                yield Side(Selection(WalkFilter.model_validate({field: named})), ref)
            return


def _periods(frame: Frame) -> Iterator[Side]:
    if frame.has(Concept.BETWEEN):
        return
    for named in frame.dates:
        if span := span_of(named[0]):
            where = WalkFilter.model_validate({"since": span[0].isoformat(), "until": span[1].isoformat()})
            date = named[0]
            label = f"{date.decade}s" if date.decade else str(date.year or f"{span[0].year}–{span[1].year}")
            yield Side(Selection(where), label=label)


def _measure(frame: Frame, sides: Iterable[Side]) -> Compared:
    if all(side.about is not None and side.about.sort is Sort.SPACEWALK for side in sides):
        return Compared.TIME
    people = all(side.about is not None and side.about.sort in PEOPLE for side in sides)
    if frame.has(Concept.OLDER, Concept.YOUNGER, Concept.OLDEST, Concept.YOUNGEST, Concept.AGE):
        on_a_day = frame.has(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK)  # "who was older on the last spacewalk"
        born = people and all(frame.corpus.person(side.about.id).born for side in sides if side.about)
        return Compared.BIRTH if born and not on_a_day else Compared.AGE
    if frame.has(Concept.EARLIER, Concept.LATER, Concept.FIRST):
        return Compared.FIRST
    timed = frame.has(Concept.TIME, Concept.HOUR, Concept.LONGER, Concept.SPACEWALK)
    if frame.has(Concept.SPACEWALKER, Concept.PERSON) and not people and not timed:
        return Compared.PEOPLE
    if frame.has(Concept.LONGEST) and frame.has(Concept.SPACEWALK) and not frame.has(Concept.TOTAL, Concept.TIME):
        return Compared.TIME if people else Compared.LONGEST
    if frame.has(Concept.LONGER, Concept.SHORTER, Concept.LONGEST, Concept.TIME, Concept.HOUR, Concept.HOW_LONG):
        return Compared.TIME
    return Compared.SPACEWALKS


def _restricted(query: CompareQuery, frame: Frame) -> CompareQuery:
    """Return a comparison whose sides also meet the conditions that stand beside them: on the Moon, in 2001."""
    beside = frame.selection(by_nation=True)
    shared = {field: getattr(beside.where, field) for field in _SHARED if getattr(beside.where, field)}
    if any(side.about for side in query.sides):
        shared |= {field: getattr(beside.where, field) for field in ("since", "until") if getattr(beside.where, field)}
    of_nations = all(side.about is not None and side.about.sort in NATIONS for side in query.sides)
    sex = {"sex": beside.who.sex} if beside.who.sex and of_nations else {}
    return replace(query, sides=tuple(_narrower(side, shared, sex) for side in query.sides))


def _narrower(side: Side, where: dict[str, Any], who: dict[str, Any]) -> Side:
    chosen = side.selection
    walks, people = chosen.where.model_copy(update=where), chosen.who.model_copy(update=who)
    return replace(side, selection=replace(chosen, where=walks, who=people))


_SHARED: Final = ("kind", "tag", "crew_size")
