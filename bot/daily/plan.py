"""What has become due for a subscription, and what is next. Pure."""

import datetime as dt
from typing import Final

from bot.daily.schedule import LONGEST_WAIT, Due, Schedule, dues, local_day, next_due
from bot.store.ledger import Plan
from bot.store.subscriptions import Subscription

#: After a longer sleep, only so many of the latest days are entered, as missed.
_DAYS_ENTERED: Final = 31
#: A schedule has one weekday at least, so those lie within this.
_LOOKED_BACK: Final = dt.timedelta(days=7 * (_DAYS_ENTERED + 1))


def plan_one(subscription: Subscription, now: int) -> Plan:
    """Plan up to now.

    Where the next moment is too far off, a clock was wrong. It is set anew, and as nobody knows for how long that was
    so, all is planned that was due since the subscription was made: what is in the ledger already stays as it is.
    """
    schedule, expected, made = subscription.wish.schedule, subscription.next, subscription.standing_since
    due: list[Due] = []
    if expected.moment <= now:
        due = _dues(schedule, expected.day, now)
    elif expected.moment > now + LONGEST_WAIT:
        due = _dues(schedule, local_day(schedule, made), now)
    if made <= now:  # or it was made by a clock that was wrong
        due = [each for each in due if each.moment > made]
    return Plan(due[-_DAYS_ENTERED:], next_due(schedule, now))


def _dues(schedule: Schedule, first: dt.date, now: int) -> list[Due]:
    """Return what was due from a day on; those that are too many anyway are not looked for."""
    return list(dues(schedule, max(first, local_day(schedule, now) - _LOOKED_BACK), now))
