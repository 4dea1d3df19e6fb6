"""The words questions are made of, per language: data for editors, one file a language in knowledge/vocabulary."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from bot.corpus.models import Model
from bot.corpus.values import Lines, as_list

PHRASE_PATTERN: Final = r"^(?:[^*\s]+\*?)(?: [^*\s]+\*?)*$"


class Concept(StrEnum):
    """What a word or phrase of a question says. README.md of the knowledge folder explains each."""

    __hash__ = str.__hash__  # that of Enum is written in Python, and sets of concepts are made with every question

    # Asked for
    WHO = "who"
    WHEN = "when"
    HOW_LONG = "how_long"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHY = "why"
    WHAT_HAPPENED = "what_happened"
    BEFELL = "befell"
    SAID = "said"
    VEHICLE = "vehicle"
    SUIT = "suit"
    AIRLOCK = "airlock"
    INSIDE = "inside"
    WITH_WHOM = "with_whom"
    RANK = "rank"
    WHAT_IS = "what_is"
    WHAT = "what"
    HOW = "how"
    WHICH_YEAR = "which_year"
    WHICH_COUNTRY = "which_country"
    WHICH_MISSION = "which_mission"
    WHICH_STATION = "which_station"
    # Superlatives
    LONGEST = "longest"
    SHORTEST = "shortest"
    FIRST = "first"
    LAST = "last"
    MOST = "most"
    FEWEST = "fewest"
    OLDEST = "oldest"
    YOUNGEST = "youngest"
    TOP = "top"
    AVERAGE = "average"
    SHARE = "share"
    TOTAL = "total"
    RECORD = "record"
    # Things
    SPACEWALK = "spacewalk"
    SPACEWALKER = "spacewalker"
    OUTSIDE = "outside"
    WALK = "walk"
    TIME = "time"
    YEAR = "year"
    COUNTRY = "country"
    MISSION = "mission"
    STATION = "station"
    CREW = "crew"
    AGE = "age"
    BORN = "born"
    CAREER = "career"
    PERSON = "person"
    HOUR = "hour"
    MINUTE = "minute"
    SPACEFLIGHT = "spaceflight"
    # Conditions
    NOT = "not"
    WOMAN = "woman"
    MAN = "man"
    PRIVATE = "private"
    HUBBLE = "hubble"
    MOON = "moon"
    STANDUP = "standup"
    DEEP_SPACE = "deep_space"
    OTHER_WORLD = "other_world"
    INTERNAL = "internal"
    UNTETHERED = "untethered"
    CREW_TRANSFER = "crew_transfer"
    SOLO = "solo"
    TWO_PERSON = "two_person"
    THREE_PERSON = "three_person"
    ALL_FEMALE = "all_female"
    EUROPEAN = "european"
    ARAB = "arab"
    AFRICAN_AMERICAN = "african_american"
    NATIVE_AMERICAN = "native_american"
    NEITHER_SUPERPOWER = "neither_superpower"
    # Grouping
    IN_ONE_YEAR = "in_one_year"
    IN_ONE_MISSION = "in_one_mission"
    TOGETHER = "together"
    AT_ONCE = "at_once"
    GAP = "gap"
    # Periods
    BETWEEN = "between"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    ON_THIS_DAY = "on_this_day"
    RELATIVE_TIME = "relative_time"
    PRESENT = "present"
    MINE = "mine"
    NEXT = "next"
    PREVIOUS = "previous"
    # Comparing
    VERSUS = "versus"
    OR = "or"
    THAN = "than"
    MORE = "more"
    FEWER = "fewer"
    AT_LEAST_OR_MOST = "at_least_or_most"
    DEATH = "death"
    LONGER = "longer"
    SHORTER = "shorter"
    OLDER = "older"
    YOUNGER = "younger"
    EARLIER = "earlier"
    LATER = "later"
    # Small talk
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"


class Particle(StrEnum):
    """What a little word does beside others. README.md of the knowledge folder explains each."""

    __hash__ = str.__hash__

    AND = "and"
    WITH = "with"
    AN_HOUR = "an_hour"
    SPACE = "space"
    DID = "did"
    LARGE = "large"
    IN_A_DATE = "in_a_date"
    BEFORE_A_MONTH = "before_a_month"
    BEFORE_A_DECADE = "before_a_decade"
    AFTER_A_DECADE = "after_a_decade"
    CENTURY = "century"
    LIVING = "living"
    AFTER_AN_ORDINAL = "after_an_ordinal"
    BEFORE_A_NUMBER = "before_a_number"
    SERIES = "series"
    GIVEN_NAME = "given_name"
    BY = "by"
    LASTS = "lasts"
    NEWEST = "newest"
    OR_BETWEEN_NAMES = "or_between_names"
    RUN_TOGETHER = "run_together"
    THEY = "they"
    GEAR = "gear"
    PRONOUN = "pronoun"
    HALF = "half"
    BESIDE_HALF = "beside_half"
    WHETHER = "whether"
    WHETHER_BEHIND = "whether_behind"
    BESIDE_WHETHER = "beside_whether"
    NOT_A_LENGTH = "not_a_length"
    ONE = "one"
    BEFORE_ONE = "before_one"


#: A word or phrase; a star at the end of a word stands for any ending: "выход* в космос". There are so many of them
#: that their form is looked at by the thorough checks and not with every start.
Phrase = Annotated[str, WithJsonSchema({"type": "string", "pattern": PHRASE_PATTERN})]
#: A day of the year as month-day: "12-25".
DayOfYear = Annotated[str, StringConstraints(pattern=r"^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$")]
Phrases = Annotated[tuple[Phrase, ...], BeforeValidator(as_list)]


class Vocabulary(Model):
    """One language: what its words mean to the matcher. Phrases are folded before they are compared.

    `particles` are single words that do something beside others: part the words of a date, join two names.
    `numbers`, `ordinals`, `decades` and `days` give words their value, `nations` the countries they mean, `translate`
    gives words of stories their English; several ways to say it are parted by a bar. `small_words` say nothing;
    `other_subjects` say that a question is about something else; `plain_words` are no misspelling of any other word.
    """

    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    concepts: dict[Concept, Phrases]
    particles: dict[Particle, Phrases]
    small_words: Phrases
    other_subjects: Phrases
    plain_words: Phrases
    months: Annotated[tuple[Phrases, ...], Field(min_length=12, max_length=12)]
    numbers: dict[Phrase, int]
    ordinals: dict[Phrase, int]
    decades: dict[Phrase, int]
    days: dict[Phrase, DayOfYear]
    nations: dict[Phrase, Lines]
    translate: dict[Phrase, str]
