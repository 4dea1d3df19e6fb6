"""What becomes of a day's fact when an earlier sending may have come through, on both databases."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import pytest

from bot.answering import Librarian
from bot.daily.courier import Courier
from bot.daily.pool import DailyFact, Pool
from bot.daily.posting import Attempt, Failed, Malformed, NotThere, Posted, Refused, Search, Unreadable
from bot.daily.schedule import Schedule
from bot.store.database import Database
from bot.store.ledger import Delivery, Ledger
from bot.store.steps import StepDue, Steps
from bot.store.subscriptions import Subscription, Subscriptions, Wish
from bot.store.tables import State

_HOUR = 3600
_DEADLINE = 6 * _HOUR
#: 18 March 2026, noon UTC, when the fact is due.
_NOON = 1_773_835_200
_LOST = Failed("disconnected", perhaps=True)


@dataclass
class Discord:
    """A front end that answers as it is told to, and notes what it is asked."""

    posts: list[Attempt | Callable[[], Awaitable[Attempt]]] = field(default_factory=list)
    finds: list[Search] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def post(self, _delivery: Delivery, _subscription: Subscription, _fact: DailyFact) -> Attempt:
        self.asked.append("post")
        answer = self.posts.pop(0)
        return await answer() if callable(answer) else answer

    async def find(self, _delivery: Delivery) -> Search:
        self.asked.append("find")
        return self.finds.pop(0)

    async def take(self, due: StepDue, _title: str) -> Attempt:
        return Posted(due.message_id)

    async def tell(self, _subscription: Subscription, _problem: str) -> None:
        self.asked.append("tell")


@dataclass
class Scene:
    """A subscription, and a courier at a time that stands until a test moves it."""

    database: Database
    pool: Pool
    discord: Discord = field(default_factory=Discord)
    now: float = _NOON
    running: float = 0.0

    def courier(self) -> Courier:
        """Return a courier as at the start of a process."""
        subscriptions, ledger, steps = (
            Subscriptions(self.database),
            Ledger(self.database, _DEADLINE),
            Steps(self.database),
        )
        return Courier(
            subscriptions, ledger, steps, self.pool, self.discord, lambda: self.now, self._pace, lambda: self.running
        )

    def pass_by(self, seconds: float) -> None:
        """Let time pass while the process runs."""
        self.now += seconds
        self.running += seconds

    async def _pace(self) -> None:
        """Let the next one go out."""

    async def deliveries(self) -> Sequence[Delivery]:
        """Return the ledger, the oldest first."""
        return (await Ledger(self.database, _DEADLINE).latest(1, 100))[::-1]

    async def outcome(self) -> tuple[State, str | None]:
        """Return what became of the only delivery."""
        [delivery] = await self.deliveries()
        return delivery.state, delivery.problem


@pytest.fixture
async def scene(database: Database, librarian: Librarian) -> Scene:
    """A subscription for noon, of which the first fact is due now."""
    wish = Wish(1, 2, Schedule(720, "UTC"), made_by=3)
    await Subscriptions(database).start(wish, _NOON - _HOUR)
    return Scene(database, Pool(librarian))


_NO = pytest.mark.parametrize(
    "refused", [Refused("no-such-channel", lasting=True), Malformed("refused-400-50035")], ids=["gone", "malformed"]
)


@_NO
@pytest.mark.parametrize(
    ("found", "state"),
    [(Posted(5, _NOON), State.POSTED), (NotThere(), State.MISSED), (Unreadable("no-access"), State.UNKNOWN)],
)
async def test_before_a_day_is_given_up_it_is_looked_for_what_was_sent_earlier(
    scene: Scene, refused: Attempt, found: Search, state: State
) -> None:
    scene.discord.posts = [_LOST, refused]
    scene.discord.finds = [found]
    courier = scene.courier()
    await courier.round()
    scene.pass_by(10)
    await courier.round()
    assert (await scene.outcome())[0] is state
    assert scene.discord.asked[:3] == ["post", "post", "find"]


@_NO
async def test_what_cannot_be_looked_for_now_is_looked_for_later(scene: Scene, refused: Attempt) -> None:
    scene.discord.posts = [_LOST, refused]
    scene.discord.finds = [Failed("discord-fails", perhaps=False), Posted(5, _NOON)]
    courier = scene.courier()
    await courier.round()
    scene.pass_by(10)
    await courier.round()
    assert (await scene.outcome())[0] is State.DUE
    scene.pass_by(300)
    await courier.round()
    assert (await scene.outcome())[0] is State.POSTED


@_NO
async def test_what_was_never_sent_is_missed_without_looking(scene: Scene, refused: Attempt) -> None:
    scene.discord.posts = [refused]
    await scene.courier().round()
    assert (await scene.outcome())[0] is State.MISSED
    assert "find" not in scene.discord.asked


async def test_within_a_minute_discord_itself_knows_the_second_sending(scene: Scene) -> None:
    scene.discord.posts = [_LOST, Posted(5)]
    courier = scene.courier()
    await courier.round()
    scene.pass_by(50)
    await courier.round()
    assert scene.discord.asked == ["post", "post"]


async def test_after_a_minute_the_channel_is_read_first(scene: Scene) -> None:
    scene.discord.posts, scene.discord.finds = [_LOST, Posted(5)], [NotThere()]
    courier = scene.courier()
    await courier.round()
    scene.pass_by(70)
    await courier.round()
    assert scene.discord.asked == ["post", "find", "post"]


async def test_a_clock_that_was_set_back_does_not_make_a_nonce_younger(scene: Scene) -> None:
    scene.discord.posts, scene.discord.finds = [_LOST], [Posted(5, _NOON)]
    courier = scene.courier()
    await courier.round()
    scene.now -= 1000
    scene.pass_by(1010)
    await courier.round()
    assert scene.discord.asked == ["post", "find"]
    assert await scene.outcome() == (State.POSTED, None)


async def test_a_process_that_starts_trusts_no_nonce(scene: Scene) -> None:
    scene.discord.posts, scene.discord.finds = [_LOST], [Posted(5, _NOON)]
    await scene.courier().round()
    scene.pass_by(10)
    await scene.courier().round()
    assert scene.discord.asked == ["post", "find"]


async def test_after_the_deadline_a_post_is_looked_for_in_less_hurry_and_for_a_day(scene: Scene) -> None:
    scene.discord.posts, scene.discord.finds = [_LOST, Posted(6)], [Failed("discord-fails", perhaps=False)] * 1000
    courier = scene.courier()
    await courier.round()
    scene.pass_by(_DEADLINE)
    while (await scene.deliveries())[0].state is State.DUE:
        await courier.round()
        scene.pass_by(300)
    first, second = await scene.deliveries()
    assert (first.state, first.problem) == (State.UNKNOWN, "discord-fails")
    assert second.state is State.POSTED
    assert scene.discord.asked.count("find") < 110
    assert scene.now - first.deadline_at < 25 * _HOUR


async def test_what_another_process_called_missed_is_unknown_when_an_answer_got_lost_meanwhile(scene: Scene) -> None:
    async def overtaken() -> Attempt:
        scene.now += _DEADLINE
        await scene.courier().round()
        return _LOST

    scene.discord.posts, scene.discord.finds = [overtaken], [NotThere()]
    await scene.courier().round()
    assert await scene.outcome() == (State.UNKNOWN, "disconnected")


async def test_what_another_process_called_missed_stays_so_when_nothing_was_sent(scene: Scene) -> None:
    async def overtaken() -> Attempt:
        scene.now += _DEADLINE
        await scene.courier().round()
        return Failed("unreachable", perhaps=False)

    scene.discord.posts, scene.discord.finds = [overtaken], [NotThere()]
    await scene.courier().round()
    assert (await scene.outcome())[0] is State.MISSED


async def test_what_was_planned_by_a_clock_that_was_ahead_waits_for_its_day(scene: Scene) -> None:
    courier = scene.courier()
    scene.discord.posts = [Failed("unreachable", perhaps=False)] * 2
    scene.now += 24 * _HOUR
    await courier.round()  # that of the first day is missed, that of the second is tried
    scene.now -= 24 * _HOUR
    for _ in range(24):
        assert "post" not in scene.discord.asked[1:]
        await courier.round()
        scene.pass_by(_HOUR)
    scene.discord.posts = [Posted(5)]
    await courier.round()
    assert [delivery.state for delivery in await scene.deliveries()] == [State.MISSED, State.POSTED]


async def test_what_was_sent_by_a_clock_that_was_ahead_is_looked_for_at_once(scene: Scene) -> None:
    scene.discord.posts, scene.discord.finds = [_LOST], [Posted(5, _NOON)]
    scene.now += 24 * _HOUR
    await scene.courier().round()
    scene.now -= 24 * _HOUR
    await scene.courier().round()
    assert [delivery.state for delivery in await scene.deliveries()] == [State.MISSED, State.POSTED]


async def test_what_another_process_still_holds_is_looked_for_when_an_answer_got_lost_meanwhile(scene: Scene) -> None:
    async def overtaken() -> Attempt:
        scene.now += 130
        await scene.courier().round()
        return _LOST

    scene.discord.posts = [overtaken, Refused("no-access")]
    scene.discord.finds = [NotThere(), Posted(5, _NOON)]
    await scene.courier().round()
    scene.pass_by(_HOUR)
    await scene.courier().round()
    assert scene.discord.asked == ["post", "find", "post", "tell", "find"]
    assert await scene.outcome() == (State.POSTED, None)


@pytest.mark.parametrize("clock", ["now", "running"])
async def test_a_process_that_was_stopped_for_longer_than_its_claim_does_not_send(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    noted = Ledger.sending

    async def stopped(ledger: Ledger, delivery: Delivery, fact: str, sent_at: int) -> bool:
        held = await noted(ledger, delivery, fact, sent_at)
        setattr(scene, clock, getattr(scene, clock) + 100)
        return held

    monkeypatch.setattr(Ledger, "sending", stopped)
    await scene.courier().round()
    assert scene.discord.asked == []
    assert await scene.outcome() == (State.DUE, "timeout")
