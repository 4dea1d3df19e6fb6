"""The tables. Moments are whole seconds since 1970 in UTC; a `local_date` is that of the subscription's time zone.

Every change here needs a migration; a test compares what the migrations make with what stands here, from which an
empty database gets its tables.
"""

from enum import StrEnum
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)

#: The newest migration. The database is asked for it at every start, and Alembic only imported where it is older.
HEAD: Final = "0001"

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class Standing(StrEnum):
    """Whether a subscription is served. `refused` is what became of it when Discord kept refusing its posts."""

    ACTIVE = "active"
    PAUSED = "paused"
    REFUSED = "refused"
    STOPPED = "stopped"


class State(StrEnum):
    """What became of a delivery. `unknown`: it may have been posted, and the channel could not be read to find out."""

    DUE = "due"
    CLAIMED = "claimed"
    POSTED = "posted"
    LATE = "late"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Step(StrEnum):
    """What is done about a post once it stands."""

    THREAD = "thread"
    PUBLISH = "publish"


class StepState(StrEnum):
    """What became of a step."""

    DUE = "due"
    DONE = "done"
    FAILED = "failed"


#: Who gets the daily fact. `channel_id` is where: a text or announcement channel, or a thread.
subscriptions: Final = Table(
    "subscriptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False, unique=True),
    Column("minute", Integer, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("weekdays", Integer, nullable=False),  # bit 0 for Monday
    Column("role_id", BigInteger),
    Column("thread", Boolean, nullable=False),
    Column("publish", Boolean, nullable=False),
    Column("made_by", BigInteger, nullable=False),
    Column("standing", String(8), nullable=False),
    Column("standing_since", BigInteger, nullable=False),
    Column("next_date", Date, nullable=False),
    Column("next_due_at", BigInteger, nullable=False),
    Column("problem", String(24)),
    Column("problem_since", BigInteger),
    Column("told_at", BigInteger),
    Column("refusals", Integer, nullable=False),
    Index("ix_subscriptions_standing_next_due_at", "standing", "next_due_at"),
    sqlite_autoincrement=True,  # an id is never given twice: it is part of what tells posts apart
)

#: The ledger: one row a subscription, local day and slot, which is the guard against a second post.
deliveries: Final = Table(
    "deliveries",
    metadata,
    Column("subscription_id", Integer, primary_key=True),
    Column("local_date", Date, primary_key=True),
    Column("slot", Integer, primary_key=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("deadline_at", BigInteger, nullable=False),
    Column(
        "free_at", BigInteger
    ),  # from when on it may be claimed: the end of a lease or of a pause; empty when settled
    Column("tries", Integer, nullable=False),  # goes up with each claim, and so tells the latest from earlier ones
    Column("fact", String(120)),
    Column("sent_at", BigInteger),  # when the window of the nonce began; empty when nothing was ever sent
    Column("message_id", BigInteger),
    Column("posted_at", BigInteger),
    Column("problem", String(24)),
    ForeignKeyConstraint(["subscription_id"], ["subscriptions.id"], ondelete="CASCADE"),
    Index("ix_deliveries_free_at", "free_at"),
)

#: What is still to be done about posts: a thread opened below, an announcement published.
steps: Final = Table(
    "steps",
    metadata,
    Column("subscription_id", Integer, primary_key=True),
    Column("local_date", Date, primary_key=True),
    Column("slot", Integer, primary_key=True),
    Column("step", String(8), primary_key=True),
    Column("state", String(8), nullable=False),
    Column("deadline_at", BigInteger, nullable=False),
    Column("free_at", BigInteger),
    Column("tries", Integer, nullable=False),
    Column("problem", String(24)),
    ForeignKeyConstraint(
        ["subscription_id", "local_date", "slot"],
        ["deliveries.subscription_id", "deliveries.local_date", "deliveries.slot"],
        ondelete="CASCADE",
    ),
    Index("ix_steps_free_at", "free_at"),
)

#: Servers that the bot has left, and when: what is kept of them goes a week later.
departures: Final = Table(
    "departures",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("left_at", BigInteger, nullable=False),
)

#: Channels where mentions are not answered.
muted_channels: Final = Table(
    "muted_channels",
    metadata,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
)

#: Which migration a database is at, as Alembic notes it. Not among the tables above, which migrations change.
revisions: Final = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
