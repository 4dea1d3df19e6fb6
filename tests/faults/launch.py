"""Runs the bot against the loopback Discord at LOOPBACK_URL: `python -m tests.faults.launch run`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.cli import main


@contextmanager
def pointed_at(url: str) -> Iterator[None]:
    """Let discord.py in this process take a loopback for Discord."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = f"{url}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url).with_scheme("ws") / "gateway"
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


if __name__ == "__main__":
    with pointed_at(os.environ["LOOPBACK_URL"]):
        main()
