"""What the courier guarantees, on both databases: a message a day and channel, or an honest word."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pytest
from sqlalchemy import update

from bot.answering import Librarian
from bot.daily.courier import NONCE_TRUSTED, Courier
from bot.daily.pace import Pace
from bot.daily.plan import plan_one
from bot.daily.pool import DailyFact, Pool
from bot.daily.posting import Attempt, Failed, Malformed, NotThere, Posted, Refused, Search, Unreadable
from bot.daily.schedule import Schedule
from bot.store.database import Database
from bot.store.ledger import LEASE, Delivery, Ledger
from bot.store.steps import StepDue, Steps
from bot.store.subscriptions import KEPT, REMEMBERED, Subscription, Subscriptions, Wish
from bot.store.tables import Standing, State, Step, StepState, subscriptions
from tests.databases import Connect

#: 27 November 2026, 08:00 UTC.
EIGHT = 1_795_766_400
HOUR = 3600
DAY = 86_400
DEADLINE = 6 * HOUR
NINE_IN_LONDON = Schedule(540, "Europe/London")


@dataclass
class Discord:
    """Channels in memory. `next` says what becomes of the next attempts; without a word, all goes well.

    A nonce is known again for three minutes, as Discord says "a few".
    """

    now: Callable[[], int]
    next: list[Attempt | type[BaseException]] = field(default_factory=list)
    steps: list[Attempt] = field(default_factory=list)
    readable: bool = True
    messages: list[tuple[int, int, int, str]] = field(default_factory=list)
    taken: list[StepDue] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)
    attempts: int = 0

    async def post(self, delivery: Delivery, _subscription: Subscription, fact: DailyFact) -> Attempt:
        self.attempts += 1
        planned = self.next.pop(0) if self.next else None
        arrives = planned is None or (isinstance(planned, Failed) and planned.perhaps) or isinstance(planned, type)
        message_id = self._arrived(delivery, fact) if arrives else 0
        if isinstance(planned, type):
            raise planned
        return planned or Posted(message_id)

    def _arrived(self, delivery: Delivery, fact: DailyFact) -> int:
        for message_id, nonce, at, _ in self.messages:
            if nonce == delivery.key.number and self.now() - at < 180:
                return message_id
        self.messages.append((len(self.messages) + 1, delivery.key.number, self.now(), fact.id))
        return len(self.messages)

    async def find(self, delivery: Delivery) -> Search:
        if not self.readable:
            return Unreadable("no-access")
        for message_id, nonce, at, _ in self.messages:
            if nonce == delivery.key.number:
                return Posted(message_id, at)
        return NotThere()

    async def take(self, due: StepDue, _title: str) -> Attempt:
        self.taken.append(due)
        return self.steps.pop(0) if self.steps else Posted(due.message_id)

    async def tell(self, subscription: Subscription, problem: str) -> None:
        self.told.append((subscription.wish.made_by, problem))


@dataclass
class Scene:
    """A database, a channel in memory, and a clock that stands until it is moved."""

    database: Database
    pool: Pool
    moment: int = EIGHT

    def __post_init__(self) -> None:
        self.discord = Discord(self.now)
        self.subscriptions = Subscriptions(self.database)
        self.ledger = Ledger(self.database, DEADLINE)
        self.steps = Steps(self.database)

    def now(self) -> int:
        return self.moment

    @cached_property
    def courier(self) -> Courier:
        return Courier(self.subscriptions, self.ledger, self.steps, self.pool, self.discord, self.now, Pace(0.0))

    async def start(self, channel: int = 1, schedule: Schedule = NINE_IN_LONDON, **more: bool) -> Subscription:
        wish = Wish(guild_id=7, channel_id=channel, schedule=schedule, made_by=99, **more)
        return await self.subscriptions.start(wish, self.moment)

    async def at(self, moment: int) -> None:
        """Let the clock show a moment, and a round be made then."""
        self.moment = moment
        await self.courier.round()

    async def until(self, moment: int, every: int = 600) -> None:
        """Let time pass, with a round from time to time."""
        while self.moment < moment:
            await self.at(min(moment, self.moment + every))

    async def states(self, subscription: Subscription) -> Sequence[tuple[str, State]]:
        latest = await self.ledger.latest(subscription.id, 50)
        return [(delivery.key.local_date.isoformat(), delivery.state) for delivery in reversed(latest)]


@pytest.fixture(scope="session")
def pool(librarian: Librarian) -> Pool:
    return Pool(librarian)


@pytest.fixture
def scene(database: Database, pool: Pool) -> Scene:
    return Scene(database, pool)


async def test_a_fact_comes_at_its_time_and_once(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + HOUR - 1)
    assert scene.discord.messages == []
    for second in range(0, 300, 5):
        await scene.at(EIGHT + HOUR + second)
    assert len(scene.discord.messages) == 1
    assert await scene.states(subscription) == [("2026-11-27", State.POSTED)]
    await scene.at(EIGHT + HOUR + DAY)
    assert len({fact for _, _, _, fact in scene.discord.messages}) == 2


async def test_a_subscription_that_cannot_be_planned_keeps_no_other_from_it(scene: Scene) -> None:
    broken = await scene.start(1)
    await scene.start(2)
    async with scene.database.writing() as connection:
        await connection.execute(
            update(subscriptions).where(subscriptions.c.id == broken.id).values(zone="Atlantis/Poseidonis")
        )
    await scene.at(EIGHT + HOUR)
    await scene.at(EIGHT + HOUR + 60)
    assert len(scene.discord.messages) == 1


async def test_two_days_asleep_are_missed_and_said_to_be(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + 2 * DAY + 2 * HOUR)
    assert await scene.states(subscription) == [
        ("2026-11-27", State.MISSED),
        ("2026-11-28", State.MISSED),
        ("2026-11-29", State.LATE),
    ]
    assert len(scene.discord.messages) == 1


@pytest.mark.parametrize(
    "failure",
    [
        Failed("disconnected", perhaps=True),
        Failed("discord-fails", perhaps=True),
        Failed("unreachable", perhaps=False),
        Failed("rate-limited", perhaps=False, pause=30.0),
        asyncio.CancelledError,
    ],
    ids=str,
)
@pytest.mark.parametrize("times", [1, 8])
async def test_what_fails_is_tried_again_without_a_second_message(
    scene: Scene, failure: Attempt | type[BaseException], times: int
) -> None:
    subscription = await scene.start()
    scene.discord.next = [failure] * times
    scene.moment = EIGHT + HOUR
    while scene.moment < EIGHT + HOUR + DEADLINE + HOUR:
        try:
            await scene.courier.round()
        except asyncio.CancelledError:
            task = asyncio.current_task()
            assert task is not None
            task.uncancel()
        scene.moment += 20 if scene.moment < EIGHT + HOUR + 200 else 300
    assert len(scene.discord.messages) == 1
    [(_, state)] = await scene.states(subscription)
    assert state in {State.POSTED, State.LATE}


async def test_after_the_window_of_the_nonce_the_channel_is_read_first(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Failed("disconnected", perhaps=True)]
    await scene.at(EIGHT + HOUR)
    await scene.at(EIGHT + HOUR + NONCE_TRUSTED + HOUR)
    assert scene.discord.attempts == 1
    assert await scene.states(subscription) == [("2026-11-27", State.POSTED)]


async def test_what_cannot_be_read_is_unknown_and_not_sent_again(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next, scene.discord.readable = [Failed("disconnected", perhaps=True)], False
    await scene.at(EIGHT + HOUR)
    await scene.until(EIGHT + 8 * HOUR)
    assert await scene.states(subscription) == [("2026-11-27", State.UNKNOWN)]
    assert len(scene.discord.messages) == 1


async def test_a_refusal_is_surely_no_post_even_where_the_channel_is_hidden(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next, scene.discord.readable = [Refused("no-access")] * 3, False
    await scene.until(EIGHT + 4 * HOUR)
    assert len(scene.discord.messages) == 1
    assert await scene.states(subscription) == [("2026-11-27", State.LATE)]


async def test_refusals_are_told_once_and_given_up_after_three_days(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Refused("missing-permission")] * 1000
    await scene.until(EIGHT + 5 * DAY, every=HOUR)
    assert scene.discord.told == [(99, "missing-permission")]
    assert [state for _, state in await scene.states(subscription)] == [State.MISSED] * 3
    [kept] = await scene.subscriptions.of_guild(7)
    assert (kept.standing, kept.problem) == (Standing.REFUSED, "missing-permission")
    scene.discord.next = []
    await scene.subscriptions.resume(kept, scene.moment)
    await scene.until(scene.moment + DAY)
    assert len(scene.discord.messages) == 1
    [mended] = await scene.subscriptions.of_guild(7)
    assert (mended.standing, mended.problem) == (Standing.ACTIVE, None)


async def test_a_channel_that_is_gone_is_given_up_at_once_and_nothing_is_deleted(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Refused("no-such-channel", lasting=True)]
    await scene.until(EIGHT + 3 * DAY, every=HOUR)
    assert scene.discord.attempts == 1
    assert scene.discord.told == [(99, "no-such-channel")]
    [kept] = await scene.subscriptions.of_guild(7)
    assert kept.standing is Standing.REFUSED
    assert await scene.states(subscription) == [("2026-11-27", State.MISSED)]
    await scene.subscriptions.forget(EIGHT + HOUR + KEPT)
    assert await scene.subscriptions.of_guild(7) == []


async def test_a_malformed_fact_is_missed_and_the_next_day_goes_on(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Malformed("refused-400-50035")]
    await scene.until(EIGHT + DAY + 2 * HOUR, every=HOUR)
    assert [state for _, state in await scene.states(subscription)] == [State.MISSED, State.POSTED]


async def test_an_outage_longer_than_the_deadline_is_missed_and_deletes_nothing(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Failed("unreachable", perhaps=False)] * 1000
    await scene.until(EIGHT + 10 * HOUR)
    assert await scene.states(subscription) == [("2026-11-27", State.MISSED)]
    scene.discord.next = []
    await scene.until(EIGHT + DAY + 2 * HOUR)
    assert len(scene.discord.messages) == 1


async def test_asked_to_leave_discord_alone_everything_waits(scene: Scene) -> None:
    for channel in range(1, 21):
        await scene.start(channel)
    scene.discord.next = [Failed("rate-limited", perhaps=False, pause=600.0, by_all=True)]
    await scene.at(EIGHT + HOUR)
    assert scene.discord.attempts <= 8
    await scene.until(EIGHT + 2 * HOUR)
    assert Counter(nonce for _, nonce, _, _ in scene.discord.messages).most_common(1)[0][1] == 1
    assert len(scene.discord.messages) == 20


async def test_the_silence_that_discord_asked_for_lasts_as_long_as_it_said(scene: Scene) -> None:
    for channel in (1, 2, 3):
        await scene.start(channel, Schedule(540 + channel, "Europe/London"))
    scene.discord.next = [Failed("rate-limited", perhaps=False, pause=600.0, by_all=True)]
    await scene.at(EIGHT + HOUR + 60)
    for second in range(65, 655, 5):
        await scene.at(EIGHT + HOUR + second)
    assert scene.discord.attempts == 1
    await scene.until(EIGHT + 2 * HOUR, every=60)
    assert len(scene.discord.messages) == 3


async def test_a_bug_with_one_fact_keeps_no_other_from_coming(scene: Scene) -> None:
    for channel in range(1, 7):
        await scene.start(channel)
    scene.discord.next = [ZeroDivisionError] * 2
    await scene.at(EIGHT + HOUR)
    assert len({nonce for _, nonce, _, _ in scene.discord.messages}) == 6
    await scene.until(EIGHT + 2 * HOUR, every=60)
    assert len(scene.discord.messages) == 6
    states = [(await scene.states(sub))[0][1] for sub in await scene.subscriptions.of_guild(7)]
    assert set(states) == {State.POSTED}


@pytest.mark.parametrize("back", [HOUR, DAY, 400 * DAY])
async def test_a_clock_set_back_brings_nothing_twice(scene: Scene, back: int) -> None:
    await scene.start()
    await scene.at(EIGHT + HOUR)
    await scene.at(EIGHT + HOUR - back)
    await scene.until(EIGHT + 2 * HOUR, every=max(600, back // 50))
    posts = Counter(nonce for _, nonce, _, _ in scene.discord.messages)
    assert set(posts.values()) == {1}


async def test_after_a_clock_that_was_years_ahead_the_days_go_on(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + 3000 * DAY)
    scene.moment = EIGHT
    await scene.until(EIGHT + DAY + 2 * HOUR)
    states = dict(await scene.states(subscription))
    assert states["2026-11-27"] is State.POSTED
    assert states["2026-11-28"] is State.POSTED


async def test_many_couriers_share_the_work(scene: Scene, connect: Connect) -> None:
    for channel in range(1, 61):
        await scene.start(channel)
    scene.moment = EIGHT + HOUR
    others = [replace_database(scene, await connect()) for _ in range(3)]
    await asyncio.gather(*(courier.round() for courier in [scene.courier, *others]))
    assert len(scene.discord.messages) == 60
    assert scene.discord.attempts == 60


def replace_database(scene: Scene, database: Database) -> Courier:
    return replace(
        scene.courier,
        subscriptions=Subscriptions(database),
        ledger=Ledger(database, DEADLINE),
        steps=Steps(database),
    )


async def test_a_claim_that_is_still_held_is_left_alone_and_an_old_one_is_taken_over(scene: Scene) -> None:
    await scene.start()
    scene.moment = EIGHT + HOUR
    await scene.ledger.plan(scene.moment, plan_one, 10)
    [held] = await scene.ledger.claim(scene.moment, 10)
    await scene.at(scene.moment + LEASE - 1)
    assert scene.discord.messages == []
    await scene.at(scene.moment + 1)
    assert len(scene.discord.messages) == 1
    assert not await scene.ledger.sending(held, "too-late", scene.moment)


async def test_the_fact_is_chosen_once(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Failed("unreachable", perhaps=False)] * 4
    chosen = set()
    for _ in range(6):
        await scene.at(scene.moment + HOUR)
        chosen |= {delivery.fact for delivery in await scene.ledger.latest(subscription.id)}
    assert len(chosen - {None}) == 1


async def test_an_hour_changed_after_todays_fact_begins_tomorrow(scene: Scene) -> None:
    await scene.start()
    await scene.at(EIGHT + HOUR)
    changed = await scene.start(schedule=Schedule(1200, "Europe/London"))
    assert changed.next.day == dt.date(2026, 11, 28)
    await scene.until(EIGHT + 15 * HOUR)
    assert len(scene.discord.messages) == 1


async def test_a_zone_changed_westwards_does_not_bring_the_same_day_twice(scene: Scene) -> None:
    await scene.start()
    await scene.at(EIGHT + HOUR)
    await scene.start(schedule=Schedule(540, "America/Los_Angeles"))
    await scene.until(EIGHT + 14 * HOUR)
    assert len(scene.discord.messages) == 1
    await scene.until(EIGHT + DAY + 10 * HOUR)
    assert len(scene.discord.messages) == 2


async def test_an_hour_changed_before_it_comes_holds_at_once(scene: Scene) -> None:
    await scene.start()
    scene.discord.next = [Failed("unreachable", perhaps=False)]
    await scene.at(EIGHT + HOUR)
    changed = await scene.start(schedule=Schedule(1200, "Europe/London"))
    assert changed.next.day == dt.date(2026, 11, 27)
    await scene.until(EIGHT + 13 * HOUR)
    assert [at for _, _, at, _ in scene.discord.messages] == [EIGHT + 12 * HOUR]


async def test_paused_nothing_comes_and_what_was_due_is_dropped(scene: Scene) -> None:
    subscription = await scene.start()
    scene.discord.next = [Failed("unreachable", perhaps=False)]
    await scene.at(EIGHT + HOUR)
    await scene.subscriptions.halt(subscription, Standing.PAUSED, scene.moment)
    await scene.until(EIGHT + 2 * DAY, every=HOUR)
    assert scene.discord.messages == []
    resumed = await scene.subscriptions.resume(subscription, scene.moment)
    assert resumed.next.day == dt.date(2026, 11, 29)


@pytest.mark.parametrize("standing", [Standing.PAUSED, Standing.STOPPED])
async def test_what_did_not_come_through_is_not_sent_after_a_halt(scene: Scene, standing: Standing) -> None:
    subscription = await scene.start()
    scene.discord.next = [Failed("discord-fails", perhaps=True)]
    await scene.at(EIGHT + HOUR)
    scene.discord.messages.clear()  # it had not come through
    await scene.subscriptions.halt(subscription, standing, scene.moment)
    await scene.until(EIGHT + 3 * HOUR)
    assert scene.discord.messages == []
    assert await scene.states(subscription) == [("2026-11-27", State.MISSED)]


async def test_steps_are_taken_tried_again_and_given_up_by_themselves(scene: Scene) -> None:
    subscription = await scene.start(thread=True, publish=True)
    scene.discord.steps = [Failed("discord-fails", perhaps=True), Refused("missing-permission")]
    await scene.at(EIGHT + HOUR)
    [delivery] = await scene.ledger.latest(subscription.id)
    assert delivery.state is State.POSTED
    await scene.until(EIGHT + 2 * HOUR, every=60)
    found = dict(await scene.steps.of(delivery.key))
    assert sorted(found.values()) == [StepState.DONE, StepState.FAILED]
    assert {due.step for due in scene.discord.taken} == {Step.THREAD, Step.PUBLISH}
    assert len(scene.discord.messages) == 1


async def test_a_step_is_not_taken_long_after_its_post(scene: Scene) -> None:
    subscription = await scene.start(thread=True)
    scene.discord.steps = [Failed("discord-fails", perhaps=True)]
    await scene.at(EIGHT + HOUR)
    await scene.at(EIGHT + 9 * HOUR)
    [delivery] = await scene.ledger.latest(subscription.id)
    assert await scene.steps.of(delivery.key) == [(Step.THREAD, StepState.FAILED)]
    assert len(scene.discord.taken) == 1


async def test_looking_for_a_post_ends_some_day_even_where_it_is_a_bug(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def find(_self: Discord, _delivery: Delivery) -> Search:
        raise ZeroDivisionError

    subscription = await scene.start(schedule=Schedule(540, "Europe/London", frozenset({4})))
    scene.discord.next = [Failed("disconnected", perhaps=True)]
    await scene.at(EIGHT + HOUR)
    monkeypatch.setattr(Discord, "find", find)
    await scene.until(EIGHT + 2 * DAY, every=HOUR)
    assert await scene.states(subscription) == [("2026-11-27", State.UNKNOWN)]


async def test_a_channel_may_be_set_up_by_several_people_at_once(scene: Scene, connect: Connect) -> None:
    others = [Subscriptions(await connect()) for _ in range(3)]
    wish = Wish(guild_id=7, channel_id=1, schedule=NINE_IN_LONDON, made_by=99)
    made = await asyncio.gather(*(one.start(wish, EIGHT) for one in (scene.subscriptions, *others)))
    assert len({subscription.id for subscription in made}) == 1


async def test_what_was_settled_years_ago_is_forgotten(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + HOUR)
    await scene.subscriptions.forget(EIGHT + REMEMBERED)
    assert len(await scene.ledger.latest(subscription.id)) == 1
    await scene.subscriptions.forget(EIGHT + HOUR + REMEMBERED)
    assert await scene.ledger.latest(subscription.id) == []


async def test_a_step_that_never_works_ends_with_the_deadline(scene: Scene) -> None:
    subscription = await scene.start(thread=True)
    scene.discord.steps = [Failed("discord-fails", perhaps=True)] * 1000
    await scene.at(EIGHT + HOUR)
    await scene.until(EIGHT + 9 * HOUR)
    [delivery] = await scene.ledger.latest(subscription.id)
    assert await scene.steps.of(delivery.key) == [(Step.THREAD, StepState.FAILED)]


async def test_a_server_that_was_left_gets_nothing_and_is_forgotten_in_a_week(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + HOUR)
    await scene.subscriptions.left(7, scene.moment)
    await scene.until(EIGHT + 3 * DAY, every=HOUR)
    assert len(scene.discord.messages) == 1
    assert await scene.subscriptions.forget(scene.moment) == 0
    assert await scene.subscriptions.by_id(subscription.id)
    await scene.subscriptions.forget(EIGHT + HOUR + KEPT)
    assert await scene.subscriptions.by_id(subscription.id) is None
    assert await scene.ledger.latest(subscription.id) == []
    assert await scene.subscriptions.guilds() == []


async def test_a_server_that_is_joined_again_goes_on_where_it_was(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + HOUR)
    await scene.subscriptions.left(7, scene.moment)
    await scene.at(EIGHT + DAY)
    await scene.subscriptions.joined(7)
    await scene.until(EIGHT + DAY + 2 * HOUR)
    assert [state for _, state in await scene.states(subscription)] == [State.POSTED, State.POSTED]
    assert await scene.subscriptions.forget(EIGHT + 30 * DAY) == 0


async def test_stopped_and_begun_again_it_remembers_what_was_told(scene: Scene) -> None:
    subscription = await scene.start()
    await scene.at(EIGHT + HOUR)
    await scene.subscriptions.halt(subscription, Standing.STOPPED, scene.moment)
    assert await scene.subscriptions.of_guild(7) == []
    again = await scene.start()
    assert again.id == subscription.id
    assert again.next.day == dt.date(2026, 11, 28)
    assert len(await scene.ledger.told_before(again.id, 10)) == 1
    await scene.subscriptions.halt(again, Standing.STOPPED, scene.moment)
    await scene.subscriptions.forget(scene.moment + KEPT)
    assert await scene.subscriptions.by_id(subscription.id) is None
