"""Interactions as Discord sends them."""

from typing import Any, Final

_CHANNEL: Final[dict[str, Any]] = {
    "id": "2",
    "type": 0,
    "name": "general",
    "position": 0,
    "permission_overwrites": [],
    "topic": None,
}
_MAY_WRITE: Final = "274877991936"
#: A server with one channel, and nobody cached in it.
GUILD: Final[dict[str, Any]] = {
    "id": "5",
    "name": "Astronomy club",
    "owner_id": "6",
    "roles": [{"id": "5", "name": "@everyone", "permissions": _MAY_WRITE, "position": 0, "colors": {}}],
    "channels": [_CHANNEL],
    "members": [],
    "threads": [],
    "emojis": [],
    "features": [],
    "member_count": 1000,
}


def command_used(person: int, command: str, option: str, value: str) -> dict[str, Any]:
    """Return the use of a slash command with one option, in direct messages, by the person with this number."""
    user = _user(person)
    return {
        **_command(person, command, option, value),
        "user": user,
        "channel_id": "3",
        "channel": {"id": "3", "type": 1, "recipients": [user]},
        "app_permissions": "0",
        "authorizing_integration_owners": {},
        "context": 1,
    }


def command_used_in_guild(person: int, command: str, option: str, value: str) -> dict[str, Any]:
    """Return the use of a slash command with one option, in the channel of the server."""
    return {
        **_command(person, command, option, value),
        "guild_id": GUILD["id"],
        "guild": {"id": GUILD["id"], "locale": "en-GB", "features": []},
        "guild_locale": "en-GB",
        "member": _member(person),
        "channel_id": _CHANNEL["id"],
        "channel": {**_CHANNEL, "guild_id": GUILD["id"]},
        "app_permissions": _MAY_WRITE,
        "authorizing_integration_owners": {"0": GUILD["id"]},
        "context": 0,
    }


def _command(person: int, command: str, option: str, value: str) -> dict[str, Any]:
    return {
        "id": str(10**18 + person),
        "application_id": "1",
        "type": 2,
        "token": "token",
        "version": 1,
        "locale": "en-GB",
        "entitlements": [],
        "attachment_size_limit": 0,
        "data": {"id": "4", "type": 1, "name": command, "options": [{"type": 3, "name": option, "value": value}]},
    }


def _user(person: int) -> dict[str, Any]:
    return {"id": str(person), "username": "someone", "discriminator": "0", "avatar": None, "global_name": None}


def _member(person: int) -> dict[str, Any]:
    return {
        "user": _user(person),
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": "2026-03-18T12:00:00.000000+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": _MAY_WRITE,
    }
