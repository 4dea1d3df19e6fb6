"""The people of the loopback Discord: the commands they type, the buttons they press, and what comes back to them."""

import secrets
from dataclasses import dataclass, field

from tests.faults import wire
from tests.faults.wire import ApiError, Json, Message
from tests.faults.world import USUAL, World

_COMMAND, _BUTTON = 2, 3
_SAY, _THINK, _THINK_BELOW, _UPDATE = 4, 5, 6, 7


@dataclass
class Interaction:
    """What somebody did; `callback` is the bot's first answer as it came, `written` the ids of its messages."""

    id: int
    token: str
    kind: int
    channel_id: int
    message_id: int
    callback: Json | None = None
    written: list[int] = field(default_factory=list)


class People:
    """Plays people and keeps their interactions, by token."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._interactions: dict[str, Interaction] = {}

    def command(
        self, user_id: int, channel_id: int, path: str, options: Json | None = None, permissions: int = USUAL
    ) -> Interaction:
        """Let somebody use a command, e.g. "daily set". Raises LookupError where it is not registered."""
        guild_id = int(self.world.channels[channel_id].get("guild_id", 0)) or None
        known = [*self.world.commands.get(guild_id, ()), *self.world.commands.get(None, ())]
        name, *inner = path.split()
        command = next((c for c in known if c["name"] == name), None)
        if command is None:
            raise LookupError(f"/{name} is not registered")
        data = {"id": command["id"], "type": 1, "name": name, "options": _chosen(command, inner, options or {})}
        return self._interact(_COMMAND, user_id, channel_id, data, permissions)

    def press(self, user_id: int, channel_id: int, message_id: int, custom_id: str) -> Interaction:
        """Let somebody press a button below a message."""
        data = {"component_type": 2, "custom_id": custom_id}
        return self._interact(_BUTTON, user_id, channel_id, data, USUAL, message_id)

    def answers(self, interaction: Interaction) -> list[Message]:
        """Return the messages the bot answered with, also those that only one person sees."""
        message = self.world.message
        return [wire.seen(message(interaction.channel_id, key)) for key in interaction.written]

    # What the bot does; everything here raises ApiError

    def called_back(self, token: str, body: Json, files: list[str]) -> Json:
        """Take the first answer."""
        interaction = self._known(token)
        if interaction.callback is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        data, kind = body.get("data") or {}, body["type"]
        told: Json = {"id": str(interaction.id), "type": interaction.kind}
        with self.world.changes:
            interaction.callback = body
            if kind in (_SAY, _THINK):
                thinking = wire.LOADING if kind == _THINK else 0
                message = self.follow_up(token, data | {"flags": data.get("flags", 0) | thinking}, files)
            elif kind == _UPDATE:
                message = self.world.edit(interaction.channel_id, interaction.message_id, data)
            else:
                return {"interaction": told}
        told |= {"response_message_id": message["id"], "response_message_loading": kind == _THINK}
        told |= {"response_message_ephemeral": bool(message["flags"] & wire.EPHEMERAL)}
        return {"interaction": told, "resource": {"type": kind, "message": message}}

    def follow_up(self, token: str, body: Json, files: list[str]) -> Json:
        """Write a further message."""
        interaction = self._known(token)
        message = self.world.post(interaction.channel_id, body, files=files)
        interaction.written.append(int(message["id"]))
        return message

    def place(self, token: str, message: str) -> tuple[int, int]:
        """Return channel and message of an answer, which is its id or "@original"."""
        interaction = self._known(token)
        if message != "@original":
            return interaction.channel_id, int(message)
        below = interaction.callback is not None and interaction.callback["type"] in (_THINK_BELOW, _UPDATE)
        first = interaction.message_id if below else next(iter(interaction.written), 0)
        return interaction.channel_id, first

    def _known(self, token: str) -> Interaction:
        if token not in self._interactions:
            raise ApiError(404, 10062, "Unknown interaction")
        return self._interactions[token]

    def _interact(
        self, kind: int, user_id: int, channel_id: int, data: Json, permissions: int, message_id: int = 0
    ) -> Interaction:
        world = self.world
        interaction = Interaction(world.snowflake(), secrets.token_hex(16), kind, channel_id, message_id)
        channel, user = world.channels[channel_id], world.users[user_id]
        event: Json = {
            "id": str(interaction.id),
            "token": interaction.token,
            "application_id": str(world.bot_id),
            "type": kind,
            "version": 1,
            "data": data,
            "channel": channel,
            "channel_id": channel["id"],
            "app_permissions": str(world.permissions(channel_id)),
            "locale": "en-US",
            "entitlements": [],
            "attachment_size_limit": 10 << 20,
        }
        if message_id:
            event["message"] = world.message(channel_id, message_id)
        if "guild_id" in channel:
            guild = {"id": channel["guild_id"], "locale": "en-US", "features": []}
            member = wire.member(user, world.time()) | {"permissions": str(permissions)}
            owners = {"authorizing_integration_owners": {"0": channel["guild_id"]}, "context": 0}
            event |= {"guild": guild, "guild_id": guild["id"], "guild_locale": "en-US", "member": member, **owners}
        else:
            event |= {"user": user, "authorizing_integration_owners": {"0": "0"}, "context": 1}
        with world.changes:
            self._interactions[interaction.token] = interaction
            world.emit("INTERACTION_CREATE", event)
        return interaction


def _chosen(command: Json, inner: list[str], options: Json) -> list[Json]:
    """Return what was chosen, one level of subcommands within the other. Raises LookupError for what there is not."""
    known = {option["name"]: option for option in command.get("options", ())}
    if inner:
        below = known[inner[0]]
        nested = _chosen(below, inner[1:], options)
        return [{"name": inner[0], "type": below["type"], "options": nested}]
    return [{"name": name, "type": known[name]["type"], "value": value} for name, value in options.items()]
