"""How entries are pointed at: by their sort and their id."""

from enum import StrEnum
from typing import NamedTuple


class Sort(StrEnum):
    """The sorts of entry that a question can be about."""

    __hash__ = str.__hash__  # that of Enum is written in Python, and entries are looked up all the time

    SPACEWALK = "spacewalk"
    SPACEWALKER = "spacewalker"
    OTHER_PERSON = "other-person"
    STORY = "story"
    TOPIC = "topic"
    RECORD = "record"
    PROGRAMME = "programme"
    STATION = "station"
    VEHICLE = "vehicle"
    MISSION = "mission"
    COUNTRY = "country"
    AGENCY = "agency"
    AIRLOCK = "airlock"


class Ref(NamedTuple):
    """Which entry: its sort and its id."""

    sort: Sort
    id: str
