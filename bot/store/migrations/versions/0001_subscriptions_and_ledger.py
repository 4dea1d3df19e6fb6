"""Subscriptions, the ledger of deliveries, steps after posts, departures and muted channels."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("weekdays", sa.Integer, nullable=False),
        sa.Column("role_id", sa.BigInteger),
        sa.Column("thread", sa.Boolean, nullable=False),
        sa.Column("publish", sa.Boolean, nullable=False),
        sa.Column("made_by", sa.BigInteger, nullable=False),
        sa.Column("standing", sa.String(8), nullable=False),
        sa.Column("standing_since", sa.BigInteger, nullable=False),
        sa.Column("next_date", sa.Date, nullable=False),
        sa.Column("next_due_at", sa.BigInteger, nullable=False),
        sa.Column("problem", sa.String(24)),
        sa.Column("problem_since", sa.BigInteger),
        sa.Column("told_at", sa.BigInteger),
        sa.Column("refusals", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("channel_id", name="uq_subscriptions_channel_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subscriptions_guild_id", "subscriptions", ["guild_id"])
    op.create_index("ix_subscriptions_standing_next_due_at", "subscriptions", ["standing", "next_due_at"])
    op.create_table(
        "deliveries",
        sa.Column("subscription_id", sa.Integer, nullable=False),
        sa.Column("local_date", sa.Date, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("deadline_at", sa.BigInteger, nullable=False),
        sa.Column("free_at", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("fact", sa.String(120)),
        sa.Column("sent_at", sa.BigInteger),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("posted_at", sa.BigInteger),
        sa.Column("problem", sa.String(24)),
        sa.PrimaryKeyConstraint("subscription_id", "local_date", "slot", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name="fk_deliveries_subscriptions", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_deliveries_free_at", "deliveries", ["free_at"])
    op.create_table(
        "steps",
        sa.Column("subscription_id", sa.Integer, nullable=False),
        sa.Column("local_date", sa.Date, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("step", sa.String(8), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("deadline_at", sa.BigInteger, nullable=False),
        sa.Column("free_at", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("problem", sa.String(24)),
        sa.PrimaryKeyConstraint("subscription_id", "local_date", "slot", "step", name="pk_steps"),
        sa.ForeignKeyConstraint(
            ["subscription_id", "local_date", "slot"],
            ["deliveries.subscription_id", "deliveries.local_date", "deliveries.slot"],
            name="fk_steps_deliveries",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_steps_free_at", "steps", ["free_at"])
    op.create_table(
        "departures",
        sa.Column("guild_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("left_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_departures"),
    )
    op.create_table(
        "muted_channels",
        sa.Column("channel_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("channel_id", name="pk_muted_channels"),
    )
    op.create_index("ix_muted_channels_guild_id", "muted_channels", ["guild_id"])
