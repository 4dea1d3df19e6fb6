"""What rankings are called that have no name of their own: "Longest spacewalks at Mir", "First women on the Moon"."""

from bot.answering.wording import Wording


def of_spacewalks(words: Wording, measure: str, order: str, people: str, tail: str, *, ended: bool) -> str:
    """Name a ranking of spacewalks, of the times between them, or of moments; what has `ended` has last ones."""
    most = order == "most"
    latest = words.gettext("Last spacewalks {conditions}") if ended else words.gettext("Latest spacewalks {conditions}")
    texts = {
        "duration": words.gettext("Longest spacewalks {conditions}")
        if most
        else words.gettext("Shortest spacewalks {conditions}"),
        "start": latest if most else words.gettext("First spacewalks {conditions}"),
        "crew_size": words.gettext("Largest crews on one spacewalk {conditions}")
        if most
        else words.gettext("Smallest crews on one spacewalk {conditions}"),
        "days": words.gettext("Longest times without spacewalks {conditions}")
        if most
        else words.gettext("Shortest times between spacewalks {conditions}"),
        "people": words.gettext("Most {people} outside at once on spacewalks {conditions}"),
    }
    people = people or words.gettext("people")
    return texts[measure].format(people=people, conditions=tail).strip()


def of_people(words: Wording, measure: str, order: str, people: str, tail: str) -> str:
    """Name a ranking of people; `people` are those who are ranked, "" for everybody."""
    most = order == "most"
    texts = _of_some(words, most=most) if people else _of_anybody(words, most=most)
    return texts[measure].format(people=people, conditions=tail).strip()


def _of_anybody(words: Wording, *, most: bool) -> dict[str, str]:
    return {
        "spacewalks": words.gettext("Most spacewalks {conditions}")
        if most
        else words.gettext("Fewest spacewalks {conditions}"),
        "time": words.gettext("Most time on spacewalks {conditions}")
        if most
        else words.gettext("Least time on spacewalks {conditions}"),
        "first_day": words.gettext("Newest spacewalkers {conditions}")
        if most
        else words.gettext("First spacewalkers {conditions}"),
        "age": words.gettext("Oldest spacewalkers {conditions}")
        if most
        else words.gettext("Youngest spacewalkers {conditions}"),
        "career": words.gettext("Longest times from first to last spacewalk {conditions}")
        if most
        else words.gettext("Shortest times from first to last spacewalk {conditions}"),
        "spacewalks_in_a_year": words.gettext("Most spacewalks of one person in one year {conditions}"),
        "spacewalks_in_a_mission": words.gettext("Most spacewalks of one person in one mission {conditions}"),
        "time_in_a_mission": words.gettext("Most time of one person on spacewalks in one mission {conditions}"),
    }


def _of_some(words: Wording, *, most: bool) -> dict[str, str]:
    return {
        "spacewalks": words.gettext("Most spacewalks by {people} {conditions}")
        if most
        else words.gettext("Fewest spacewalks by {people} {conditions}"),
        "time": words.gettext("Most time of {people} on spacewalks {conditions}")
        if most
        else words.gettext("Least time of {people} on spacewalks {conditions}"),
        "first_day": words.gettext("Latest {people} to make a first spacewalk {conditions}")
        if most
        else words.gettext("First {people} to make a spacewalk {conditions}"),
        "age": words.gettext("Oldest {people} on a spacewalk {conditions}")
        if most
        else words.gettext("Youngest {people} on a spacewalk {conditions}"),
        "career": words.gettext("Longest times from first to last spacewalk of {people} {conditions}")
        if most
        else words.gettext("Shortest times from first to last spacewalk of {people} {conditions}"),
        "spacewalks_in_a_year": words.gettext("Most spacewalks by {people} in one year {conditions}"),
        "spacewalks_in_a_mission": words.gettext("Most spacewalks by {people} in one mission {conditions}"),
        "time_in_a_mission": words.gettext("Most time of {people} on spacewalks in one mission {conditions}"),
    }


def of_groups(words: Wording, of: str, measure: str, order: str, people: str, tail: str) -> str:
    """Name a ranking of years, missions, stations, countries or crews; `people` are those counted, "" for everybody."""
    groups = {
        "crew": words.gettext("Crews"),
        "year": words.gettext("Years"),
        "mission": words.gettext("Missions"),
        "station": words.gettext("Stations"),
        "country": words.gettext("Countries"),
    }
    most = {
        "spacewalks": words.gettext("{group} with the most spacewalks {conditions}"),
        "time": words.gettext("{group} with the most time on spacewalks {conditions}"),
        "people": words.gettext("{group} with the most {people} on spacewalks {conditions}"),
    }
    fewest = {
        "spacewalks": words.gettext("{group} with the fewest spacewalks {conditions}"),
        "time": words.gettext("{group} with the least time on spacewalks {conditions}"),
        "people": words.gettext("{group} with the fewest {people} on spacewalks {conditions}"),
    }
    text = (most if order == "most" else fewest)[measure]
    people = people or words.gettext("people")
    return text.format(group=groups[of], people=people, conditions=tail).strip()
