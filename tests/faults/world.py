"""What the loopback Discord knows: servers, channels, messages, commands; and what it does with them, as documented."""

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Final

import discord

from tests.faults import wire
from tests.faults.changes import Changes
from tests.faults.wire import ApiError, Json, Message

USUAL: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    create_public_threads=True,
    send_messages_in_threads=True,
    use_application_commands=True,
).value
_EDITABLE: Final = ("content", "embeds", "components", "flags")
_IN_METADATA: Final = ("archived", "locked", "auto_archive_duration", "invitable")
_SAYS_SOMETHING: Final = ("content", "embeds", "components", "sticker_ids", "poll")
_PAGE: Final = 100


class World:
    """All that exists. Ids are numbers here, texts on the wire. Not modelled: intents, slow mode, who may do what."""

    def __init__(self, now: Callable[[], float], nonce_window: float) -> None:
        self.now = now
        self.nonce_window = nonce_window
        self.changes = Changes()
        self.emit: Callable[[str, Json], None] = lambda _event, _data: None
        self.users: dict[int, Json] = {}
        self.guilds: dict[int, Json] = {}
        self.channels: dict[int, Json] = {}
        self.commands: dict[int | None, list[Json]] = {}
        self._messages: dict[int, dict[int, Json]] = {}
        self._numbers = itertools.count(1)
        self.bot_id = self.add_user("bot", bot=True)

    def snowflake(self) -> int:
        """Make an id of this millisecond."""
        return (int(self.now() * 1000) - wire.EPOCH_MS) << 22 | next(self._numbers) & 0x3FFFFF

    def time(self) -> str:
        """Return the moment as Discord writes it."""
        return dt.datetime.fromtimestamp(self.now(), dt.UTC).isoformat()

    # What a test sets up

    def add_user(self, name: str, *, bot: bool = False) -> int:
        """Let somebody exist."""
        key = self.snowflake()
        self.users[key] = wire.user(key, name, bot=bot)
        return key

    def add_guild(self, name: str, permissions: int = USUAL) -> int:
        """Make a server that the bot is in, with what it and everybody may do there."""
        key, bots = self.snowflake(), self.snowflake()
        everyone = wire.role(key, "@everyone", permissions)
        ours = wire.role(bots, "bot", permissions, managed=True, tags={"bot_id": str(self.bot_id)})
        me = wire.member(self.users[self.bot_id], self.time(), str(bots))
        with self.changes:
            self.guilds[key] = wire.guild(key, name, self.add_user(f"owner of {name}"), [everyone, ours], me)
            self.emit("GUILD_CREATE", self.whole_guild(key))
        return key

    def add_channel(self, guild_id: int, name: str, kind: int = wire.TEXT, deny: int = 0) -> int:
        """Make a channel: TEXT, ANNOUNCEMENT or FORUM. The permissions in `deny` are denied to the bot there."""
        key = self.snowflake()
        ours = self.guilds[guild_id]["roles"][1]["id"]
        overwrites = [{"id": ours, "type": 0, "allow": "0", "deny": str(deny)}]
        place = {"guild_id": str(guild_id), "position": len(self.channels), "parent_id": None}
        channel = wire.channel(key, kind, name=name, topic=None, permission_overwrites=overwrites, **place)
        with self.changes:
            self.channels[key] = channel
            self.emit("CHANNEL_CREATE", channel)
        return key

    def remove_channel(self, channel_id: int) -> None:
        """Delete a channel with its messages, as an administrator may at any time."""
        with self.changes:
            self._messages.pop(channel_id, None)
            self.emit("CHANNEL_DELETE", self.channels.pop(channel_id))

    # What a test asks

    def messages(self, channel_id: int) -> list[Message]:
        """Return what stands in a channel, the oldest first, without what only one person sees."""
        with self.changes:
            return [wire.seen(message) for message in self._standing(channel_id)]

    def permissions(self, channel_id: int) -> int:
        """Return what the bot may do in a channel."""
        channel = self.channels[channel_id]
        if "guild_id" not in channel:
            return USUAL
        if "thread_metadata" in channel:
            return self.permissions(int(channel["parent_id"]))
        allowed = int(self.guilds[int(channel["guild_id"])]["roles"][1]["permissions"])
        return allowed & ~int(channel["permission_overwrites"][0]["deny"])

    def whole_guild(self, guild_id: int) -> Json:
        """Return a server with its channels and threads, as the gateway tells of it."""
        inside = [c for c in self.channels.values() if c.get("guild_id") == str(guild_id)]
        parts: Json = {"channels": [], "threads": []}
        for channel in inside:
            parts["threads" if "thread_metadata" in channel else "channels"].append(channel)
        return self.guilds[guild_id] | parts

    # What the bot asks for; everything here raises ApiError

    def user(self, user_id: int) -> Json:
        """Return somebody."""
        if user_id not in self.users:
            raise ApiError(404, 10013, "Unknown User")
        return self.users[user_id]

    def channel(self, channel_id: int) -> Json:
        """Return a channel or thread."""
        if channel_id not in self.channels:
            raise ApiError(404, 10003, "Unknown Channel")
        return self.channels[channel_id]

    def message(self, channel_id: int, message_id: int) -> Json:
        """Return a message."""
        self.channel(channel_id)
        found = self._messages.get(channel_id, {}).get(message_id)
        if found is None:
            raise ApiError(404, 10008, "Unknown Message")
        return found

    def history(self, channel_id: int, limit: int = 50, **where: int) -> list[Json]:
        """Return a page `before`, `after` or `around` an id, the newest first.

        Without nonces: Discord tells those to the sender and in the event only.
        """
        self.channel(channel_id)
        if not 1 <= limit <= _PAGE:
            raise wire.invalid("limit")
        found = self._standing(channel_id)
        middle = where.get("around", where.get("after", where.get("before", 1 << 64)))
        older = [m for m in found if int(m["id"]) < middle]
        newer = [m for m in found if int(m["id"]) >= middle + ("after" in where)]
        if "around" in where:
            page = older[-(limit // 2) :] if limit > 1 else []
            page += newer[: limit - len(page)]
        else:
            page = newer[:limit] if "after" in where else older[-limit:]
        return [wire.kept(message) for message in reversed(page)]

    def post(
        self, channel_id: int, body: Json, *, author_id: int = 0, files: list[str] | None = None, key: int = 0
    ) -> Json:
        """Let the bot, or somebody else, write a message. The same enforced nonce gives back the first message."""
        channel = self.channel(channel_id)
        wire.check(body, "content", "nonce")
        loading = (body.get("flags") or 0) & wire.LOADING
        if not (files or loading or any(body.get(part) for part in _SAYS_SOMETHING)):
            raise ApiError(400, 50006, "Cannot send an empty message")
        author = self.users[author_id or self.bot_id]
        with self.changes:
            if body.get("enforce_nonce") and (first := self._first(channel_id, author, body.get("nonce"))):
                return first
            made = key or self.snowflake()
            message = wire.message(made, channel_id, author, self.time(), body, files or [])
            self._messages.setdefault(channel_id, {})[made] = message
            if not message["flags"] & wire.EPHEMERAL:
                channel["last_message_id"] = str(made)
                self._tell("MESSAGE_CREATE", channel, message | {"member": wire.member(author, self.time())})
            return message

    def edit(self, channel_id: int, message_id: int, body: Json) -> Json:
        """Change a message."""
        message = self.message(channel_id, message_id)
        wire.check(body, "content")
        with self.changes:
            message.update({name: body[name] or type(message[name])() for name in _EDITABLE if name in body})
            message.update(edited_timestamp=self.time(), flags=message["flags"] & ~wire.LOADING)
            self._tell("MESSAGE_UPDATE", self.channel(channel_id), message)
        return message

    def delete(self, channel_id: int, message_id: int) -> None:
        """Take a message away."""
        self.message(channel_id, message_id)
        with self.changes:
            del self._messages[channel_id][message_id]
            gone = {"id": str(message_id), "channel_id": str(channel_id)}
            self._tell("MESSAGE_DELETE", self.channel(channel_id), gone)

    def crosspost(self, channel_id: int, message_id: int) -> Json:
        """Publish a message to the channels that follow, once."""
        message = self.message(channel_id, message_id)
        if self.channel(channel_id)["type"] != wire.ANNOUNCEMENT:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        if message["flags"] & wire.CROSSPOSTED:
            raise ApiError(400, 40033, "This message has already been crossposted")
        with self.changes:
            message["flags"] |= wire.CROSSPOSTED
            self._tell("MESSAGE_UPDATE", self.channel(channel_id), message)
        return message

    def start_thread(self, parent_id: int, body: Json, message_id: int = 0) -> Json:
        """Start a thread at a message, once; or one of its own, in a forum with its first message."""
        parent = self.channel(parent_id)
        if not body.get("name"):
            raise wire.invalid("name")
        wire.check(body, "name")
        start = self.message(parent_id, message_id) if message_id else None
        if message_id in self.channels:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        key, forum = message_id or self.snowflake(), parent["type"] == wire.FORUM
        kind = 10 if parent["type"] == wire.ANNOUNCEMENT else 11 if start or forum else body.get("type", 12)
        with self.changes:
            thread = self.channels[key] = wire.thread(key, kind, parent, body, self.time(), self.bot_id)
            self.emit("THREAD_CREATE", thread | {"newly_created": True})
            if start:
                start.update(flags=start["flags"] | wire.HAS_THREAD, thread=thread)
            return thread | {"message": self.post(key, body["message"], key=key)} if forum else thread

    def edit_channel(self, channel_id: int, body: Json) -> Json:
        """Change a channel or thread."""
        channel = self.channel(channel_id)
        wire.check(body, "name")
        with self.changes:
            for name, value in body.items():
                (channel["thread_metadata"] if name in _IN_METADATA else channel)[name] = value
            self.emit("THREAD_UPDATE" if "thread_metadata" in channel else "CHANNEL_UPDATE", channel)
        return channel

    def direct_channel(self, user_id: int) -> Json:
        """Return the channel of the bot with a person, always the same."""
        people = [self.user(user_id)]
        with self.changes:
            for channel in self.channels.values():
                if channel.get("recipients") == people:
                    return channel
            key = self.snowflake()
            self.channels[key] = wire.channel(key, wire.DIRECT, recipients=people)
            return self.channels[key]

    def register(self, commands: list[Json], guild_id: int | None) -> list[Json]:
        """Replace all commands, of one server or everywhere."""
        place = {"guild_id": str(guild_id)} if guild_id else {}
        ours = {"application_id": str(self.bot_id), "version": "1", "default_member_permissions": None, **place}
        with self.changes:
            self.commands[guild_id] = [
                {"type": 1, "description": "", **ours, **c, "id": str(self.snowflake())} for c in commands
            ]
        return self.commands[guild_id]

    def _standing(self, channel_id: int) -> list[Json]:
        known = self._messages.get(channel_id, {})
        return [known[key] for key in sorted(known) if not known[key]["flags"] & wire.EPHEMERAL]

    def _first(self, channel_id: int, author: Json, nonce: str | int | None) -> Json | None:
        since = self.now() - self.nonce_window
        for message in self._messages.get(channel_id, {}).values():
            same = message["author"] == author and str(message.get("nonce")) == str(nonce)
            if nonce is not None and same and wire.moment(int(message["id"])) > since:
                return message
        return None

    def _tell(self, event: str, channel: Json, data: Json) -> None:
        place = {"guild_id": channel["guild_id"]} if "guild_id" in channel else {}
        self.emit(event, data | place)
