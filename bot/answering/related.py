"""What else somebody may like who reads about an entry: things that share people, missions, themes or a category."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Place, Spacewalk, Spacewalker, Story, Topic
from bot.corpus.record_models import RecordDefinition

_MOST: Final = 10
_SAME_STORY: Final = 6
_SAME_PERSON: Final = 3
_SAME_TAG: Final = 2
_SAME_MISSION: Final = 1


def related(corpus: Corpus, ref: Ref) -> tuple[Ref, ...]:
    """Return at most ten entries of interest beside this one, nearest first; none where nothing is near."""
    weights: Counter[Ref] = Counter()
    for other, weight in _neighbours(corpus, ref):
        weights[other] += weight
    weights.pop(ref, None)
    places = {other: place for place, other in enumerate(weights)}
    return tuple(sorted(weights, key=lambda other: (-weights[other], places[other]))[:_MOST])


def _neighbours(corpus: Corpus, ref: Ref) -> Iterator[tuple[Ref, int]]:
    entry = corpus.by_sort[ref.sort][ref.id]
    match entry:
        case Spacewalk():
            yield from _of_walk(corpus, entry)
        case Story():
            yield from _of_story(corpus, entry)
        case Spacewalker():
            yield from _of_person(corpus, entry)
        case Topic():
            yield from _of_topic(corpus, entry)
        case RecordDefinition():
            yield from _of_record(corpus, entry)
        case Place():
            yield from ((Ref(ref.sort, key), 1) for key in corpus.by_sort[ref.sort] if key != ref.id)
        case _:
            return


def _of_walk(corpus: Corpus, walk: Spacewalk) -> Iterator[tuple[Ref, int]]:
    for story in corpus.stories_of.get(walk.id, ()):
        yield from ((Ref(Sort.SPACEWALK, other), _SAME_STORY) for other in story.spacewalks if other != walk.id)
        yield from ((ref, weight) for ref, weight in _of_story(corpus, story) if ref.id != story.id)
    for person in walk.crew:
        others = corpus.careers[person].spacewalks
        yield from ((Ref(Sort.SPACEWALK, other.id), _SAME_PERSON) for other in others if other.id != walk.id)
    for other in corpus.spacewalks:
        shared = len(set(other.tags) & set(walk.tags)) * _SAME_TAG + (other.mission == walk.mission) * _SAME_MISSION
        if shared and other.id != walk.id:
            yield Ref(Sort.SPACEWALK, other.id), shared


def _of_story(corpus: Corpus, story: Story) -> Iterator[tuple[Ref, int]]:
    for other in corpus.stories.values():
        shared = len(set(other.people) & set(story.people)) * _SAME_PERSON
        shared += len(set(other.tags) & set(story.tags)) * _SAME_TAG
        shared += len(set(other.spacewalks) & set(story.spacewalks)) * _SAME_STORY
        if shared and other.id != story.id:
            yield Ref(Sort.STORY, other.id), shared


def _of_person(corpus: Corpus, person: Spacewalker) -> Iterator[tuple[Ref, int]]:
    career = corpus.careers[person.id]
    for walk in career.spacewalks:
        yield from ((Ref(Sort.SPACEWALKER, other), _SAME_STORY) for other in walk.crew if other != person.id)
    for other_id, other in corpus.spacewalkers.items():
        shared = len(set(other.tags) & set(person.tags)) * _SAME_TAG
        theirs = corpus.careers[other_id]
        alike = other.nations == person.nations and other.sex == person.sex and theirs.count == career.count
        if (shared or alike) and other_id != person.id:
            yield Ref(Sort.SPACEWALKER, other_id), shared + alike


def _of_topic(corpus: Corpus, topic: Topic) -> Iterator[tuple[Ref, int]]:
    yield from ((Ref(Sort.TOPIC, other), _SAME_STORY) for other in topic.see_also)
    yield from ((Ref(Sort.STORY, story), _SAME_PERSON) for story in topic.stories)
    for other in corpus.topics.values():
        if other.category == topic.category and other.id != topic.id:
            yield Ref(Sort.TOPIC, other.id), _SAME_TAG


def _of_record(corpus: Corpus, record: RecordDefinition) -> Iterator[tuple[Ref, int]]:
    for other in corpus.records.values():
        alike = (other.of == record.of) + (other.measure == record.measure) * _SAME_TAG + (other.order == record.order)
        if alike > _SAME_TAG and other.id != record.id:
            yield Ref(Sort.RECORD, other.id), alike
