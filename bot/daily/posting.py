"""What bringing a fact to a channel needs of a front end, and what may become of it there."""

from dataclasses import dataclass
from typing import Protocol

from bot.daily.pool import DailyFact
from bot.store.ledger import Delivery
from bot.store.steps import StepDue
from bot.store.subscriptions import Subscription


@dataclass(frozen=True, slots=True)
class Posted:
    """The message stands. `at` is when it was made, in seconds since 1970, None for just now."""

    message_id: int
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Discord refuses, and nothing was posted: a permission is missing, or the channel. `lasting` says it is gone."""

    problem: str
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Malformed:
    """Discord takes the message for malformed, which is our bug; nothing was posted."""

    problem: str


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not work this time. `perhaps` says that it may have been posted all the same.

    `pause` is for how many seconds Discord wants to be left alone; with `by_all`, by everything we do.
    """

    problem: str
    perhaps: bool
    pause: float = 0.0
    by_all: bool = False


Attempt = Posted | Refused | Malformed | Failed


@dataclass(frozen=True, slots=True)
class NotThere:
    """The channel was read, and the post is not in it."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The channel cannot be read, so nobody knows."""

    problem: str


Search = Posted | NotThere | Unreadable | Failed


class Post(Protocol):
    """The front end. No method raises: what may go wrong on the way is in what it returns."""

    async def post(self, delivery: Delivery, subscription: Subscription, fact: DailyFact) -> Attempt:
        """Send a fact, with the nonce of its delivery."""

    async def find(self, delivery: Delivery) -> Search:
        """Look for the post of a delivery that was sent without our hearing of it."""

    async def take(self, due: StepDue, title: str) -> Attempt:
        """Take a step about a post. One that was taken before is as good as taken now."""

    async def tell(self, subscription: Subscription, problem: str) -> None:
        """Tell somebody who can mend it why nothing comes any more."""
