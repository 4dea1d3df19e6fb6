"""How things look on Discord's wire: ids, refusals, and the fields of each object that discord.py reads."""

from dataclasses import dataclass
from typing import Any, Final

Json = dict[str, Any]

EPOCH_MS: Final = 1_420_070_400_000
TEXT, DIRECT, ANNOUNCEMENT, FORUM = 0, 1, 5, 15
CROSSPOSTED, HAS_THREAD, EPHEMERAL, LOADING = 1 << 0, 1 << 5, 1 << 6, 1 << 7
_LONGEST: Final = {"content": 2000, "nonce": 25, "name": 100}


class ApiError(Exception):
    """A refusal as Discord words it."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, "code": code}


@dataclass(frozen=True)
class Message:
    """A message as a test sees it; `at` in seconds since 1970."""

    id: int
    channel_id: int
    author_id: int
    at: float
    content: str
    embeds: list[Json]
    components: list[Json]
    files: list[str]
    nonce: str | None
    flags: int


def moment(snowflake: int) -> float:
    """Return when an id was made, in seconds since 1970."""
    return ((snowflake >> 22) + EPOCH_MS) / 1000


def seen(message: Json) -> Message:
    """Return a message as a test sees it."""
    return Message(
        id=int(message["id"]),
        channel_id=int(message["channel_id"]),
        author_id=int(message["author"]["id"]),
        at=moment(int(message["id"])),
        content=message["content"],
        embeds=message["embeds"],
        components=message["components"],
        files=[attachment["filename"] for attachment in message["attachments"]],
        nonce=message.get("nonce"),
        flags=message["flags"],
    )


def invalid(field: str) -> ApiError:
    """Return the refusal of a request that says something impossible."""
    error = ApiError(400, 50035, "Invalid Form Body")
    error.body["errors"] = {field: {"_errors": [{"code": "BASE_TYPE_BAD", "message": "This cannot be."}]}}
    return error


def check(body: Json, *fields: str) -> None:
    """Refuse texts that are too long. Raises ApiError."""
    for field in fields:
        if len(str(body.get(field) or "")) > _LONGEST[field]:
            raise invalid(field)


def user(key: int, name: str, *, bot: bool) -> Json:
    """Return somebody."""
    names = {"username": name, "global_name": name, "discriminator": "0", "avatar": None}
    return {"id": str(key), "bot": bot, **names}


def member(who: Json, joined: str, *roles: str) -> Json:
    """Return somebody as a member of a server."""
    plain = {"nick": None, "avatar": None, "deaf": False, "mute": False, "flags": 0}
    return {"user": who, "roles": list(roles), "joined_at": joined, **plain}


def role(key: int, name: str, permissions: int, **more: object) -> Json:
    """Return a role."""
    plain = {"position": 0, "color": 0, "flags": 0, "hoist": False, "managed": False, "mentionable": False}
    return {"id": str(key), "name": name, "permissions": str(permissions), **plain, **more}


def guild(key: int, name: str, owner_id: int, roles: list[Json], me: Json) -> Json:
    """Return a server whose first role is everybody's and whose second is the bot's."""
    empty = ("emojis", "stickers", "features", "voice_states", "presences")
    levels = ("verification_level", "mfa_level", "nsfw_level", "premium_tier", "system_channel_flags")
    return {
        "id": str(key),
        "name": name,
        "owner_id": str(owner_id),
        "roles": roles,
        "members": [me],
        "member_count": 2,
        "joined_at": me["joined_at"],
        "preferred_locale": "en-US",
        **{field: [] for field in empty},
        **dict.fromkeys(levels, 0),
    }


def channel(key: int, kind: int, **more: object) -> Json:
    """Return a channel of any kind."""
    plain = {"flags": 0, "rate_limit_per_user": 0, "last_message_id": None, "nsfw": False}
    return {"id": str(key), "type": kind, **plain, **more}


def thread(key: int, kind: int, parent: Json, body: Json, now: str, owner_id: int) -> Json:
    """Return a thread of a channel as its starter asked for it."""
    lasts = body.get("auto_archive_duration") or 1440
    times = {"archive_timestamp": now, "create_timestamp": now, "auto_archive_duration": lasts}
    return channel(
        key,
        kind,
        guild_id=parent["guild_id"],
        parent_id=parent["id"],
        owner_id=str(owner_id),
        name=body["name"],
        applied_tags=body.get("applied_tags") or [],
        thread_metadata={"archived": False, "locked": False, **times},
        member_count=1,
        message_count=0,
        total_message_sent=0,
    )


def message(key: int, channel_id: int, author: Json, now: str, body: Json, files: list[str]) -> Json:
    """Return a message as its author asked for it."""
    given = {name: body[name] for name in ("message_reference", "nonce") if body.get(name) is not None}
    return {
        "id": str(key),
        "channel_id": str(channel_id),
        "author": author,
        "type": 19 if "message_reference" in given else 0,
        "timestamp": now,
        "edited_timestamp": None,
        "content": body.get("content") or "",
        "embeds": [{"type": "rich", **embed} for embed in body.get("embeds") or ()],
        "components": body.get("components") or [],
        "attachments": [_attachment(key + number, name) for number, name in enumerate(files, start=1)],
        "flags": body.get("flags") or 0,
        "mentions": [],
        "mention_roles": [],
        **dict.fromkeys(("tts", "pinned", "mention_everyone"), False),
        **given,
    }


def kept(message: Json) -> Json:
    """Return a message as it is read later: its nonce was told to the sender and in the event only."""
    return {name: value for name, value in message.items() if name != "nonce"}


def _attachment(key: int, name: str) -> Json:
    return {"id": str(key), "filename": name, "size": 0, "url": "", "proxy_url": ""}
