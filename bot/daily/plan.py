"""What has become due for a subscription, and what is next. Pure."""

from typing import Final

from bot.daily.schedule import dues, next_due
from bot.store.ledger import Plan
from bot.store.subscriptions import Subscription

#: After a longer sleep, only so many of the latest days are entered, as missed.
_DAYS_ENTERED: Final = 31


def plan_one(subscription: Subscription, now: int) -> Plan:
    """Plan up to now; where the next moment is too far off, a clock was wrong, and it is set anew."""
    schedule, expected = subscription.wish.schedule, subscription.next
    due = tuple(dues(schedule, expected.day, now)) if expected.moment <= now else ()
    return Plan(due[-_DAYS_ENTERED:], next_due(schedule, now))
