"""What a question describes: the text of a story, spacewalk or topic that tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.bands import Bands
from bot.understanding.evidence import is_about_space, is_anchored, is_firmly_anchored
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks, Choices, Query, Reading
from bot.understanding.recall import Hit, Recall, Term
from bot.understanding.terms import little_terms, terms_of

_ALMOST_ALL: Final = 0.9
_ALMOST: Final = 0.85
_RARE: Final = 4.5
#: What two common words come to: "stuck" and "coming" may be said of anything.
_COMMON_PAIR: Final = 6.0
_MANY: Final = 4
_HALF: Final = 0.5
_MOST_CHOICES: Final = 5
_TWO: Final = 2
_TIE: Final = 0.97
_PUT_BACK: Final = 0.7
#: By which factor a text must score above all others to stand alone.
_FAR: Final = 1.4
#: In the texts of more spacewalks than these, a single word is found by chance.
_MOST_WALKS: Final = 40
_IN_GENERAL: Final = (Concept.WHAT_IS, Concept.HOW, Concept.WHY, Concept.HOW_LONG)
#: What says that people are outside, where nothing says that they are spacewalkers.
_OUTSIDE: Final = (Concept.OUTSIDE, Concept.WALK, Concept.UNTETHERED, Concept.SUIT, Concept.AIRLOCK)
#: Concepts that are called in English what they are called here, whatever the language of a question.
_NAMED_ALIKE: Final = frozenset({Concept.OUTSIDE, Concept.SPACEWALK, Concept.AIRLOCK, Concept.MOON, Concept.SUIT})
_EVENTS: Final = (Sort.SPACEWALK, Sort.STORY)
_ABOUT_EVENTS: Final = (Asks.WHO, Asks.WHEN, Asks.WHERE, Asks.INSIDE, Asks.WITH_WHOM, Asks.QUOTE, Asks.VEHICLE)
#: What a story of several spacewalks answers as a whole; anything else is asked of one of them.
_OF_A_STORY: Final = (Asks.WHAT, Asks.WHO, Asks.WHY, Asks.QUOTE)


@dataclass(frozen=True)
class Told:
    """What texts say to a question: the reading, how much of the question it explains, and the texts by rank.

    `news` is how much of the words that nothing else explains the best text has, between 0 and 1; `within` that it is
    one of the texts that the rules left.
    """

    reading: Reading | None
    coverage: float
    hits: tuple[Hit, ...]
    news: float = 0.0
    within: bool = False


def tell(
    frame: Frame,
    recall: Recall,
    bands: Bands,
    asks: Asks,
    among: Sequence[str] = (),
    *,
    names_are_known: bool = True,
) -> Told:
    """Look for the text that tells of what a question describes; among the texts of some spacewalks only, if given.

    There the names that led to them need not be told again, where `names_are_known`.
    """
    terms, hits = _found(frame, recall, among, names_are_known=names_are_known)
    threshold = _threshold(frame, bands, hits, narrowed=bool(among))
    if asks in _ABOUT_EVENTS or (asks is Asks.HOW_LONG and frame.people):
        hits = _of_events(hits, threshold)
    if not hits or not any(_is_word(term) for term in terms):
        return Told(None, 0.0, hits)
    best = hits[0]
    if _is_elsewhere(frame, recall, bands, best):
        return Told(None, best.coverage, ())
    sure = is_anchored(frame) or among or _is_clear(frame.corpus, hits)
    if not _is_described(frame, recall, bands, hits, among) or not (
        sure or _speaks_for_itself(frame, recall, bands, asks, best, terms)
    ):
        return Told(None, best.coverage, hits)
    if best.coverage < threshold:
        told = best.words > 0 or not frame.parsed.loose  # else only those on whose account it is known
        offered = told and best.coverage >= bands.offer and is_anchored(frame)
        return Told(_choices(frame.corpus, hits) if offered else None, best.coverage, hits)
    news = recall.share(best.ref, [term for term in terms if term.weight == 1.0])
    return Told(_decide(frame, recall, bands, asks, hits), best.coverage, hits, news)


def _found(
    frame: Frame, recall: Recall, among: Sequence[str], *, names_are_known: bool
) -> tuple[list[Term], tuple[Hit, ...]]:
    """Return what is looked for and the texts that tell of it; of little words alone those that are called so."""
    terms = terms_of(frame, recall)
    if among and names_are_known:
        terms = [term for term in terms if term.weight == 1.0]
    if terms:
        hits = _ranked(frame, recall, terms, _refs_of(frame.corpus, among) if among else None)
    else:
        terms = little_terms(frame, recall)
        hits = tuple(hit for hit in _ranked(frame, recall, terms, None) if hit.named)
    if frame.people:
        hits = tuple(dropwhile(lambda hit: hit.known and _mistakes_a_word(frame, recall, hit.ref), hits))
    return terms, hits


def _of_events(hits: Sequence[Hit], threshold: float) -> tuple[Hit, ...]:
    """Leave the events, unless none tells enough and a topic is called by its name."""
    events = tuple(hit for hit in hits if hit.ref.sort in _EVENTS)
    topics = tuple(hit for hit in hits if hit.ref.sort is Sort.TOPIC and hit.named)
    return events if events and events[0].coverage >= threshold else topics or events


def _mistakes_a_word(frame: Frame, recall: Recall, ref: Ref) -> bool:
    """Tell whether a text only has a word that is somebody's surname too: white crystals are no Ed White."""
    return any(
        not any(recall.writes(ref, frame.corpus.person(person.id).name.rsplit(maxsplit=1)[-1]) for person in people)
        for people in frame.people
    )


def _ranked(frame: Frame, recall: Recall, terms: Sequence[Term], among: frozenset[Ref] | None) -> tuple[Hit, ...]:
    """Return the texts that tell of these terms, events first where the question is about one."""
    typed = (*frame.parsed.words, *(m.words for m in frame.parsed.mentions))
    foreign = (loose for loose in frame.parsed.loose if not recall.knows(loose.word))
    translated = (english for loose in foreign for english in loose.english)
    named = (str(concept) for mention in frame.parsed.mentions for concept in mention.sense.concepts & _NAMED_ALIKE)
    said = frozenset(recall.stems(" ".join((*typed, *translated, *named))))
    hits = recall.search(terms, said, among, loosely=is_anchored(frame) or frame.has(*_OUTSIDE))
    if (frame.has(Concept.SPACEWALK) or frame.people) and not frame.has(*_IN_GENERAL):
        return _events_first(hits, named_too=_begins_with_a_spacewalk(frame) or bool(frame.people))
    return hits


def _threshold(frame: Frame, bands: Bands, hits: Sequence[Hit], *, narrowed: bool) -> float:
    """Return how much of the question the best text must tell: less where it stands alone, or the subject is sure."""
    firm = is_firmly_anchored(frame)
    if _is_clear(frame.corpus, hits):
        return bands.clear if firm else bands.told_anchored
    known = not hits or hits[0].known
    return bands.told_anchored if narrowed or (firm and known) else bands.told


def _is_clear(corpus: Corpus, hits: Sequence[Hit]) -> bool:
    """Tell whether the best text says several of the words as they were typed, and far more than any other."""
    if not hits or min(hits[0].words, hits[0].exact) <= _TWO:
        return False
    other = next((hit for hit in hits if not _same(corpus, hits[0].ref, hit.ref)), None)
    return other is None or other.score * _FAR <= hits[0].score


def _is_elsewhere(frame: Frame, recall: Recall, bands: Bands, best: Hit) -> bool:
    """Tell whether the question is about another subject, or somebody's own affairs, though a text has its words."""
    elsewhere = [recall.stems(mention.words) for mention in frame.parsed.mentions if mention.sense.elsewhere]
    enough = bands.told if is_anchored(frame) else bands.told_alone
    told_too = all(recall.has(best.ref, stems) for stems in elsewhere)
    if elsewhere and not (told_too and best.exact > _TWO and best.coverage >= enough):
        return True
    small_talk = any(Concept.GREETING in m.sense.concepts and not m.sense.small for m in frame.parsed.mentions)
    called = best.named and best.exact >= _TWO and frame.has(Concept.WHO)  # "who said that was my favourite spatula"
    return (small_talk or frame.has(Concept.MINE)) and not (
        is_firmly_anchored(frame) or frame.has(Concept.SAID) or called
    )


def _says_word_of_stories(frame: Frame, recall: Recall) -> bool:
    """Tell whether a word is known only because a vocabulary says what stories call it: a flyswatter is no chance."""
    return any(loose.english and not recall.knows(loose.word) for loose in frame.parsed.loose)


def _may_rest_on_a_word(frame: Frame, among: Sequence[str]) -> bool:
    """Tell whether the rest of a question is so much about spacewalks that a single word of a text may decide."""
    deeds = frame.has(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.FIRST)
    deeds = deeds or (frame.has(Concept.SPACEWALKER) and frame.has(Concept.WHO))  # "the cosmonaut who …"
    few = 0 < len(among) <= _MOST_WALKS or len(frame.parsed.words) == 1
    return deeds or few or bool(frame.people or frame.dates)


def _is_described(frame: Frame, recall: Recall, bands: Bands, hits: Sequence[Hit], among: Sequence[str]) -> bool:
    """Tell whether enough words of the question are told: one is no description, and of many spacewalks none at all."""
    best = hits[0]
    if not best.exact and (best.matched < _TWO or best.coverage < bands.told_alone):
        return False
    if best.words >= _TWO or (among and _says_word_of_stories(frame, recall)):
        return True
    if is_firmly_anchored(frame) and best.known and _says_word_of_stories(frame, recall):
        return True
    told = best.named or (best.exact >= _TWO and any(loose.english for loose in frame.parsed.loose))
    if not (told or _may_rest_on_a_word(frame, among)):
        return _says_word_of_stories(frame, recall) and best.coverage >= bands.told
    if not (among or frame.people or frame.dates or best.named) and _is_found_by_chance(best):
        return False
    of_many = len(among) > _MOST_WALKS and not frame.has(Concept.SPACEWALK, Concept.SPACEWALKER, Concept.OUTSIDE)
    return not of_many and (bool(among) or best.coverage >= bands.told)


def _is_found_by_chance(best: Hit) -> bool:
    """Tell whether a single word says nothing by itself: a common one, or one of the long text of a topic."""
    return best.score <= _RARE or (best.ref.sort is Sort.TOPIC and best.exact < _TWO)


def _begins_with_a_spacewalk(frame: Frame) -> bool:
    """Tell whether a question is "the spacewalk that …"."""
    said = next((m for m in frame.parsed.mentions if m.sense.concepts or m.sense.names), None)
    return said is not None and Concept.SPACEWALK in said.sense.concepts


def _events_first(hits: tuple[Hit, ...], *, named_too: bool) -> tuple[Hit, ...]:
    """Put topics back where a spacewalk or somebody is asked for, unless they are called by their name."""
    lowered = (
        hit
        if hit.ref.sort in _EVENTS or (hit.named and not named_too)
        else hit._replace(score=hit.score * _PUT_BACK, coverage=hit.coverage * _PUT_BACK)
        for hit in hits
    )
    return tuple(sorted(lowered, key=lambda hit: (-hit.score, hit.ref)))


def _is_word(term: Term) -> bool:
    return any(stem.isalpha() and len(stem) > 1 for _, stems in term.ways for stem in stems)


def _speaks_for_itself(
    frame: Frame, recall: Recall, bands: Bands, asks: Asks, best: Hit, terms: Sequence[Term]
) -> bool:
    """Tell whether a text may answer a question that does not say that it is about spacewalks."""
    if is_about_space(frame):
        if best.exact < _TWO:
            known = best.named or _says_word_of_stories(frame, recall)
            return known and best.coverage >= bands.told_alone and best.score > _RARE
        return best.named or (best.coverage >= _HALF and best.matched >= _TWO)
    if asks is Asks.HOW_MANY:
        return best.exact > _TWO and best.coverage >= bands.told_alone
    if len(terms) == 1 == best.exact and best.coverage >= _ALMOST_ALL and best.score > _RARE:
        return best.named or len(frame.parsed.words) == 1
    if best.exact >= _MANY and best.coverage >= _HALF:
        return True
    if best.named and best.ref.sort in _EVENTS and frame.has(Concept.WHO) and best.coverage >= _ALMOST and best.exact:
        return best.score > _RARE  # "who installed the cupola"
    if best.score <= _COMMON_PAIR or best.matched < _TWO or not best.exact:
        return False
    short = len(frame.parsed.words) <= _MANY
    called = (best.named or short) and best.words == len(frame.parsed.loose)
    called = called or (best.named and frame.has(Concept.WHY))
    if best.matched == _TWO and not (called or _is_of_people(frame)):
        return False  # "the battery of my phone is empty"
    return best.named or best.coverage >= bands.told_alone


def _is_of_people(frame: Frame) -> bool:
    """Tell whether a question is about somebody, if only about them: "what if one of them floats away?"."""
    they = frame.corpus.particles[Particle.THEY]
    said = bool(frame.people) or frame.has(Concept.WHO, Concept.PERSON, Concept.SAID, Concept.CREW)
    return said or not they.isdisjoint(frame.parsed.words)


def _refs_of(corpus: Corpus, walks: Sequence[str]) -> frozenset[Ref]:
    stories = {story.id for walk in walks for story in corpus.stories_of.get(walk, ())}
    return frozenset({Ref(Sort.SPACEWALK, walk) for walk in walks} | {Ref(Sort.STORY, story) for story in stories})


def _decide(frame: Frame, recall: Recall, bands: Bands, asks: Asks, hits: tuple[Hit, ...]) -> Reading:
    """Return the text that is clearly the best, or the few that are as good."""
    best = hits[0]
    ties = [hit for hit in hits if hit.score >= best.score * _TIE]
    chosen = _of_ties(frame.corpus, ties)
    if chosen.sort is Sort.STORY and asks not in _OF_A_STORY:
        own = frame.corpus.stories[chosen.id].spacewalks
        chosen = next((hit.ref for hit in hits if hit.ref.sort is Sort.SPACEWALK and hit.ref.id in own), chosen)
    near = (hit for hit in hits if hit.score > best.score * (1 - bands.margin))
    rivals = [
        hit for hit in near if not (_same(frame.corpus, chosen, hit.ref) or _is_instance(frame.corpus, chosen, hit.ref))
    ]
    if rivals and best.coverage < 0.9:  # noqa: PLR2004 - a text that tells nearly all of it needs no margin
        return _choices(frame.corpus, (Hit(chosen, best.score, best.coverage), *rivals))
    figure = frame.has(Concept.HOW, Concept.HOW_MANY)
    told = None
    if figure or chosen.sort is not Sort.TOPIC:
        told = recall.sentence_for(chosen, terms_of(frame, recall), figure=figure)
    people = frame.has(Concept.PERSON, Concept.SPACEWALKER, Concept.CREW)
    if asks is Asks.HOW_MANY and told and not people:
        asks = Asks.WHAT
    return Query(chosen, asks, min(0.95, best.coverage), _quote(frame, recall, chosen, asks), told)


def _of_ties(corpus: Corpus, ties: Sequence[Hit]) -> Ref:
    """Of texts that tell it equally well, take the story that joins several spacewalks, else the first spacewalk."""
    walks = [hit.ref for hit in ties if hit.ref.sort is Sort.SPACEWALK]
    stories = [hit.ref for hit in ties if hit.ref.sort is Sort.STORY]
    for story in stories:
        if len(set(corpus.stories[story.id].spacewalks) & {ref.id for ref in walks}) != 1:
            own = corpus.stories[story.id].spacewalks
            return Ref(Sort.SPACEWALK, own[0]) if len(own) == 1 else story
    return walks[0] if walks else ties[0].ref


def _same(corpus: Corpus, one: Ref, other: Ref) -> bool:
    """Tell whether two texts are about one event: a spacewalk and a story of it."""
    if one == other:
        return True
    return bool(_walks(corpus, one) & _walks(corpus, other))


def _is_instance(corpus: Corpus, one: Ref, other: Ref) -> bool:
    """Tell whether one is a topic and the other a story that it names: either tells of the other."""
    topic, story = sorted((one, other), key=lambda ref: ref.sort is not Sort.TOPIC)
    return topic.sort is Sort.TOPIC and story.sort is Sort.STORY and story.id in corpus.topics[topic.id].stories


def _walks(corpus: Corpus, ref: Ref) -> set[str]:
    if ref.sort is Sort.STORY:
        return set(corpus.stories[ref.id].spacewalks)
    return {ref.id} if ref.sort is Sort.SPACEWALK else set()


def _choices(corpus: Corpus, hits: Sequence[Hit]) -> Choices | Query:
    """Return the texts that come near as choices; the only one as an answer."""
    kept: list[Ref] = []
    for hit in hits:
        if hit.score >= hits[0].score * 0.8 and not any(_same(corpus, ref, hit.ref) for ref in kept):
            kept.append(hit.ref)
    if len(kept) == 1:
        return Query(kept[0], confidence=round(hits[0].coverage, 3))
    return Choices(tuple(kept[:_MOST_CHOICES]), round(hits[0].coverage, 3))


def _quote(frame: Frame, recall: Recall, ref: Ref, asks: Asks) -> str | None:
    if asks is not Asks.QUOTE:
        return None
    corpus = frame.corpus
    if ref.sort is Sort.SPACEWALK:
        quotes = corpus.quotes_about(corpus.spacewalk_by_id[ref.id])
    else:
        quotes = corpus.quotes_of.get(ref.id, ())
    named = {person.id for people in frame.people for person in people}
    theirs = [quote for quote in quotes if quote.person in named]  # what Leonov said, not what he was told
    found = recall.quote_for(theirs or quotes, terms_of(frame, recall))
    return found.id if found else None
