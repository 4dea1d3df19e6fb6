"""What cannot be read of what moderators type, with how to write it."""

from bot.answering import Wording


def not_a_time(words: Wording) -> str:
    """Say how to write a time of day."""
    return words.gettext("I cannot read that `time`. Write it like 09:00, 21:30 or 9pm.")


def not_weekdays(words: Wording) -> str:
    """Say how to write weekdays."""
    return words.gettext(
        "I cannot read those `weekdays`. Write them like mon-fri or sat, sun; leave them out for every day."
    )


def not_a_zone(words: Wording, example: str) -> str:
    """Say how to write a time zone."""
    text = words.gettext("I do not know that `timezone`. Pick one from the list, for example {example}.")
    return text.format(example=zone_name(example))


def zone_name(zone: str) -> str:
    """Return a time zone as people read it; `read_zone` takes it back."""
    return zone.replace("_", " ")


def zone_offer(words: Wording, zone: str, time: str) -> str:
    """Offer a time zone, with what its clocks show."""
    return words.gettext("{zone}: {time} now").format(zone=zone_name(zone), time=time)
