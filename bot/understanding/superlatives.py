"""Superlatives: the longest, the second woman, the top five Russians, the year with the most."""

from collections.abc import Container
from itertools import chain, islice, pairwise, product
from typing import Final

from bot.corpus import Ref, Sort
from bot.corpus.record_models import MEASURES, Ranking, Subject
from bot.corpus.standings import anybody_counts
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.amounts import (
    MOST,
    Order,
    Ranked,
    by_amount,
    group_of,
    is_a_matter_of_taste,
    rank_of,
    ranks_what_no_table_does,
    says_how_much,
)
from bot.understanding.counts import debuts
from bot.understanding.frame import Frame
from bot.understanding.reading import Choices, RankingQuery, Selection

_ENDS: Final = (Concept.FIRST, Concept.LAST)
_LENGTHS: Final = (Concept.LONGEST, Concept.SHORTEST)
_AGES: Final = (Concept.OLDEST, Concept.YOUNGEST)
_EACH: Final = frozenset({"year", "country"})
_MOST_PLACES: Final = 25
_COUNTRIES: Final = 2
_YEARS_OF_AGE: Final = range(20, 90)
_MOST_COMBINATIONS: Final = 64
_MOST_CHOICES: Final = 10


def superlative(frame: Frame) -> RankingQuery | Choices | None:
    """Return the ranking a question asks for, whose it may be of several, or None where it has no superlative."""
    strangers = frame.people and all(refs[0].sort is Sort.OTHER_PERSON for refs in frame.people)
    with_somebody = bool(frame.people) and frame.has(Concept.WITH_WHOM)  # "who did Whitson go out with most"
    none = strangers or with_somebody or frame.has_more_than_conditions or debuts(frame)
    found = None if none else _ranked(frame)
    if found is None:
        return None
    subject, measure, order = found
    if measure not in MEASURES[subject] or (subject == "crew" and frame.has(Concept.WOMAN) and frame.has(Concept.MAN)):
        return None
    chosen = _chosen(frame, subject)
    if isinstance(chosen, Choices):
        return chosen
    pair = subject == "crew"  # of "a pair of women" both are women, and a crew is of two or more anyway
    ranking = Ranking(
        of=subject,
        measure=measure,
        order=order,
        where=chosen.where.model_copy(update={"crew_size": None}) if pair else chosen.where,
        who=chosen.who,
        everyone=chosen.everyone or (pair and chosen.who.sex is not None),
        rank=rank_of(frame),
    )
    return RankingQuery(ranking, _top(frame), _claimed(frame, subject))


def _chosen(frame: Frame, subject: Subject) -> Selection | Choices:
    """Return what is ranked; where somebody named can be several whom the conditions leave, their choice."""
    by_nation = subject in {"person", "crew", "country"} or frame.has(Concept.WOMAN, Concept.MAN)
    crews = _crews(frame) if subject in {"spacewalk", "gap"} else [()]
    selections = [frame.selection(by_nation=by_nation or None, crew=(ref.id for ref in crew)) for crew in crews]
    if len(crews) == 1:
        return selections[0]
    holding = [
        (crew, chosen)
        for crew, chosen in zip(crews, selections, strict=True)
        if anybody_counts(frame.corpus, chosen.where, chosen.who, everyone=chosen.everyone)
    ]
    if len(holding) == 1:
        return holding[0][1]
    meant = [crew for crew, _ in holding] or crews
    return Choices(tuple(dict.fromkeys(chain.from_iterable(meant)))[:_MOST_CHOICES])


def _crews(frame: Frame) -> list[tuple[Ref, ...]]:
    """Return whom the people named can mean together: each Williams beside Wilmore."""
    spacewalkers = (tuple(ref for ref in refs if ref.sort is Sort.SPACEWALKER) for refs in frame.people)
    return list(islice(product(*filter(None, spacewalkers)), _MOST_COMBINATIONS))


def _claimed(frame: Frame, subject: str) -> Ref | None:
    """Return who is said to hold the record; of several people with one surname, the one who went out most."""
    if subject != "person" or not frame.people:
        return None
    return max(
        frame.people[0], key=lambda ref: frame.corpus.careers[ref.id].count if ref.id in frame.corpus.careers else 0
    )


def _top(frame: Frame) -> int:
    """Return how many places are asked for: "top five", "the three longest"."""
    marks = {Concept.TOP, *_LENGTHS, *MOST, *_AGES, *_ENDS}
    mentions = frame.parsed.mentions
    for before, after in pairwise(mentions):
        if before.end != after.start:
            continue  # "six letters: first man to walk in space"
        for mark, number in ((before, after), (after, before)):
            value = number.sense.number
            if mark.sense.concepts & marks and value is not None and not number.date and 1 < value <= _MOST_PLACES:
                return value
    return 1


def _ranked(frame: Frame) -> Ranked | None:
    if age := _bound_on_age(frame):
        return "person", "age", age
    if frame.has(*_AGES):
        return "person", "age", "most" if frame.has(Concept.OLDEST) else "least"
    if frame.is_of_a_gap and frame.has(Concept.LONGEST, Concept.MOST, Concept.RECORD):
        return "gap", "days", "most"
    if frame.has(*_LENGTHS):
        return _by_length(frame)
    if is_a_matter_of_taste(frame) or ranks_what_no_table_does(frame):
        return None
    if frame.has(*MOST) and not (frame.has(Concept.RECORD) and frame.concepts.isdisjoint({*MOST, Concept.TIME})):
        return by_amount(frame)
    if frame.has(Concept.RECORD) and frame.has(Concept.SPACEWALK, Concept.TIME):
        return by_amount(frame)
    if says_how_much(frame):
        return by_amount(frame)
    if frame.has(*_ENDS) or rank_of(frame) > 1:
        # The first two spacewalks are of the first two countries; the third is not of the third.
        of_a_country = frame.has(Concept.COUNTRY, Concept.WHICH_COUNTRY) and not frame.nations
        return None if of_a_country and rank_of(frame) > _COUNTRIES else _by_order(frame)
    return None


def _bound_on_age(frame: Frame) -> Order | None:
    """Read "has anybody over 60 walked in space": whether so, the oldest tells."""
    years = [number for number in frame.numbers if number in _YEARS_OF_AGE]
    counted = frame.has(Concept.HOW_MANY, Concept.HOUR, Concept.MINUTE, Concept.TIME, Concept.SHARE)
    if not (years and frame.about_people and frame.has(Concept.SPACEWALK, Concept.OUTSIDE)) or counted:
        return None
    bounds = [(m, after) for m, after in pairwise(frame.parsed.mentions) if after.sense.number in years]
    if any(m.sense.concepts & {Concept.MORE, Concept.OLDER} for m, _ in bounds):
        return None if _are_counted(frame, years) else "most"
    if any(m.sense.concepts & {Concept.FEWER, Concept.YOUNGER} for m, _ in bounds):
        return None if _are_counted(frame, years) else "least"
    return None


def _are_counted(frame: Frame, numbers: Container[int]) -> bool:
    """Tell whether spacewalks are what such a number counts: "more than 20 spacewalks"."""
    return any(
        one.sense.number in numbers
        and Concept.SPACEWALK in after.sense.concepts
        and after.start == one.end
        and not frame.is_done(after)
        for one, after in pairwise(frame.parsed.mentions)
    )


def _by_length(frame: Frame) -> Ranked | None:
    order: Order = "most" if frame.has(Concept.LONGEST) else "least"
    if frame.has(Concept.GAP):
        return None  # no table ranks the shortest pauses
    if frame.has(Concept.CAREER) or (frame.has(Concept.FIRST) and frame.has(Concept.LAST)):
        return "person", "career", order
    group = group_of(frame)
    in_all = frame.has(Concept.TOTAL, Concept.TIME)
    if group in _EACH and not (in_all or frame.dates) and _ends_on_agroup_of(frame):
        return None  # "the longest spacewalk of each year" is a list that nobody has made
    if group and in_all:
        return group, "time", order
    if in_all and frame.has(Concept.IN_ONE_MISSION) and not _has_spacewalk_noun(frame):
        return "person", "time_in_a_mission", order
    if in_all and not _has_spacewalk_noun(frame) and frame.about_people:
        return "person", "time", order
    return "spacewalk", "duration", order


def _ends_on_agroup_of(frame: Frame) -> bool:
    """Tell whether a year or a country is said after the superlative, and not "the year with the longest"."""
    places = [place for place, m in enumerate(frame.parsed.mentions) if m.sense.concepts & {*_LENGTHS}]
    behind = frame.parsed.mentions[max(places, default=0) + 1 :]
    return any(mention.sense.concepts & {Concept.YEAR, Concept.COUNTRY} for mention in behind)


def _has_spacewalk_noun(frame: Frame) -> bool:
    """Tell whether the superlative stands right before "spacewalk": the longest spacewalk, not the longest time."""
    mentions = frame.parsed.mentions
    superlatives = {*_LENGTHS, *MOST, *_ENDS}
    return any(
        before.sense.concepts & superlatives and Concept.SPACEWALK in after.sense.concepts
        for before, after in pairwise(mentions)
    )


def _by_order(frame: Frame) -> Ranked:
    """Read who or what was first, second or last."""
    if frame.has(Concept.LAST) and not frame.has(Concept.FIRST):
        return ("person", "first_day", "most") if _are_newest(frame) else ("spacewalk", "start", "most")
    if frame.has(Concept.TOGETHER, Concept.AT_ONCE) and frame.chosen.where.crew_size:
        return "spacewalk", "start", "least"
    if any({Concept.WHO, Concept.SPACEWALK} <= mention.sense.concepts for mention in frame.parsed.mentions):
        return "spacewalk", "start", "least"
    people = frame.has(Concept.WOMAN, Concept.MAN, Concept.SPACEWALKER, Concept.PERSON, *_PERSON_CONDITIONS)
    people = people or bool(frame.nations or frame.agencies)
    if people and not _counts_spacewalks(frame):
        return "person", "first_day", "least"
    if frame.has(Concept.WHO) and not frame.places and not frame.people and not frame.has(*_WALK_CONDITIONS):
        return "person", "first_day", "least"
    return "spacewalk", "start", "least"


def _are_newest(frame: Frame) -> bool:
    """Tell whether it is asked who went out for the first time last: "the newest spacewalker", not "the last"."""
    newest = frame.corpus.particles[Particle.NEWEST]
    last = (mention for mention in frame.parsed.mentions if Concept.LAST in mention.sense.concepts)
    return frame.has(Concept.SPACEWALKER) and any(mention.words in newest for mention in last)


_PERSON_CONDITIONS: Final = (
    *(Concept.EUROPEAN, Concept.ARAB, Concept.AFRICAN_AMERICAN, Concept.NATIVE_AMERICAN),
    Concept.NEITHER_SUPERPOWER,
)
_WALK_CONDITIONS: Final = (
    *(Concept.MOON, Concept.STANDUP, Concept.DEEP_SPACE, Concept.INTERNAL, Concept.HUBBLE, Concept.PRIVATE),
    *(Concept.CREW_TRANSFER, Concept.SOLO, Concept.THREE_PERSON, Concept.ALL_FEMALE),
)


def _counts_spacewalks(frame: Frame) -> bool:
    """Tell whether the noun after "first" or "second" is a spacewalk: "first American spacewalk", not "first woman"."""
    mentions = frame.parsed.mentions
    for place, mention in enumerate(mentions):
        if not (mention.sense.concepts & {Concept.FIRST} or mention.sense.ordinal):
            continue
        for after in mentions[place + 1 :]:
            if Concept.SPACEWALK in after.sense.concepts and Concept.SPACEWALKER not in after.sense.concepts:
                return not frame.is_done(after)
            if after.sense.concepts & {Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.PERSON, Concept.WHO}:
                break
            if after.sense.small and not frame.nations_of(after):
                break
    return False
