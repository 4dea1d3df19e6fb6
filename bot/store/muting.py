"""Channels where mentions are not answered. Kept in memory, since every message asks; the database is the truth."""

from sqlalchemy import delete, select

from bot.store.database import Database
from bot.store.tables import muted_channels


class MutedChannels:
    """The channels of one database that were muted up to the start of this process, or by it."""

    def __init__(self, database: Database) -> None:
        """Keep them there; nothing is known before `load`."""
        self._database = database
        self._channels: set[int] = set()

    async def load(self) -> None:
        """Read them all: a handful of numbers."""
        async with self._database.reading() as connection:
            self._channels = set((await connection.execute(select(muted_channels.c.channel_id))).scalars())

    def __contains__(self, channel_id: object) -> bool:
        """Tell whether a channel is muted."""
        return channel_id in self._channels

    async def mute(self, channel_id: int, guild_id: int) -> None:
        """Mute a channel of a server."""
        added = self._database.insert(muted_channels).values(channel_id=channel_id, guild_id=guild_id)
        async with self._database.writing() as connection:
            await connection.execute(added.on_conflict_do_nothing())
        self._channels.add(channel_id)

    async def unmute(self, channel_id: int) -> None:
        """Answer mentions in a channel again."""
        async with self._database.writing() as connection:
            await connection.execute(delete(muted_channels).where(muted_channels.c.channel_id == channel_id))
        self._channels.discard(channel_id)
