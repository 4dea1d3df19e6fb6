"""What the daily fact is made of, put together: the store, the pool, the courier, and what moderators are told."""

import datetime as dt
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.answering import Wording
from bot.daily.courier import Courier
from bot.daily.picking import Told, history_needed, pick
from bot.daily.pool import DailyFact, Pool
from bot.daily.posting import Posted
from bot.daily.schedule import Due, Schedule, local_day, next_due
from bot.discord_app import limits
from bot.discord_app.daily import texts
from bot.discord_app.daily.posts import DiscordPosts
from bot.discord_app.daily.showing import FactDesk
from bot.store.database import Database
from bot.store.ledger import Delivery, Key, Ledger
from bot.store.steps import Steps
from bot.store.subscriptions import GONE, Subscription, Subscriptions, Wish
from bot.store.tables import Standing, State

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

_log: Final = structlog.stdlib.get_logger(__name__)

#: How late a fact may still come, in seconds.
DEADLINE: Final = 6 * 3600
_HEARTBEAT: Final = 5.0
_FORGETTING: Final = 3600
#: Room for what stands around the facts of a preview.
_LEAD: Final = 300


class DailyFacts:
    """The daily fact of one client. `rest` waits for so many seconds, `pace` until the next post may go out."""

    def __init__(
        self,
        client: "SpacewalkBot",
        database: Database,
        pool: Pool,
        pace: Callable[[], Awaitable[None]],
        rest: Callable[[float], Awaitable[object]],
    ) -> None:
        """Put everything together; nothing happens before `run`."""
        self.words: Wording = client.front_desk.words
        self.pool = pool
        self.desk = FactDesk(client.front_desk.corpus, self.words)
        self.subscriptions = Subscriptions(database)
        self.ledger = Ledger(database, DEADLINE)
        self._now = client.now
        self._rest = rest
        self._posts = DiscordPosts(client, self.desk)
        self._steps = Steps(database)
        self._forget_at = 0
        self._may_forget = False
        self.courier = Courier(
            self.subscriptions, self.ledger, self._steps, pool, self._posts, now=client.now, pace=pace
        )

    async def run(self) -> None:
        """Look for what is due, for as long as the process lives; no failure ends this."""
        while True:
            try:
                await self.courier.round()
                await self._forget()
            except* (SQLAlchemyError, OSError) as failures:
                _log.warning(
                    "the database fails; daily facts wait", errors=[str(error) for error in failures.exceptions]
                )
            except* Exception as failures:  # noqa: BLE001 - whatever it is, tomorrow's facts must come
                _log.error("a bug", where="daily facts", exc_info=failures)
            await self._rest(_HEARTBEAT)

    async def knows_servers(self) -> None:
        """Forget old rows from now on: which servers were left, and which joined again, is noted."""
        self._may_forget = True
        await self._forget()

    async def _forget(self) -> None:
        now = self.seconds()
        due = not now < self._forget_at <= now + _FORGETTING  # later than that was set by a clock that was wrong
        if self._may_forget and due:
            self._forget_at = now + _FORGETTING
            await self.subscriptions.forget(now)

    def seconds(self) -> int:
        """Return the moment in whole seconds since 1970."""
        return int(self._now())

    def now_in(self, zone: str) -> str:
        """Return what the clocks of a zone show."""
        return self.words.time(dt.datetime.fromtimestamp(self.seconds(), ZoneInfo(zone)).time())

    def when(self, schedule: Schedule) -> str:
        """Say on which days at what time of which zone."""
        days = texts.setting_up.every(self.words, schedule.weekdays)
        return texts.setting_up.at_time(self.words, days, self.words.time(schedule.time), schedule.zone)

    def zone_offer(self, zone: str) -> str:
        """Offer a time zone, as a suggestion is shown."""
        return limits.clip(texts.unreadable.zone_offer(self.words, zone, self.now_in(zone)), limits.CHOICE_NAME)

    def started(self, subscription: Subscription, before: Wish | None) -> str:
        """Say what was set up, when the first fact comes, what it replaces, and what can be done next."""
        words, wish = self.words, subscription.wish
        lines = [
            texts.setting_up.started(
                words,
                f"<#{wish.channel_id}>",
                self.when(wish.schedule),
                self.now_in(wish.schedule.zone),
                subscription.next.moment,
            ),
            self.extras(wish),
            texts.setting_up.changed(words, self.when(before.schedule), self.extras(before)) if before else "",
            texts.setting_up.after_start(words),
        ]
        return "\n".join(filter(None, lines))

    def extras(self, wish: Wish) -> str:
        """Say what is done about each fact besides posting it."""
        return texts.setting_up.extras(self.words, wish.role_id, thread=wish.thread, publish=wish.publish)

    async def preview(self, subscription: Subscription, count: int) -> str:
        """Tell the next facts of a subscription."""
        lead = (
            texts.looking_after.preview_lead
            if subscription.standing is Standing.ACTIVE
            else texts.looking_after.preview_resumed
        )
        share = (limits.MESSAGE - _LEAD) // count
        lines = [
            texts.looking_after.preview_line(due.moment, limits.clip(self.desk.line(fact), share))
            for due, fact in await self.next_facts(subscription, count)
        ]
        return "\n\n".join((lead(self.words, f"<#{subscription.wish.channel_id}>"), *lines))

    async def next_facts(self, subscription: Subscription, count: int) -> Sequence[tuple[Due, DailyFact]]:
        """Return the next facts of a subscription with their moments, as they come if the corpus stays as it is.

        One that gets none at present is taken as if it were resumed now.
        """
        told: list[tuple[dt.date, str]] = list(await self._told(subscription))
        schedule, due, found = subscription.wish.schedule, subscription.next, []
        if subscription.standing is not Standing.ACTIVE:  # what was next then may have passed: as if resumed now
            due = next_due(schedule, self.seconds())
            while told and due.day <= told[-1][0]:
                due = next_due(schedule, due.moment)
        for _ in range(count):
            key = pick(self.pool, subscription.id, due.day, told)
            told.append((due.day, key))
            if fact := self.pool.tell(key, due.day):
                found.append((due, fact))
            due = next_due(schedule, due.moment)
        return found

    async def _told(self, subscription: Subscription) -> Told:
        return await self.ledger.told_before(subscription.id, history_needed(self.pool))

    async def status_of(self, subscription: Subscription, missing: Sequence[str] = ()) -> str:
        """Say how a subscription is doing: when, next, latest, what is wrong; `missing` are permissions by name."""
        words, wish = self.words, subscription.wish
        latest = await self.ledger.latest(subscription.id)
        mention = f"<#{wish.channel_id}>"
        mendable = subscription.standing is Standing.REFUSED and subscription.problem != GONE
        lines = [
            f"{mention}, {self.when(wish.schedule)}. {self.extras(wish)}".rstrip(),
            texts.looking_after.standing_line(
                words, subscription.standing, subscription.next.moment, subscription.standing_since
            ),
            await self._latest_line(wish.guild_id, latest[0]) if latest else texts.looking_after.nothing_yet(words),
            texts.targets.rights_missing(words, mention, missing) if missing else "",
            texts.looking_after.once_mended(words) if mendable else "",
        ]
        return "\n".join(filter(None, lines))

    async def _latest_line(self, guild_id: int, delivery: Delivery) -> str:
        link = f"https://discord.com/channels/{guild_id}/{delivery.channel_id}/{delivery.message_id}"
        date = self.words.date(delivery.key.local_date)
        said = [texts.looking_after.last_line(self.words, delivery.state, date, link, delivery.problem)]
        said += [
            texts.looking_after.step_failed(self.words, step, state)
            for step, state in await self._steps.of(delivery.key)
        ]
        return " ".join(filter(None, said))

    async def post_sample(self, subscription: Subscription) -> str | None:
        """Post today's fact as it would be, outside the ledger and without a ping; return what is wrong, if any."""
        day = local_day(subscription.wish.schedule, self.seconds())
        fact = self.pool.tell(pick(self.pool, subscription.id, day, await self._told(subscription)), day)
        if fact is None:
            return "no-fact"
        now = self.seconds()
        # The number of no day: nobody takes the sample for a day's fact, and a second sample is a post of its own.
        key = Key(secrets.randbelow(10**10), dt.date(1, 1, 1))
        sample = Delivery(key, subscription.wish.channel_id, State.CLAIMED, now, now, 1, fact.id, now, None, None, None)
        unpinged = replace(subscription, wish=replace(subscription.wish, role_id=None))
        attempt = await self._posts.post(sample, unpinged, fact)
        return None if isinstance(attempt, Posted) else attempt.problem
